/** Keeps the measurements running; what they measure is said by {@code bench/run} only. */
@NullMarked
package org.benchconnect.bench;

import org.jspecify.annotations.NullMarked;
