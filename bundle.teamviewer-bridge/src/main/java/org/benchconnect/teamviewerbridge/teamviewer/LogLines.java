package org.benchconnect.teamviewerbridge.teamviewer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What whole lines a piece of the log has. A line that is not at its end yet waits for the next look; one that is no connection is counted, since it may be one that
 * somebody hid. Pure.
 *
 * @param connections in the order of the log
 * @param unreadable how many lines, blank ones aside, are none
 * @param taken how many bytes of the piece are done with
 */
record LogLines(List<LoggedConnection> connections, int unreadable, int taken) {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    LogLines {
        connections = List.copyOf(connections);
    }

    /** Of these bytes, which begin with a line. */
    static LogLines of(byte[] piece) {
        List<LoggedConnection> connections = new ArrayList<>();
        int unreadable = 0;
        int begin = 0;
        while (begin < piece.length) {
            int end = end(piece, begin);
            if (end < 0) {
                break;
            }
            String line = line(piece, begin, end);
            if (!line.isBlank()) {
                int before = connections.size();
                LoggedConnection.parse(line).ifPresent(connections::add);
                unreadable += connections.size() == before ? 1 : 0;
            }
            begin = Math.min(piece.length, end < piece.length && piece[end] == '\n' ? end + 1 : end);
        }
        return new LogLines(connections, unreadable, begin);
    }

    /** Where the line ends; a longer one than any is cut there; negative while it has no end. */
    private static int end(byte[] piece, int begin) {
        int most = Math.min(piece.length, begin + LoggedConnection.LONGEST);
        for (int at = begin; at < most; at++) {
            if (piece[at] == '\n') {
                return at;
            }
        }
        return piece.length - begin >= LoggedConnection.LONGEST ? most : -1;
    }

    private static String line(byte[] piece, int begin, int end) {
        boolean marked = end - begin >= MARK.length
                && piece[begin] == MARK[0]
                && piece[begin + 1] == MARK[1]
                && piece[begin + 2] == MARK[2];
        int from = marked ? begin + MARK.length : begin;
        String line = new String(piece, from, end - from, StandardCharsets.ISO_8859_1);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
