/**
 * The journal of what the upgrade utility did: one line a step, durable before the step counts, read back into the records of the laboratory's validation
 * file. {@link org.benchconnect.upgrade.journal.JournalLine} and {@link org.benchconnect.upgrade.journal.JournalReader} are the pure part. The launcher
 * never reads it: what boots is decided by the pointer alone.
 */
@NullMarked
package org.benchconnect.upgrade.journal;

import org.jspecify.annotations.NullMarked;
