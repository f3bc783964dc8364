package org.benchconnect.link.certificates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** Writes PEM files. */
final class PemFile {
    private PemFile() {}

    static Path write(Path file, String label, List<byte[]> blocks) {
        StringBuilder text = new StringBuilder();
        Base64.Encoder base64 = Base64.getMimeEncoder(64, new byte[] {'\n'});
        for (byte[] block : blocks) {
            text.append("-----BEGIN ").append(label).append("-----\n");
            text.append(base64.encodeToString(block));
            text.append("\n-----END ").append(label).append("-----\n");
        }
        try {
            return Files.writeString(file, text, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
