package org.benchconnect.teamviewerbridge.teamviewer;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads one JSON document as RFC 8259 writes it and no laxer, in UTF-8, with limits. Pure. */
final class StrictJson {
    private static final int DEEPEST = 12;

    private StrictJson() {}

    /** What is made of a document. */
    @FunctionalInterface
    interface Reading<T> {
        T read(JsonReader json) throws IOException, SettingsFileException;
    }

    /** Reads a whole document of at most so many bytes; a byte order mark before it is passed over. */
    static <T> T read(byte[] utf8, int most, Reading<T> reading) throws SettingsFileException {
        if (utf8.length > most) {
            throw new SettingsFileException("it has more than " + most + " bytes");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            JsonReader json = new JsonReader(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
            json.setStrictness(Strictness.STRICT);
            json.setNestingLimit(DEEPEST);
            T read = reading.read(json);
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new SettingsFileException("something stands behind the document");
            }
            return read;
        } catch (CharacterCodingException e) {
            throw new SettingsFileException("it is not UTF-8", e);
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            throw new SettingsFileException("it is not JSON of the form that is read here", e);
        }
    }
}
