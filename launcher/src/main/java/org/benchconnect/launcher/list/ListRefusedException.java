package org.benchconnect.launcher.list;

/** A list does not count, and the message says why and what to do. One type for each thing that can be wrong. */
public abstract sealed class ListRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private ListRefusedException(String message) {
        super(message);
    }

    /** It is not written in the one form that there is. */
    public static final class Malformed extends ListRefusedException {
        private static final long serialVersionUID = 1L;

        /** Says what is malformed. */
        public Malformed(String message) {
            super(message);
        }
    }

    /** A module is not there, is no plain file, or has other bytes. */
    public static final class WrongModule extends ListRefusedException {
        private static final long serialVersionUID = 1L;

        WrongModule(String message) {
            super(message);
        }
    }

    /** No device key is pinned, so no list of this device counts. */
    public static final class NoPin extends ListRefusedException {
        private static final long serialVersionUID = 1L;

        /** With what an administrator can do. */
        public NoPin() {
            super(
                    "no device key is pinned in the installation folder, so no list of this device counts; an administrator"
                            + " pins it with `benchconnect identity pin`");
        }
    }

    /** A generation in which a feature of the installation is not there as it has to be. */
    public static final class WithoutBase extends ListRefusedException {
        private static final long serialVersionUID = 1L;

        /** Which feature, and its version in the installation. */
        public final String expected;
        /** What it is instead. */
        public final String found;

        /** Says how it differs. */
        public WithoutBase(ModuleList.Feature expected, String found) {
            super("in it " + expected.name() + ", which the installation has in version " + expected.version() + ", "
                    + found);
            this.expected = expected.name() + " " + expected.version();
            this.found = found;
        }
    }

    /** The signature is not that of the pinned device over these very lines. */
    public static final class WrongSignature extends ListRefusedException {
        private static final long serialVersionUID = 1L;

        WrongSignature() {
            super("it is not signed by the device key that an administrator pinned in the installation folder");
        }
    }

    /** The signature is for something else than what it stands beside. */
    public static final class WrongSubject extends ListRefusedException {
        private static final long serialVersionUID = 1L;

        /** About what: kind, serial, list, or release of the installation. */
        public final String what;
        /** What the signature should say. */
        public final String expected;
        /** What it says. */
        public final String found;

        WrongSubject(String what, String expected, String found) {
            super("its signature is for another " + what + ": " + found + " instead of " + expected);
            this.what = what;
            this.expected = expected;
            this.found = found;
        }
    }
}
