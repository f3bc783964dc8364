package org.benchconnect.crypto.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.function.UnaryOperator;

/** A time-stamping authority on loopback, RFC 3161 over plain http. */
public final class TestTimeStampServer implements AutoCloseable {
    private final HttpServer server;
    private final UnaryOperator<byte[]> answers;

    private TestTimeStampServer(HttpServer server, UnaryOperator<byte[]> answers) {
        this.server = server;
        this.answers = answers;
    }

    /** Begins to listen on a free port. Ends when closed. */
    public static TestTimeStampServer start(TestTimeStamps stamps) {
        return answering(stamps::answer);
    }

    /** The same with any answer to a request. */
    public static TestTimeStampServer answering(UnaryOperator<byte[]> answers) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TestTimeStampServer started = new TestTimeStampServer(server, answers);
            server.createContext("/", started::answer);
            server.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] answer = answers.apply(exchange.getRequestBody().readAllBytes());
        exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
        exchange.sendResponseHeaders(200, answer.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(answer);
        }
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
