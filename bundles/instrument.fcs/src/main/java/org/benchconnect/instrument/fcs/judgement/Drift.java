package org.benchconnect.instrument.fcs.judgement;

/**
 * How far detectors may be from what is usual.
 *
 * @param percent further off than this, in percent of what is usual, is a warning
 * @param windowRuns how many of the last runs tell what is usual, 1 to 50
 * @param minimumRuns how many of them must be known before anything is compared
 */
public record Drift(double percent, int windowRuns, int minimumRuns) {}
