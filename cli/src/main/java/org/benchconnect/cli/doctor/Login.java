package org.benchconnect.cli.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A user and where its password lies.
 *
 * @param user its name
 * @param file with the password in its first line, or null for none
 */
record Login(String user, @Nullable Path file) {
    private static final int MAX_BYTES = 4096;

    /**
     * The password in UTF-8, which the caller overwrites; empty for none.
     *
     * @throws IOException if it cannot be read, or the first line is empty
     */
    byte[] reveal() throws IOException {
        if (file == null) {
            return new byte[0];
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            int end = 0;
            while (end < text.limit() && text.get(end) != '\n' && text.get(end) != '\r') {
                end++;
            }
            if (end == 0 || bytes.length > MAX_BYTES) {
                throw new IOException("no password in its first line");
            }
            ByteBuffer encoded = StandardCharsets.UTF_8.encode(text.subSequence(0, end));
            byte[] password = new byte[encoded.remaining()];
            encoded.get(password);
            Arrays.fill(encoded.array(), (byte) 0);
            return password;
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Neither user nor path. */
    @Override
    public String toString() {
        return "Login";
    }
}
