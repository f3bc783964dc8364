package org.benchconnect.teamviewerbridge.support;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The words of {@code support.json}, before anybody asks what they mean: one JSON object as RFC 8259 writes it and no laxer, of the members that there are, each
 * once.
 *
 * @param texts {@code telephone}, {@code region} and {@code supporters-key}, those that are there
 * @param lists {@code relays} and {@code authorities}, those that are there
 */
record SupportText(Map<String, String> texts, Map<String, List<String>> lists) {
    /** The longest file, in bytes. */
    static final int LONGEST = 64 * 1024;

    private static final Set<String> TEXTS = Set.of("telephone", "region", "supporters-key");
    private static final Set<String> LISTS = Set.of("relays", "authorities");
    private static final int MOST = 8;
    private static final int LONGEST_TEXT = 256;

    static SupportText read(byte[] utf8) throws SupportFileException {
        if (utf8.length > LONGEST) {
            throw new SupportFileException("it has more than " + LONGEST + " bytes");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            JsonReader json = new JsonReader(new StringReader(text));
            json.setStrictness(Strictness.STRICT);
            json.setNestingLimit(2);
            SupportText read = object(json);
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new SupportFileException("something stands behind the object");
            }
            return read;
        } catch (CharacterCodingException e) {
            throw new SupportFileException("it is not UTF-8", e);
        } catch (IOException | IllegalStateException e) {
            throw new SupportFileException("it is not a JSON object of texts and lists of texts", e);
        }
    }

    private static SupportText object(JsonReader json) throws IOException, SupportFileException {
        Map<String, String> texts = new TreeMap<>();
        Map<String, List<String>> lists = new TreeMap<>();
        Set<String> names = new HashSet<>();
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            if (!TEXTS.contains(name) && !LISTS.contains(name)) {
                throw new SupportFileException(
                        "it has a member that is none of telephone, region, relays," + " supporters-key, authorities");
            }
            if (!names.add(name)) {
                throw new SupportFileException(name + " comes twice");
            }
            if (TEXTS.contains(name)) {
                texts.put(name, text(json, name));
            } else {
                lists.put(name, list(json, name));
            }
        }
        json.endObject();
        return new SupportText(texts, lists);
    }

    private static List<String> list(JsonReader json, String name) throws IOException, SupportFileException {
        List<String> list = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            list.add(text(json, name));
            if (list.size() > MOST) {
                throw new SupportFileException(name + " has more than " + MOST + " entries");
            }
        }
        json.endArray();
        return list;
    }

    private static String text(JsonReader json, String name) throws IOException, SupportFileException {
        if (json.peek() != JsonToken.STRING) {
            throw new SupportFileException(name + " is not made of texts");
        }
        String text = json.nextString();
        if (text.length() > LONGEST_TEXT) {
            throw new SupportFileException(name + " has more than " + LONGEST_TEXT + " characters");
        }
        return text;
    }
}
