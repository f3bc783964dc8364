/**
 * Side-by-side measurements: everything that is compared runs in turns, several rounds, in one run on one machine, and is
 * reported as median and spread. Run by {@code bench/run}; the ordinary build only compiles and tries it.
 */
@NullMarked
package org.benchconnect.bench;

import org.jspecify.annotations.NullMarked;
