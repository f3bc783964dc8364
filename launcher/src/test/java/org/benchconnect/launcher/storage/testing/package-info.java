/**
 * A file system in memory that fails as disks do and loses power after any operation: {@link org.benchconnect.launcher.storage.testing.FaultyStorage} is the
 * file system, {@link org.benchconnect.launcher.storage.testing.PowerLoss} gathers every state that a loss of power can leave behind a run and has each of
 * them checked. Deterministic: the same run gives the same states in the same order. For tests of all modules.
 */
@NullMarked
package org.benchconnect.launcher.storage.testing;

import org.jspecify.annotations.NullMarked;
