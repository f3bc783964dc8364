package org.benchconnect.cli.doctor;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The passwords that the settings name, each read once; overwritten by {@link #close}. What was not taken is not there, and nobody signs in with it. */
final class Secrets implements AutoCloseable {
    private final Settings settings;
    private final SecretFile file;
    private final Map<String, byte[]> byKey = new HashMap<>();

    Secrets(Settings settings, SecretFile file) {
        this.settings = settings;
        this.file = file;
    }

    /**
     * Reads what a key of section link names, if it names anything.
     *
     * @throws BlockedException if it may not be used, or there is no password in its first line
     */
    void take(String key) throws BlockedException {
        String named = settings.text("link", key);
        if (named.isEmpty()) {
            return;
        }
        byte[] bytes = file.read(key, named);
        try {
            byKey.put(key, firstLine(bytes));
        } catch (CharacterCodingException e) {
            throw new BlockedException(Cause.PASSWORD_UNREADABLE, Map.of("path", named, "key", key));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static byte[] firstLine(byte[] bytes) throws CharacterCodingException {
        CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        Arrays.fill(text.array(), '\0');
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        if (end == 0 || bytes.length > SecretFile.MAX_BYTES) {
            throw new CharacterCodingException();
        }
        return Arrays.copyOf(bytes, end);
    }

    /** A user that the settings name, with the password that was taken; null for none. */
    @Nullable
    Login login(String user, String key) {
        String name = settings.text("link", user);
        return name.isEmpty() ? null : new Login(name, byKey.getOrDefault(key, new byte[0]));
    }

    @Override
    public void close() {
        byKey.values().forEach(each -> Arrays.fill(each, (byte) 0));
    }

    /** Nothing of them. */
    @Override
    public String toString() {
        return "Secrets";
    }
}
