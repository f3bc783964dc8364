package org.benchconnect.upgrade.feature;

/** Names that others chose, in a message of ours: short, and nothing that a terminal or a log would act upon. */
final class Shown {
    private static final int LONGEST = 100;
    /** What is kept of a longer one's end: a path's last name is there. */
    private static final int END = 60;

    private Shown() {}

    static String of(String name) {
        String printable = name.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() <= LONGEST
                ? printable
                : printable.substring(0, LONGEST - END) + "..." + printable.substring(printable.length() - END);
    }
}
