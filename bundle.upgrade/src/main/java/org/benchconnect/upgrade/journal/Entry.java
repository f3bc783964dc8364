package org.benchconnect.upgrade.journal;

import java.time.Instant;

/**
 * A line of the journal.
 *
 * @param at when, by the clock of this PC
 * @param step what
 */
public record Entry(Instant at, Step step) {}
