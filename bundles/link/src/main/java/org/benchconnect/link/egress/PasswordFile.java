package org.benchconnect.link.egress;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A password in a file. It is read where it is used, so that a new one needs no restart, and nothing here prints it. */
public final class PasswordFile {
    private static final int MAX_BYTES = 4096;

    private final Path file;

    /** Reads nothing yet. */
    public PasswordFile(Path file) {
        this.file = file;
    }

    /**
     * The first line of the file; the caller overwrites it after use.
     *
     * @throws IOException if there is no such file, or it is no text of 1 to 4096 bytes; its message may have the path, which may name a person
     */
    public char[] reveal() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            try {
                return firstLine(bytes);
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        }
    }

    private static char[] firstLine(byte[] bytes) throws IOException {
        CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        int end = 0;
        while (end < text.limit() && text.get(end) != '\n' && text.get(end) != '\r') {
            end++;
        }
        if (end == 0 || bytes.length > MAX_BYTES) {
            throw new IOException("no password in the first line");
        }
        char[] line = new char[end];
        text.get(line);
        if (text.hasArray()) {
            Arrays.fill(text.array(), '\0');
        }
        return line;
    }

    @Override
    public String toString() {
        return "PasswordFile";
    }
}
