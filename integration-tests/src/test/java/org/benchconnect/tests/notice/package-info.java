/** The life of notices in a real agent: what comes back, what is counted, what settings say. */
@NullMarked
package org.benchconnect.tests.notice;

import org.jspecify.annotations.NullMarked;
