package org.benchconnect.simulator;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A dataset read the simple way, for tests alone: HEADER's offsets, and every keyword with its value.
 *
 * @param version of the format
 * @param textStart first byte of TEXT, from the dataset's own
 * @param textEnd last byte of TEXT
 * @param dataStart first byte of DATA, or 0
 * @param dataEnd last byte of DATA, or 0
 * @param keywords what TEXT says
 */
record RawSegment(
        String version, int textStart, int textEnd, int dataStart, int dataEnd, Map<String, String> keywords) {

    static RawSegment at(byte[] file, int offset) {
        String header = new String(file, offset, 58, StandardCharsets.US_ASCII);
        int textStart = number(header, 0);
        int textEnd = number(header, 1);
        String text = new String(file, offset + textStart, textEnd - textStart + 1, StandardCharsets.ISO_8859_1);
        return new RawSegment(
                header.substring(0, 6), textStart, textEnd, number(header, 2), number(header, 3), keywords(text));
    }

    private static int number(String header, int field) {
        return Integer.parseInt(header.substring(10 + 8 * field, 18 + 8 * field).strip());
    }

    private static Map<String, String> keywords(String text) {
        char delimiter = text.charAt(0);
        String escaped = "" + delimiter + delimiter;
        String[] parts = text.substring(1, text.length() - 1)
                .replace(escaped, "\0")
                .split(java.util.regex.Pattern.quote("" + delimiter), -1);
        Map<String, String> keywords = new LinkedHashMap<>();
        for (int part = 0; part + 1 < parts.length; part += 2) {
            keywords.put(parts[part], parts[part + 1].replace('\0', delimiter));
        }
        return keywords;
    }

    String get(String keyword) {
        return keywords.getOrDefault(keyword, "(none)");
    }
}
