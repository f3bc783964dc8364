package org.benchconnect.cli.upgrade;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an administrator of a laboratory has allowed in advance, for PCs at which nobody sits: exactly these documents, and nothing else.
 *
 * @param account who, by name or id
 * @param pin that person's; wiped when this is closed
 * @param features each feature that may become newer, with the SHA-256 of the one document that may come
 * @param language in which the person read the text
 * @param when how it waits, as the API calls it
 * @param idle whether somebody looks at the instrument before this is used: it is idle
 */
record AnswerFile(String account, char[] pin, Map<String, String> features, String language, String when, boolean idle)
        implements AutoCloseable {
    private static final int MAX_BYTES = 64 << 10;
    private static final Set<String> MEMBERS = Set.of("account", "pin", "features", "language", "when", "idle");
    private static final Pattern PIN = Pattern.compile("\"pin\"\\s*:\\s*\"([0-9]{6,12})\"");
    private static final String DIGEST = "[0-9a-f]{64}";

    /**
     * Reads it.
     *
     * @throws AnswerFileRefusedException if others can read it, or it is not as it must be: then nothing is allowed. The message never repeats what stands in it
     */
    static AnswerFile read(Path file) throws IOException {
        OwnerOnly.check(file);
        byte[] bytes = bytes(file);
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        try {
            if (bytes.length > MAX_BYTES) {
                throw new AnswerFileRefusedException(UpgradePhrase.FILE_TOO_LONG, "");
            }
            return parse(text);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(text.array(), '\0');
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw new AnswerFileRefusedException(UpgradePhrase.FILE_UNREADABLE, file.toString(), e);
        }
    }

    /** The PIN is taken out before anything else is read, and becomes no string. */
    private static AnswerFile parse(CharBuffer text) throws IOException {
        Matcher found = PIN.matcher(text);
        if (!found.find()) {
            throw new AnswerFileRefusedException(UpgradePhrase.FILE_NO_PIN, "");
        }
        char[] pin = new char[found.end(1) - found.start(1)];
        for (int i = 0; i < pin.length; i++) {
            pin[i] = text.get(found.start(1) + i);
            text.put(found.start(1) + i, '0');
        }
        try {
            return of(JsonParser.parseString(text.toString()).getAsJsonObject(), pin);
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
            Arrays.fill(pin, '\0');
            throw new AnswerFileRefusedException(UpgradePhrase.FILE_NOT_JSON, "", e);
        } catch (IOException e) {
            Arrays.fill(pin, '\0');
            throw e;
        }
    }

    private static AnswerFile of(JsonObject json, char[] pin) throws IOException {
        if (!json.keySet().equals(MEMBERS)) {
            throw new AnswerFileRefusedException(UpgradePhrase.FILE_MEMBERS, "");
        }
        Map<String, String> features = new TreeMap<>();
        for (Map.Entry<String, JsonElement> each :
                json.getAsJsonObject("features").entrySet()) {
            if (!each.getValue().getAsString().matches(DIGEST)) {
                throw new AnswerFileRefusedException(UpgradePhrase.FILE_DIGESTS, "");
            }
            features.put(each.getKey(), each.getValue().getAsString());
        }
        String when = json.get("when").getAsString();
        String language = json.get("language").getAsString();
        JsonElement idle = json.get("idle");
        if (features.isEmpty()
                || !Set.of(UpgradeOptions.IN_WINDOW, UpgradeOptions.AS_SOON_AS_IDLE)
                        .contains(when)
                || !Set.of("en", "it", "es").contains(language)
                || !idle.getAsJsonPrimitive().isBoolean()) {
            throw new AnswerFileRefusedException(UpgradePhrase.FILE_VALUES, "");
        }
        return new AnswerFile(
                json.get("account").getAsString(), pin, Map.copyOf(features), language, when, idle.getAsBoolean());
    }

    /** A copy, which whoever takes it wipes. */
    char[] copyOfPin() {
        return pin.clone();
    }

    @Override
    public String toString() {
        return "an answer file of " + account;
    }

    @Override
    public void close() {
        Arrays.fill(pin, '\0');
    }
}
