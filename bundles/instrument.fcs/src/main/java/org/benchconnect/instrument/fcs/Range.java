package org.benchconnect.instrument.fcs;

/**
 * Which numbers a keyword may plausibly have, in the unit in which {@link Quantity} keeps it. What is outside is no number of
 * this keyword: an identifier that stands in the wrong place, or nonsense, goes no further.
 *
 * @param least the smallest
 * @param most the largest
 * @param whole whether it counts something
 */
record Range(double least, double most, boolean whole) {
    /** Of events: more than any cytometer measures in a run. */
    static final Range COUNT = new Range(0, 1e10, true);
    /** Of parameters; spectral cytometers have about 200. */
    static final Range PARAMETERS = new Range(0, 10_000, true);
    /** Of bytes of a file: a petabyte and more, so small that sums of offsets do not overflow. */
    static final Range OFFSET = new Range(0, 1L << 50, true);
    /** Of a parameter's width in bits. */
    static final Range BITS = new Range(0, 1024, true);
    /** Of a parameter's values: up to 32 bits and somewhat more. */
    static final Range VALUES = new Range(0, 1e12, false);
    /** Of milliwatts: the strongest lasers of cytometers have about 1000. */
    static final Range POWER = new Range(0, 10_000, false);
    /** Of volts: photomultipliers have up to 1500. */
    static final Range VOLTAGE = new Range(0, 5_000, false);
    /** Of a gain, which is a factor: 78125 has been seen. */
    static final Range GAIN = new Range(0, 1e6, false);
    /** Of seconds: eleven days. */
    static final Range SECONDS = new Range(0, 1e6, false);

    boolean holds(double number) {
        return number >= least && number <= most && (!whole || number == Math.rint(number));
    }
}
