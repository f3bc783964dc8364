/**
 * Watches the folders into which instruments write: finds each finished file once, gives it to the instrument's adapter,
 * hands what the adapter concludes to the notification client, and tells from the files' growth what the instrument does
 * . Reads, never locks, never writes there.
 */
@NullMarked
package org.benchconnect.instrument.folder;

import org.jspecify.annotations.NullMarked;
