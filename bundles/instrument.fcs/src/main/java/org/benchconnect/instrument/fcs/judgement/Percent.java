package org.benchconnect.instrument.fcs.judgement;

/**
 * Percents of a whole above 0. Limits are judged by what was measured, not by what is shown; so close to a limit that a
 * computer's arithmetic could be the difference is still within it.
 */
public final class Percent {
    /** More is not told apart: something is wrong with the whole. */
    static final double MOST = 1000;

    private static final double TOLERANCE = 1e-9;

    private Percent() {}

    /** Rounded to two decimals, to be shown; at most 1000. */
    public static double of(double part, double whole) {
        return Math.min(MOST, rounded(part / whole * 100));
    }

    /** How far from a reference, without a sign, to be shown. */
    public static double off(double measured, double reference) {
        return of(Math.abs(measured - reference), reference);
    }

    /** Whether a part is more than so many percent. */
    public static boolean exceeds(double part, double whole, double limitPercent) {
        return part * 100 > whole * limitPercent * (1 + TOLERANCE);
    }

    /** Whether a number is further off than so many percent of the reference. */
    public static boolean isOff(double measured, double reference, double limitPercent) {
        return exceeds(Math.abs(measured - reference), reference, limitPercent);
    }

    /** To two decimals. */
    public static double rounded(double number) {
        return Math.round(number * 100) / 100.0;
    }
}
