package org.benchconnect.instrument.log;

/**
 * Cuts bytes into lines. What is not yet a whole line stays for the next time; of a line beyond {@link #LONGEST} the first part is one, and the rest is passed over. Used by one
 * thread.
 */
final class LineCutter {
    /** Bytes of a line that are looked at. */
    static final int LONGEST = 65_536;

    /** Takes lines. */
    interface Lines {
        /** Takes a line, or says that this one must be the first of the next time. */
        boolean take(Line line);
    }

    private final LogEncoding encoding;
    private boolean skipping;

    /** Goes on; {@code skipping} if the rest of a line comes first that was taken or must not be. */
    LineCutter(LogEncoding encoding, boolean skipping) {
        this.encoding = encoding;
        this.skipping = skipping;
    }

    /** Whether the rest of a line comes next. */
    boolean skipping() {
        return skipping;
    }

    /**
     * Cuts what lies between two places.
     *
     * @param last whether what is left over counts as a line
     * @return how far it was taken
     */
    int cut(byte[] bytes, int from, int to, boolean last, Lines lines) {
        int unit = encoding.unit();
        int begin = from;
        int at = from;
        for (; at + unit <= to; at += unit) {
            boolean end = encoding.endsAt(bytes, at);
            if (skipping) {
                skipping = !end;
                begin = at + unit;
            } else if (end || at + unit - begin >= LONGEST) {
                if (!lines.take(line(bytes, begin, end ? at : at + unit, !end))) {
                    return begin;
                }
                begin = at + unit;
                skipping = !end;
            }
        }
        if (last && begin < at && !skipping) {
            return lines.take(line(bytes, begin, at, false)) ? at : begin;
        }
        return begin;
    }

    private Line line(byte[] bytes, int from, int to, boolean cut) {
        String text = encoding.decode(bytes, from, to);
        int end = text.length();
        if (end > 0 && text.charAt(end - 1) == '\r') {
            end--;
        }
        int begin = end > 0 && text.charAt(0) == '\uFEFF' ? 1 : 0;
        return new Line(text.substring(begin, Math.max(begin, end)), cut);
    }
}
