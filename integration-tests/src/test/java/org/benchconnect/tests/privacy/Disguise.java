package org.benchconnect.tests.privacy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The forms that one value can take: what {@link Canaries} looks for, byte by byte. */
final class Disguise {
    private Disguise() {}

    /**
     * One form.
     *
     * @param place where the value stands
     * @param how the form's name
     * @param bytes the form, at least {@link Canaries#SHORTEST} of them
     * @param anyCase whether {@code A} is {@code a}
     */
    record Needle(String place, String how, byte[] bytes, boolean anyCase) {
        boolean isAt(byte[] hay, int at) {
            if (at + bytes.length > hay.length) {
                return false;
            }
            for (int index = 0; index < bytes.length; index++) {
                byte seen = hay[at + index];
                boolean same = anyCase ? lower(seen) == lower(bytes[index]) : seen == bytes[index];
                if (!same) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A number for the four bytes from {@code at}, the same whatever their case. */
    static int firstFour(byte[] bytes, int at) {
        return lower(bytes[at]) << 24
                | (lower(bytes[at + 1]) & 0xff) << 16
                | (lower(bytes[at + 2]) & 0xff) << 8
                | (lower(bytes[at + 3]) & 0xff);
    }

    private static int lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
    }

    /** Every form of a value. */
    static List<Needle> of(String place, String value) {
        Set<String> cases =
                new LinkedHashSet<>(List.of(value, value.toLowerCase(Locale.ROOT), value.toUpperCase(Locale.ROOT)));
        List<Needle> needles = new ArrayList<>();
        for (String written : cases) {
            encodings(written).forEach((charset, bytes) -> {
                needles.add(new Needle(place, charset, bytes, true));
                needles.add(new Needle(
                        place, charset + " in hex", ascii(HexFormat.of().formatHex(bytes)), true));
                base64(bytes)
                        .forEach(text -> needles.add(new Needle(place, charset + " in base64", ascii(text), false)));
                digests(bytes).forEach((name, digest) -> addDigest(needles, place, charset + " as " + name, digest));
            });
        }
        needles.removeIf(needle -> needle.bytes().length < Canaries.SHORTEST);
        return needles;
    }

    private static void addDigest(List<Needle> needles, String place, String how, byte[] digest) {
        needles.add(new Needle(place, how, digest, false));
        needles.add(new Needle(place, how + " in hex", ascii(HexFormat.of().formatHex(digest)), true));
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            String text = encoder.withoutPadding().encodeToString(digest);
            needles.add(new Needle(place, how + " in base64", ascii(text), false));
        }
    }

    private static Map<String, byte[]> encodings(String value) {
        Map<String, byte[]> encodings = new LinkedHashMap<>();
        for (Charset charset : List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.ISO_8859_1,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE)) {
            byte[] bytes = value.getBytes(charset);
            if (charset.newEncoder().canEncode(value)
                    && encodings.values().stream().noneMatch(other -> Arrays.equals(other, bytes))) {
                encodings.put(charset.name(), bytes);
            }
        }
        return encodings;
    }

    /**
     * What base64 makes of the bytes wherever in a longer text they begin: at the first, second or third byte of a group of
     * three, without the letters that also hold bits of a neighbour.
     */
    static List<String> base64(byte[] bytes) {
        List<String> forms = new ArrayList<>();
        for (int before = 0; before < 3; before++) {
            byte[] group = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, group, before, bytes.length);
            int from = (before * 8 + 5) / 6;
            int to = group.length * 8 / 6;
            forms.add(Base64.getEncoder().encodeToString(group).substring(from, to));
            forms.add(Base64.getUrlEncoder().encodeToString(group).substring(from, to));
        }
        return forms.stream().distinct().toList();
    }

    private static Map<String, byte[]> digests(byte[] bytes) {
        Map<String, byte[]> digests = new LinkedHashMap<>();
        for (String name : List.of("MD5", "SHA-1", "SHA-256")) {
            try {
                digests.put(name, MessageDigest.getInstance(name).digest(bytes));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java has " + name, impossible);
            }
        }
        return digests;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
