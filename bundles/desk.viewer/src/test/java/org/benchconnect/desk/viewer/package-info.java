/** The page in a real browser, with the real relay between it and an agent's end that the tests hold. */
@NullMarked
package org.benchconnect.desk.viewer;

import org.jspecify.annotations.NullMarked;
