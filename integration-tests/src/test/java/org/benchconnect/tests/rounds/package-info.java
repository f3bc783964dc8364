/** The same thing again and again, with the real agent: nothing stays behind. */
@NullMarked
package org.benchconnect.tests.rounds;

import org.jspecify.annotations.NullMarked;
