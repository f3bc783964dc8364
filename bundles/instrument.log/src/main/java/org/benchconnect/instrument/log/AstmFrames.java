package org.benchconnect.instrument.log;

import java.util.regex.Pattern;

/**
 * Reads what lies between two line feeds of an archive of ASTM E1381 (LIS1-A): control characters and frames, as bytes or written out as {@code <ENQ>}. Of a frame's text
 * only coded comment records come out; patient, order, result, query and manufacturer records are never looked at. Pure.
 */
final class AstmFrames {
    private static final char STX = 2;
    private static final char ETX = 3;
    private static final char EOT = 4;
    private static final char ENQ = 5;
    private static final char ACK = 6;
    private static final char NAK = 0x15;
    private static final char ETB = 0x17;

    private static final String[] NAMES = {"<STX>", "<ETX>", "<EOT>", "<ENQ>", "<ACK>", "<NAK>", "<ETB>", "<CR>", "<LF>"
    };
    private static final char[] MEANT = {STX, ETX, EOT, ENQ, ACK, NAK, ETB, '\r', '\n'};

    /** A comment that is a code: words of capitals joined by underscores, not a person's name, which has none. */
    private static final Pattern CODED =
            Pattern.compile("[A-Z][A-Z0-9]{0,39}(?:_[A-Z0-9]{1,39}){1,10}(?:\\^{1,2}[A-Z0-9_]{1,80}){0,4}");

    /** What is seen, in order. */
    interface Sight {
        /** One side calls. */
        void call();

        /** The other side answers: it is well. */
        void answer();

        /** The other side refuses. */
        void refusal();

        /**
         * A whole frame.
         *
         * @param intact whether its checksum is right
         * @param identity its number, length and checksum: the same twice is the same frame sent again
         */
        void frame(boolean intact, int identity);

        /** A comment record's code. */
        void comment(String code);
    }

    private AstmFrames() {}

    static void read(String text, Sight sight) {
        String bytes = text.indexOf('<') >= 0 && text.indexOf(STX) < 0 ? named(text) : text;
        for (int i = 0; i < bytes.length(); i++) {
            switch (bytes.charAt(i)) {
                case ENQ -> sight.call();
                case ACK -> sight.answer();
                case NAK -> sight.refusal();
                case STX -> i = frame(bytes, i, sight);
                default -> {
                    // end of a message, or what a program writes between: times, names of lines
                }
            }
        }
    }

    private static String named(String text) {
        String bytes = text;
        for (int i = 0; i < NAMES.length; i++) {
            bytes = bytes.replace(NAMES[i], String.valueOf(MEANT[i]));
        }
        return bytes;
    }

    /**
     * E1381-95, 6.3: STX FN text ETX or ETB, then two hexadecimal digits: the sum of FN to ETX or ETB, modulo 256. By 6.6 no STX is in a frame: another one begins anew, so
     * that no character is looked at more than twice.
     */
    private static int frame(String bytes, int begin, Sight sight) {
        int end = endOf(bytes, begin);
        int sum = 0;
        for (int i = begin + 1; i < end; i++) {
            sum += bytes.charAt(i);
        }
        if (end + 2 >= bytes.length() || begin + 1 >= end || bytes.charAt(end) == STX) {
            return begin;
        }
        sum = (sum + bytes.charAt(end)) & 0xFF;
        int high = Character.digit(bytes.charAt(end + 1), 16);
        int low = Character.digit(bytes.charAt(end + 2), 16);
        boolean intact = high >= 0 && low >= 0 && high * 16 + low == sum;
        sight.frame(intact, (bytes.charAt(begin + 1) * 65_536 + (end - begin)) * 256 + sum);
        if (intact) {
            comments(bytes.substring(begin + 2, end), sight);
        }
        return end + 2;
    }

    /** The place of ETX, ETB or the next STX, or the length. */
    static int endOf(String bytes, int begin) {
        int end = begin + 1;
        while (end < bytes.length() && !endsFrame(bytes.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean endsFrame(char each) {
        return each == ETX || each == ETB || each == STX;
    }

    private static void comments(String text, Sight sight) {
        for (String record : text.split("\r", 1000)) {
            if (record.startsWith("C|")) {
                String[] fields = record.split("\\|", 6);
                if (fields.length > 3
                        && fields[3].length() <= 400
                        && CODED.matcher(fields[3]).matches()) {
                    sight.comment(fields[3]);
                }
            }
        }
    }
}
