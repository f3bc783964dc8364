/** The checks of the PC itself, in a real agent on the PC on which the tests run. */
@NullMarked
package org.benchconnect.tests.host;

import org.jspecify.annotations.NullMarked;
