/**
 * The agent's database: one SQLite file, one thread that writes, group commit. Reading positions, notices and the outbox
 * change in one durable transaction. Whatever happens to the file or its disk, the agent stays up and nothing
 * acknowledged is lost.
 */
@NullMarked
package org.benchconnect.store;

import org.jspecify.annotations.NullMarked;
