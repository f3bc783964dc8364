package org.benchconnect.host.reading;

import java.util.OptionalDouble;

/**
 * What the operating system knows of its clock.
 *
 * @param synchronised whether it follows a time server
 * @param offsetSeconds how far it is from the server's time, without a sign; empty if not told
 */
public record ClockState(boolean synchronised, OptionalDouble offsetSeconds) {}
