package org.benchconnect.desk.teamviewer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Answers what it was told to, in order, and keeps what it was asked. */
final class FakeWebApi implements AutoCloseable {
    static final String TOKEN = "1234567-abcdefghij";

    private final HttpServer server;
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    record Reply(int status, Map<String, String> headers, byte[] body) {}

    FakeWebApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    WebApi client() {
        return new WebApi(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1"), ApiToken.of(TOKEN));
    }

    FakeWebApi says(int status, String body) {
        return says(status, Map.of(), body);
    }

    FakeWebApi says(int status, Map<String, String> headers, String body) {
        synchronized (replies) {
            replies.add(new Reply(status, headers, body.getBytes(StandardCharsets.UTF_8)));
        }
        return this;
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String authorised = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body
                + (authorised.equals("Bearer " + TOKEN) ? "" : " WITHOUT TOKEN"));
        Reply reply;
        synchronized (replies) {
            reply = replies.remove();
        }
        reply.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(reply.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
