package org.benchconnect.crypto.signature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** One question and one answer of section 3.4 of RFC 3161, with limits on time and size. Follows nobody elsewhere. */
final class TimeStampExchange {
    /** A token with three certificates has about 6 KiB. */
    private static final int MAX_ANSWER = 64 * 1024;

    private static final int BLOCK = 8 * 1024;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final URI address;
    private final Duration patience;

    TimeStampExchange(URI address, Duration patience) {
        if (!Set.of("http", "https").contains(String.valueOf(address.getScheme())) || address.getHost() == null) {
            throw new IllegalArgumentException("not an address of http or https: " + address);
        }
        if (patience.toMillis() < 1 || patience.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("patience of " + patience);
        }
        this.address = address;
        this.patience = patience;
    }

    URI address() {
        return address;
    }

    byte[] ask(byte[] question) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        try {
            connection.setConnectTimeout((int) patience.toMillis());
            connection.setReadTimeout((int) patience.toMillis());
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", "application/timestamp-query");
            connection.setRequestProperty("Accept", "application/timestamp-reply");
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(question.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(question);
            }
            int status = connection.getResponseCode();
            String type = String.valueOf(connection.getContentType());
            if (status != HttpURLConnection.HTTP_OK || !type.startsWith("application/timestamp-reply")) {
                throw new IOException("status " + status + ", type " + type);
            }
            try (InputStream in = connection.getInputStream()) {
                return read(in, deadline);
            }
        } finally {
            connection.disconnect();
        }
    }

    /** Each read has patience again; the sum has not, so that a byte now and then does not keep us. */
    private static byte[] read(InputStream in, long deadline) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] block = new byte[BLOCK];
        for (int length = in.read(block); length >= 0; length = in.read(block)) {
            answer.write(block, 0, length);
            if (answer.size() > MAX_ANSWER) {
                throw new IOException("more than " + MAX_ANSWER + " bytes");
            }
            if (System.nanoTime() - deadline > 0) {
                throw new SocketTimeoutException("the answer is too slow");
            }
        }
        return answer.toByteArray();
    }
}
