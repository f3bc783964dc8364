package org.benchconnect.tests.privacy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * What is inside of bytes: themselves, without escapes, and whatever is compressed, in base64 or in hexadecimal digits in
 * them, {@value #DEPTH} layers deep.
 */
final class Layers {
    private static final int DEPTH = 3;
    /** More than anything that is searched; a bound for what expands. */
    private static final int MAX_BYTES = 64 << 20;

    private static final Pattern JSON_ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|([\"\\\\/bfnrt]))");
    private static final Pattern URL_ESCAPE = Pattern.compile("%([0-9a-fA-F]{2})|\\+");
    private static final Pattern LINE_END = Pattern.compile("\\\\?\r?\n");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{12,}");
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}){8,}");

    private Layers() {}

    /**
     * Bytes and how one comes to them.
     *
     * @param how empty for the output itself, or such as {@code gzip, }
     * @param bytes what is there
     */
    record Layer(String how, byte[] bytes) {}

    static List<Layer> of(byte[] output) {
        List<Layer> layers = new ArrayList<>();
        unfold(new Layer("", output), DEPTH, layers);
        return layers;
    }

    private static void unfold(Layer layer, int depth, List<Layer> layers) {
        layers.add(layer);
        if (depth == 0) {
            return;
        }
        List<Layer> inner = new ArrayList<>();
        String text = new String(layer.bytes(), StandardCharsets.ISO_8859_1);
        escaped(layer, "JSON", text, Layers::withoutJson, inner);
        escaped(layer, "URL", text, Layers::withoutUrl, inner);
        escaped(layer, "lines", text, joined -> LINE_END.matcher(joined).replaceAll(""), inner);
        compressed(layer, inner);
        encoded(layer, text, inner);
        inner.forEach(each -> unfold(each, depth - 1, layers));
    }

    private static void escaped(
            Layer outer, String how, String text, UnaryOperator<String> unescape, List<Layer> inner) {
        String plain = unescape.apply(text);
        if (!plain.equals(text)) {
            inner.add(new Layer(outer.how() + how + ", ", plain.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    /** Letters beyond Latin-1 become UTF-8, as bytes. */
    private static String withoutJson(String text) {
        Matcher escape = JSON_ESCAPE.matcher(text);
        return escape.replaceAll(found -> Matcher.quoteReplacement(
                found.group(1) == null ? letter(found.group(2)) : utf8((char) Integer.parseInt(found.group(1), 16))));
    }

    private static String letter(String escaped) {
        return switch (escaped) {
            case "b" -> "\b";
            case "f" -> "\f";
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            default -> escaped;
        };
    }

    private static String utf8(char letter) {
        return new String(String.valueOf(letter).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String withoutUrl(String text) {
        return URL_ESCAPE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) == null ? " " : String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    private static void compressed(Layer outer, List<Layer> inner) {
        byte[] bytes = outer.bytes();
        for (int at = 0; at + 2 < bytes.length; at++) {
            boolean gzip = bytes[at] == 0x1f && (bytes[at + 1] & 0xff) == 0x8b && bytes[at + 2] == 8;
            boolean zlib = bytes[at] == 0x78 && (0x7800 + (bytes[at + 1] & 0xff)) % 31 == 0;
            if (gzip || zlib) {
                byte[] expanded = expand(new ByteArrayInputStream(bytes, at, bytes.length - at), gzip);
                if (expanded.length > 0) {
                    inner.add(new Layer(outer.how() + (gzip ? "gzip, " : "zlib, "), expanded));
                }
            }
        }
    }

    /** As much as there is before the first thing that is wrong. */
    private static byte[] expand(InputStream compressed, boolean gzip) {
        ByteArrayOutputStream expanded = new ByteArrayOutputStream();
        try (InputStream plain = gzip ? new GZIPInputStream(compressed) : new InflaterInputStream(compressed)) {
            byte[] buffer = new byte[4096];
            for (int length = plain.read(buffer);
                    length > 0 && expanded.size() < MAX_BYTES;
                    length = plain.read(buffer)) {
                expanded.write(buffer, 0, length);
            }
        } catch (IOException end) {
            return expanded.toByteArray();
        }
        return expanded.toByteArray();
    }

    private static void encoded(Layer outer, String text, List<Layer> inner) {
        Matcher hex = HEX.matcher(text);
        while (hex.find()) {
            inner.add(new Layer(outer.how() + "hex, ", HexFormat.of().parseHex(hex.group())));
        }
        Matcher base64 = BASE64.matcher(text);
        while (base64.find()) {
            String run = base64.group().replace('-', '+').replace('_', '/');
            for (int skip = 0; skip < 4; skip++) {
                int length = (run.length() - skip) / 4 * 4;
                int rest = (run.length() - skip) % 4;
                String part = run.substring(skip, skip + length + (rest == 1 ? 0 : rest));
                inner.add(
                        new Layer(outer.how() + "base64, ", Base64.getDecoder().decode(part)));
            }
        }
    }
}
