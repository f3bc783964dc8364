/** Generations on a whole agent, see {@link org.benchconnect.tests}. */
@NullMarked
package org.benchconnect.tests.generation;

import org.jspecify.annotations.NullMarked;
