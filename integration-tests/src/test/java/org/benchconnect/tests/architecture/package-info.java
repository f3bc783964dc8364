/** Tests of the whole, see {@link org.benchconnect.tests}. */
@NullMarked
package org.benchconnect.tests.architecture;

import org.jspecify.annotations.NullMarked;
