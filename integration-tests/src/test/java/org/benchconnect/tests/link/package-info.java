/** The link in the whole: a real agent in a process of its own, a real broker, and a vendor who signs. */
@NullMarked
package org.benchconnect.tests.link;

import org.jspecify.annotations.NullMarked;
