package org.benchconnect.tests.tuf;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import org.benchconnect.upgrade.tuf.ReleaseSource;

/** A repository behind plain HTTP, as the conformance suite serves it on this machine. */
final class PlainHttpSource implements ReleaseSource {
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private final String metadata;
    private final String targets;

    PlainHttpSource(String metadata, String targets) {
        this.metadata = metadata.endsWith("/") ? metadata : metadata + "/";
        this.targets = targets.endsWith("/") ? targets : targets + "/";
    }

    @Override
    public InputStream metadata(String fileName) throws IOException {
        return get(metadata + fileName);
    }

    @Override
    public InputStream target(String path) throws IOException {
        return get(targets + encoded(path, "/"));
    }

    @Override
    public void close() {
        // Each answer is closed by who reads it.
    }

    /** Percent-encoded but for letters, digits, {@code -._~} and what else is to be kept. */
    static String encoded(String text, String kept) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if ((UNRESERVED + kept).indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
            }
        }
        return encoded.toString();
    }

    private static InputStream get(String address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(address).openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setInstanceFollowRedirects(false);
        int status = connection.getResponseCode();
        if (status == HttpURLConnection.HTTP_NOT_FOUND || status == HttpURLConnection.HTTP_FORBIDDEN) {
            throw new NoSuchFileException(address);
        }
        if (status != HttpURLConnection.HTTP_OK) {
            throw new IOException(address + " answers with status " + status);
        }
        return connection.getInputStream();
    }
}
