package org.benchconnect.instrument.fcs.qc;

import java.util.OptionalDouble;

/**
 * One detector of a report, known by its position only.
 *
 * @param changePercent how far its gain changed since the report before, with its sign; empty if the report does not tell
 * @param rcvPercent the robust coefficient of variation of the beads' peak; empty if the report does not tell
 * @param verdict what the report itself says of it
 */
public record QcDetector(OptionalDouble changePercent, OptionalDouble rcvPercent, Verdict verdict) {}
