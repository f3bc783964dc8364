package org.benchconnect.upgrade.feature;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The main section of a manifest, read more strictly than a framework does, so that no framework reads anything else: a header
 * comes once, lines end with LF or CRLF, and no control character hides.
 */
final class ManifestFile {
    /** The longest manifest, in bytes. */
    static final int MAX_BYTES = 1 << 20;

    private static final Pattern HEADER = Pattern.compile("([A-Za-z0-9][A-Za-z0-9_-]{0,69}): ?(.*)");

    private ManifestFile() {}

    /** The headers by name, whatever the case. */
    static Map<String, String> headers(byte[] bytes) throws MalformedModuleException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : mainSection(bytes).split("\n")) {
            Matcher header = HEADER.matcher(line);
            if (!header.matches()) {
                throw new MalformedModuleException("a manifest of lines \"Name: value\"", "another line");
            }
            if (headers.put(header.group(1), header.group(2)) != null) {
                throw new MalformedModuleException("each header of a manifest once", "one twice");
            }
        }
        return headers;
    }

    /** The lines before the first empty one, continued ones joined: at bytes, since a character may be split. */
    private static String mainSection(byte[] bytes) throws MalformedModuleException {
        String raw = new String(bytes, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        int end = raw.indexOf("\n\n");
        String joined = (end < 0 ? raw : raw.substring(0, end)).replace("\n ", "");
        if (joined.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
            throw new MalformedModuleException("a manifest without control characters", "one");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(joined.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedModuleException("a manifest in UTF-8", "other bytes");
        }
    }
}
