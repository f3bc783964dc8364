package org.benchconnect.tests.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each disguise on values that were made up; the search must be able to find what the other tests do not want to find. */
class CanariesTest {
    private static final String NAME = "Zebedee \"Quux\"\\Öl/42 <x>";

    private final Canaries canaries = Canaries.of(Map.of("$SRC", NAME, "short", "abc", "own", "Violet"));

    private void assertFound(byte[] leaking) {
        assertFalse(canaries.in(leaking).isEmpty());
    }

    private void assertFound(String leaking) {
        assertFound(leaking.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void harmlessOutputHoldsNone() {
        assertEquals(
                Set.of(), canaries.in("{\"file\":1,\"format\":\"FCS2.0+FCS3.0\",\"laser\":\"VIOLET\",\"abc\":21}"));
        assertEquals(Set.of(), canaries.in(""));
        assertEquals(Set.of(), canaries.in("Zebedee"));
    }

    @Test
    void whatIsTooShortOrOurOwnWordIsSkippedAndSaysSo() {
        assertEquals(1, canaries.size());
        assertEquals(Set.of("short", "own"), Set.copyOf(canaries.skipped()));
    }

    @Test
    void aFindingNamesThePlaceAndNeverTheValue() {
        assertEquals(Set.of("$SRC: UTF-8"), canaries.in("log: " + NAME + " was here"));
    }

    @Test
    void rawIsFoundInEveryCharset() {
        assertFound("a line " + NAME + " with more");
        assertFound(("x" + NAME).getBytes(StandardCharsets.ISO_8859_1));
        assertFound(("x" + NAME).getBytes(StandardCharsets.UTF_16LE));
        assertFound(("x" + NAME).getBytes(StandardCharsets.UTF_16BE));
        assertFound(("x" + NAME).getBytes(StandardCharsets.UTF_16));
    }

    @Test
    void foldedIsFound() {
        assertFound(NAME.toLowerCase(Locale.ROOT));
        assertFound(NAME.toUpperCase(Locale.ROOT));
        assertFound(NAME.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_16LE));
    }

    @Test
    void escapedForUrlsIsFound() {
        String escaped = URLEncoder.encode(NAME, StandardCharsets.UTF_8);

        assertFound("GET /?q=" + escaped);
        assertFound("GET /" + escaped.replace("+", "%20"));
        assertFound("GET /?next=" + URLEncoder.encode("/?q=" + escaped, StandardCharsets.UTF_8));
    }

    @Test
    void escapedForJsonIsFound() {
        StringBuilder every = new StringBuilder();
        NAME.chars().forEach(letter -> every.append(String.format(Locale.ROOT, "\\u%04X", letter)));

        assertFound(new Gson().toJson(Map.of("a", NAME)));
        assertFound("\"" + NAME.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/") + "\"");
        assertFound(new Gson().toJson(new Gson().toJson(NAME)));
        assertFound("\"" + every + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "some longer text before "})
    void base64IsFoundAtEachAlignment(String before) {
        byte[] text = utf8(before + NAME + " and after");

        assertFound("k=" + Base64.getEncoder().encodeToString(text));
        assertFound("k=" + Base64.getUrlEncoder().withoutPadding().encodeToString(text));
        assertFound("k=" + Base64.getMimeEncoder().encodeToString(utf8("x".repeat(60) + before + NAME)));
        assertFound("k=" + Base64.getEncoder().encodeToString((before + NAME).getBytes(StandardCharsets.UTF_16LE)));
    }

    @Test
    void theCoreOfBase64HoldsNoBitOfANeighbour() {
        for (String before : List.of("", "a", "ab")) {
            for (String after : List.of("", "z", "zz")) {
                String whole = Base64.getEncoder().encodeToString(utf8(before + "Zebedee" + after));

                assertTrue(Disguise.base64(utf8("Zebedee")).stream().anyMatch(whole::contains), before + "|" + after);
            }
        }
    }

    @Test
    void hexadecimalIsFoundInBothCases() {
        assertFound("id " + HexFormat.of().formatHex(utf8(NAME)));
        assertFound("id " + HexFormat.of().withUpperCase().formatHex(utf8("f" + NAME + "e")));
        assertFound("id " + HexFormat.of().formatHex(NAME.getBytes(StandardCharsets.UTF_16BE)));
    }

    @Test
    void compressedIsFound() throws IOException {
        assertFound(compressed(true, "before " + NAME + " after"));
        assertFound(compressed(false, "before " + NAME + " after"));
        assertFound(HexFormat.of().formatHex(compressed(true, NAME)));
        assertFound("p=" + Base64.getEncoder().encodeToString(compressed(false, new Gson().toJson(NAME))));
    }

    @Test
    void compressedIsFoundInTheMiddleOfOtherBytesAndWhenItIsCut() throws IOException {
        byte[] packed = compressed(true, NAME + " ".repeat(500) + "end");
        ByteArrayOutputStream around = new ByteArrayOutputStream();
        around.write(new byte[] {0x78, 1, 2, 0x1f, 3});
        around.write(packed, 0, packed.length - 12);

        assertFound(around.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"MD5", "SHA-1", "SHA-256"})
    void anUnkeyedDigestIsFound(String algorithm) throws Exception {
        MessageDigest digest = MessageDigest.getInstance(algorithm);
        byte[] plain = digest.digest(utf8(NAME));
        byte[] folded = digest.digest(utf8(NAME.toLowerCase(Locale.ROOT)));
        byte[] wide = digest.digest(NAME.getBytes(StandardCharsets.UTF_16LE));

        for (byte[] each : List.of(plain, folded, wide)) {
            assertFound(each);
            assertFound("id=" + HexFormat.of().formatHex(each));
            assertFound("id=" + HexFormat.of().withUpperCase().formatHex(each));
            assertFound("id=" + Base64.getEncoder().encodeToString(each));
            assertFound("id=" + Base64.getUrlEncoder().withoutPadding().encodeToString(each));
        }
    }

    private static byte[] compressed(boolean gzip, String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream packing = gzip ? new GZIPOutputStream(packed) : new DeflaterOutputStream(packed)) {
            packing.write(utf8(text));
        }
        return packed.toByteArray();
    }
}
