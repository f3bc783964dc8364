package org.benchconnect.tests.privacy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Files with {@link Mutation#MARK} in place of one value after the other, found without any reader: the first dataset's keywords, the cells of a table. */
final class Marked {
    private Marked() {}

    /**
     * One change.
     *
     * @param where the keyword, or line and cell from 0
     * @param allowed whether a reader may look there
     * @param file the file with this change
     */
    record Change(String where, boolean allowed, byte[] file) {}

    /** Each keyword of the first TEXT in turn, with a value of the same length. */
    static List<Change> keywords(byte[] fcs) {
        int begin = offset(fcs, 10);
        int end = Math.min(offset(fcs, 18), fcs.length - 1);
        byte delimiter = fcs[begin];
        List<Integer> parts = new ArrayList<>();
        for (int at = begin; at <= end; at++) {
            if (fcs[at] == delimiter && at < end && fcs[at + 1] == delimiter) {
                at++;
            } else if (fcs[at] == delimiter) {
                parts.add(at);
            }
        }
        List<Change> changes = new ArrayList<>();
        for (int key = 0; key + 2 < parts.size(); key += 2) {
            int from = parts.get(key) + 1;
            int value = parts.get(key + 1) + 1;
            String keyword = new String(fcs, from, value - 1 - from, StandardCharsets.ISO_8859_1);
            byte[] changed = fcs.clone();
            for (int at = value; at < parts.get(key + 2); at++) {
                changed[at] = (byte) Mutation.MARK.charAt((at - value) % Mutation.MARK.length());
            }
            changes.add(new Change(keyword, Mutation.isAllowed(keyword), changed));
        }
        return changes;
    }

    private static int offset(byte[] fcs, int at) {
        return Integer.parseInt(new String(fcs, at, 8, StandardCharsets.US_ASCII).strip());
    }

    /** Each cell of a table of text in turn. Allowed are what says serial number, day and result, and the titles and percentages of the table. */
    static List<Change> cells(byte[] csv) {
        String[] lines = new String(csv, StandardCharsets.ISO_8859_1).split("(?<=\n)");
        List<Change> changes = new ArrayList<>();
        int table = -1;
        for (int line = 0; line < lines.length; line++) {
            String[] cells = lines[line].stripTrailing().split(",", -1);
            table = lines[line].contains("Detector,Gain") ? line : table;
            boolean ends = table >= 0 && lines[line].isBlank();
            table = ends ? -2 : table;
            for (int cell = 0; cell < cells.length; cell++) {
                boolean percent = table >= 0 && line > table && (cell == 4 || cell == 6);
                boolean word = table < 0 && !cells[0].startsWith("Operator") && !cells[0].startsWith("Bead");
                boolean allowed = percent
                        || line == table
                        || cells.length == 1
                        || (word && cell == 0)
                        || cells[0].startsWith("Serial");
                if (!cells[cell].isEmpty()) {
                    changes.add(new Change(line + " " + cell, allowed, with(lines, line, cells, cell)));
                }
            }
        }
        return changes;
    }

    private static byte[] with(String[] lines, int line, String[] cells, int cell) {
        String[] changed = cells.clone();
        changed[cell] = Mutation.MARK.repeat(cells[cell].length() / Mutation.MARK.length() + 1);
        String[] all = lines.clone();
        all[line] = String.join(",", changed) + "\r\n";
        return String.join("", all).getBytes(StandardCharsets.ISO_8859_1);
    }
}
