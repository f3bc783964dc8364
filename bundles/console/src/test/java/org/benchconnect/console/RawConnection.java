package org.benchconnect.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A connection on which a test writes what no well-behaved client would. */
final class RawConnection implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader reader;
    private final long opened = System.nanoTime();

    RawConnection(String url) throws IOException {
        socket = new Socket("127.0.0.1", URI.create(url).getPort());
        socket.setSoTimeout(20_000);
        reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    RawConnection send(String text) throws IOException {
        socket.getOutputStream().write(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return this;
    }

    /** The next line, or null at the end. */
    @Nullable
    String line() throws IOException {
        return reader.readLine();
    }

    /** The status of an answer, 0 if the connection was closed instead. */
    int status() throws IOException {
        String line = line();
        return line == null ? 0 : Integer.parseInt(line.split(" ")[1]);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
