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
     * @throws IOException if others can read it, or it is not as it must be: then nothing is allowed. The message never repeats what stands in it
     */
    static AnswerFile read(Path file) throws IOException {
        OwnerOnly.check(file);
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        try {
            if (bytes.length > MAX_BYTES) {
                throw new IOException("the answer file is too long");
            }
            return parse(text);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(text.array(), '\0');
        }
    }

    /** The PIN is taken out before anything else is read, and becomes no string. */
    private static AnswerFile parse(CharBuffer text) throws IOException {
        Matcher found = PIN.matcher(text);
        if (!found.find()) {
            throw new IOException("the answer file has no \"pin\" of 6 to 12 digits");
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
            throw new IOException("the answer file is not JSON as it must be", e);
        } catch (IOException e) {
            Arrays.fill(pin, '\0');
            throw e;
        }
    }

    private static AnswerFile of(JsonObject json, char[] pin) throws IOException {
        if (!json.keySet().equals(MEMBERS)) {
            throw new IOException(
                    "the answer file has exactly the members account, pin, features, language, when, idle");
        }
        Map<String, String> features = new TreeMap<>();
        for (Map.Entry<String, JsonElement> each :
                json.getAsJsonObject("features").entrySet()) {
            if (!each.getValue().getAsString().matches(DIGEST)) {
                throw new IOException("the answer file names each feature with the SHA-256 of its document");
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
            throw new IOException("the answer file says when (IN_WINDOW or AS_SOON_AS_IDLE), language (en, it, es),"
                    + " idle (true or false), and at least one feature");
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
