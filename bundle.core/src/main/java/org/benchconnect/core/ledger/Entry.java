package org.benchconnect.core.ledger;

import java.time.Instant;

/**
 * An event that is on the disk.
 *
 * @param number its place in the ledger, from 0: the index of its leaf in the tree
 * @param time when, never before the entry before it, whatever the clock said
 * @param event what
 */
public record Entry(long number, Instant time, Event event) {}
