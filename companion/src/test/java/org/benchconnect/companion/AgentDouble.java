package org.benchconnect.companion;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The agent's local API as documented, as far as a companion uses it: a token that changes with each start, the event stream, acknowledging, codes to sign in. */
public final class AgentDouble implements AutoCloseable {
    private static final AtomicInteger STARTS = new AtomicInteger();
    private static final String END = "";
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final String token = "token-of-start-" + STARTS.incrementAndGet() + "-0123456789abcdef";
    /** What each open stream still has to send. Guarded by this. */
    private final List<BlockingQueue<String>> streams = new ArrayList<>();
    /** Guarded by this. */
    private String state;

    /** Guarded by this. */
    private Optional<String> support = Optional.empty();

    final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    /** What came to be said of the desktop session. */
    final BlockingQueue<String> desktops = new LinkedBlockingQueue<>();

    volatile int acknowledging = 200;

    /** Listens, and says so in {@code run/api} of this home folder. */
    public AgentDouble(Path home) throws IOException {
        this(home, open());
    }

    /** The same, and what it tells whoever finds it is true from the beginning. */
    AgentDouble(Path home, String present) throws IOException {
        state = present;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        Files.createDirectories(home.resolve("run"));
        Files.writeString(home.resolve("run/api"), "{\"url\":\"" + address() + "\",\"token\":\"" + token + "\"}");
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String token() {
        return token;
    }

    /** From now on the truth, for every stream. */
    public synchronized void tell(String present) {
        state = present;
        streams.forEach(stream -> stream.add(present));
    }

    /** How remote support is from now on, for every stream. */
    synchronized void session(String session) {
        String event = "session\ndata: {\"session\":" + session + ",\"text\":null}";
        support = Optional.of(event);
        streams.forEach(stream -> stream.add(event));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || exchange.getRequestHeaders().containsKey("Origin")
                || !address().endsWith("//" + exchange.getRequestHeaders().getFirst("Host"))) {
            reply(exchange, 401, "{}");
            return;
        }
        if (request.equals("POST /api/v1/support/desktop")) {
            desktops.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
            return;
        }
        requests.add(request);
        if (request.startsWith("GET /api/v1/alerts?lang=")) {
            stream(exchange);
        } else if (request.startsWith("DELETE /api/v1/support?lang=")) {
            reply(exchange, 200, "{}");
        } else if (request.equals("POST /api/v1/sign-in-codes")) {
            reply(exchange, 201, "{\"code\":\"code-that-works-once\",\"expires\":\"2026-01-01T00:02:00Z\"}");
        } else if (request.matches("POST /api/v1/notices/[0-9]+/acknowledge\\?lang=..")) {
            reply(exchange, acknowledging, "{}");
        } else {
            reply(exchange, 404, "{}");
        }
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void stream(HttpExchange exchange) throws IOException {
        BlockingQueue<String> toSend = new LinkedBlockingQueue<>();
        synchronized (this) {
            toSend.add(state);
            support.ifPresent(toSend::add);
            streams.add(toSend);
        }
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (String next = toSend.take(); !next.equals(END); next = toSend.take()) {
                String event = next.startsWith("session\n") ? next : "alerts\ndata: " + next;
                out.write((": heartbeat\n\nevent: " + event + "\n\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next request, which must come. */
    String request() throws InterruptedException {
        String request = requests.poll(60, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("the companion asked nothing");
        }
        return request;
    }

    @Override
    public void close() {
        synchronized (this) {
            streams.forEach(stream -> stream.add(END));
        }
        server.stop(0);
        threads.shutdownNow();
    }

    /** A notice as the API tells it, with members that the companion does not know. */
    public static String notice(long id, String severity, String title, String escalatedAt) {
        return ("{'id':" + id + ",'severity':'" + severity + "','title':'" + title + "','detail':'" + title
                        + " in detail <b>&','remedy':'Do something.','source':'host','count':3,'firstSeen':'2026-01-01T00:00:00Z',"
                        + "'lastSeen':'2026-01-01T00:00:00Z','escalatedAt':"
                        + (escalatedAt.isEmpty() ? "null" : "'" + escalatedAt + "'") + ",'later':{'x':[1]}}")
                .replace('\'', '"');
    }

    /** An event with these notices. */
    public static String open(String... notices) {
        return "{\"mayAcquire\":true,\"notices\":[" + String.join(",", notices) + "],\"more\":0}";
    }
}
