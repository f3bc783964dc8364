/** A real browser for the tests of the pages. */
@NullMarked
package org.benchconnect.testing.browser;

import org.jspecify.annotations.NullMarked;
