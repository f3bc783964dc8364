/** Tests of the whole, see {@link org.benchconnect.tests}. */
@NullMarked
package org.benchconnect.tests.agent;

import org.jspecify.annotations.NullMarked;
