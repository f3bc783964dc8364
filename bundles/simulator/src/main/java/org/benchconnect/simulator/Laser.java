package org.benchconnect.simulator;

/**
 * What a file says of one laser.
 *
 * @param colour which laser
 * @param targetMilliwatt the power it should have
 * @param startMilliwatt its power when the run began
 * @param endMilliwatt its power when the run ended
 * @param shutter whether its light reached the sample
 */
public record Laser(
        Colour colour, double targetMilliwatt, double startMilliwatt, double endMilliwatt, Shutter shutter) {

    /** The lasers of a Navios, by the words that its keywords begin with. */
    public enum Colour {
        /** 638 nm. */
        RED,
        /** 488 nm. */
        BLUE,
        /** 405 nm. */
        VIOLET
    }

    /** A laser's shutter, as the file says it. */
    public enum Shutter {
        /** In use. */
        OPEN("Open"),
        /** Not in use: its power says nothing about the run. */
        CLOSED("Closed");

        private final String word;

        Shutter(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** An open laser that holds its target within 0.1 mW. */
    public static Laser steady(Colour colour, double targetMilliwatt) {
        return new Laser(colour, targetMilliwatt, targetMilliwatt - 0.1, targetMilliwatt - 0.1, Shutter.OPEN);
    }

    /** This laser with other powers. */
    public Laser withPower(double start, double end) {
        return new Laser(colour, targetMilliwatt, start, end, shutter);
    }

    /** This laser with its shutter so. */
    public Laser withShutter(Shutter other) {
        return new Laser(colour, targetMilliwatt, startMilliwatt, endMilliwatt, other);
    }
}
