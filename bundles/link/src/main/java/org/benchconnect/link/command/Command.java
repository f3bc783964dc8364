package org.benchconnect.link.command;

import java.util.regex.Pattern;

/** What may be commanded. A closed set: nothing in it gives anybody anything. */
public sealed interface Command {
    /** Its name on the wire. */
    String name();

    /** What it is about, on the wire; {@code -} for nothing. */
    String subject();

    /** There may be a release to look for. The upgrade utility looks once in ten minutes at most, and asks a person as always. */
    record Look() implements Command {
        static final String NAME = "LOOK";

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public String subject() {
            return "-";
        }
    }

    /**
     * Somebody on the service side has seen a notice. It hides, mutes and clears nothing.
     *
     * @param notice its number on this PC
     */
    record Seen(long notice) implements Command {
        static final String NAME = "SEEN";

        /** Checks. */
        public Seen {
            if (notice < 0) {
                throw new IllegalArgumentException("a notice's number is not negative");
            }
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public String subject() {
            return Long.toString(notice);
        }
    }

    /**
     * The vendor takes a feature back: what a person allowed it to do here it may do no more, until a person allows it again.
     *
     * @param feature its name
     */
    record Withdraw(String feature) implements Command {
        static final String NAME = "WITHDRAW";

        private static final Pattern FEATURE = Pattern.compile("[a-z][a-z0-9.-]{0,79}");

        /** Checks. */
        public Withdraw {
            if (!FEATURE.matcher(feature).matches()) {
                throw new IllegalArgumentException("a feature's name does not have the form of one");
            }
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public String subject() {
            return feature;
        }
    }
}
