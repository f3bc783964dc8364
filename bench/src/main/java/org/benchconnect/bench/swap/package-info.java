/** The bundles of the comparison of upgrades, the same for every framework: what is upgraded, what depends on it, and the probe that watches both. */
@NullMarked
package org.benchconnect.bench.swap;

import org.jspecify.annotations.NullMarked;
