/** A simulated vendor: builds and signs repositories in memory, right and wrong ones, for tests. */
@NullMarked
package org.benchconnect.upgrade.tuf.testing;

import org.jspecify.annotations.NullMarked;
