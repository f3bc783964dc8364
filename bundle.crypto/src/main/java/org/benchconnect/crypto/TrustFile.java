package org.benchconnect.crypto;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of section {@code tls}. */
enum TrustFile {
    TRUST_ANCHORS("trust-anchors", "a readable PEM file with at least one certificate and nothing else"),
    REVOCATION_LISTS(
            "revocation-lists",
            "a readable file with revocation lists and nothing else, each with a date of its next update and a signature over"
                    + " SHA-2");

    private static final Logger LOG = LoggerFactory.getLogger(HardenedTlsClient.class);

    private final String key;
    private final String content;

    TrustFile(String key, String content) {
        this.key = key;
        this.content = content;
    }

    /**
     * What a setting names.
     *
     * @param none what counts if it is empty
     * @return empty if a file is named and cannot be used, which is said in the log
     */
    <T> Optional<T> read(Path home, String setting, T none, Reader<T> reader) {
        if (setting.isBlank()) {
            return Optional.of(none);
        }
        try {
            return Optional.of(reader.read(home.resolve(setting.strip())));
        } catch (IOException | InvalidPathException | CertificateException e) {
            LOG.error(
                    "Nobody is trusted: the file of {}, section tls, cannot be used ({}). It must be {}.",
                    key,
                    e.getClass().getSimpleName(),
                    content);
            return Optional.empty();
        }
    }

    /** Reads one kind of file. */
    interface Reader<T> {
        T read(Path file) throws IOException, CertificateException;
    }
}
