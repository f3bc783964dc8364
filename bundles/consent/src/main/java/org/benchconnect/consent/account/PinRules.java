package org.benchconnect.consent.account;

import java.util.Arrays;
import java.util.Set;

/** Which PINs are taken: 6 to 12 digits, and not one of those that everybody tries first. Pure; keeps nothing of what it is asked. */
final class PinRules {
    static final int SHORTEST = 6;
    static final int LONGEST = 12;

    private static final int PERIODS = 3;
    private static final int FEW_DIGITS = 2;
    /** Patterns of a keypad and of habit that the rules below let pass; whole, or the beginning of a longer one. */
    private static final Set<String> HABITS = Set.of(
            "112233", "123321", "123654", "135790", "147258", "147852", "147896", "159357", "159753", "246810",
            "258456", "258963", "321654", "357159", "369258", "456123", "741852", "753159", "789456", "852456",
            "963852", "987456");

    private PinRules() {}

    /** Whether it may be somebody's new PIN. */
    static boolean strong(char[] pin) {
        if (pin.length < SHORTEST || pin.length > LONGEST) {
            return false;
        }
        for (char each : pin) {
            if (each < '0' || each > '9') {
                return false;
            }
        }
        return distinct(pin) > FEW_DIGITS && !repeats(pin) && !counts(pin, 1) && !counts(pin, 9) && !isHabit(pin);
    }

    private static long distinct(char[] pin) {
        boolean[] seen = new boolean['9' + 1];
        int count = 0;
        for (char each : pin) {
            count += seen[each] ? 0 : 1;
            seen[each] = true;
        }
        return count;
    }

    /** 123123, 741741741. */
    private static boolean repeats(char[] pin) {
        for (int period = 1; period <= PERIODS; period++) {
            if (Arrays.equals(pin, period, pin.length, pin, 0, pin.length - period)) {
                return true;
            }
        }
        return false;
    }

    /** 234567, 890123; with a step of 9 backwards. */
    private static boolean counts(char[] pin, int step) {
        for (int i = 1; i < pin.length; i++) {
            if ((pin[i - 1] - '0' + step) % 10 != pin[i] - '0') {
                return false;
            }
        }
        return true;
    }

    private static boolean isHabit(char[] pin) {
        for (String habit : HABITS) {
            int same = 0;
            while (same < habit.length() && habit.charAt(same) == pin[same]) {
                same++;
            }
            if (same == habit.length()) {
                return true;
            }
        }
        return false;
    }
}
