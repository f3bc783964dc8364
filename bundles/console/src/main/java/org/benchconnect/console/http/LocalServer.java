package org.benchconnect.console.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.benchconnect.console.http.Refused.Reason;
import org.benchconnect.console.http.Sessions.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server on 127.0.0.1: threads, time limits, headers. What is asked and answered is decided by the routes. */
public final class LocalServer implements AutoCloseable {
    /** How many event streams may be open. */
    public static final int MAX_STREAMS = 16;
    /**
     * How many requests may be answered at a time beside them. One beyond takes the place of the request that has been arriving
     * for longest; if all have arrived, it is closed.
     */
    static final int MAX_REQUESTS = 32;
    /**
     * How long a request may take to arrive, its body included. One that needs no right has no more time for its answer either:
     * no program that knows no secret keeps a thread for longer.
     */
    static final Duration ARRIVAL = Duration.ofSeconds(2);
    /** How long the answer may then take, to its last byte. */
    static final Duration ANSWER = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(LocalServer.class);
    /** So many that a program of this PC does not easily fill the queue, in which nobody can be given preference. */
    private static final int WAITING_CONNECTIONS = 1024;
    /** In milliseconds: how long a thread that was ended may take to be free again. */
    private static final int HANDOVER = 200;

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final Deadlines deadlines = new Deadlines();
    private final Semaphore streams = new Semaphore(MAX_STREAMS);
    private final OncePerMinute said = new OncePerMinute();

    private LocalServer(HttpServer server) {
        this.server = server;
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                0,
                MAX_REQUESTS + MAX_STREAMS,
                10,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                task -> Deadlines.daemon(task, "console-" + number.incrementAndGet()),
                this::makeRoom);
    }

    /**
     * All threads are busy. So that nobody shuts the others out with connections that never finish, the oldest request that has
     * not arrived gives its thread to this one. Called on the thread that accepts connections.
     */
    private void makeRoom(Runnable task, ThreadPoolExecutor busy) {
        try {
            if (!busy.isShutdown()
                    && deadlines.endOldestBeginner()
                    && busy.getQueue().offer(task, HANDOVER, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new RejectedExecutionException("all threads are busy"); // the platform closes the connection
    }

    /** Listens, and answers nothing yet. Port 0 takes a free one. */
    public static LocalServer bind(int port) throws IOException {
        InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
        return new LocalServer(HttpServer.create(new InetSocketAddress(loopback, port), WAITING_CONNECTIONS));
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** The address, without a slash at its end. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** How many requests are being answered, event streams included. */
    int busyThreads() {
        return threads.getActiveCount();
    }

    /** Begins to answer. */
    public void serve(Secret token, Sessions sessions, List<Route> routes) {
        serve(token, sessions, routes, ARRIVAL, ANSWER);
    }

    void serve(Secret token, Sessions sessions, List<Route> routes, Duration arrival, Duration answer) {
        Doorkeeper door = new Doorkeeper(new OriginCheck(port()), token, sessions, new SessionCookie(port()), routes);
        server.setExecutor(deadlines.limit(threads, arrival));
        server.createContext("/", exchange -> answer(exchange, door, sessions, answer));
        server.start();
    }

    private void answer(HttpExchange exchange, Doorkeeper door, Sessions sessions, Duration longest)
            throws IOException {
        protect(exchange.getResponseHeaders());
        try {
            Doorkeeper.Admitted admitted = door.admit(exchange);
            if (admitted.route().access().needsSecret()) {
                deadlines.renew(longest);
            }
            try {
                answer(exchange, admitted, sessions, longest);
            } finally {
                admitted.call().secrets().wipe();
            }
        } catch (Refused e) {
            if (e.reason() == Reason.METHOD_NOT_ALLOWED) {
                exchange.getResponseHeaders()
                        .set("Allow", door.allowed(exchange.getRequestURI().getRawPath()));
            }
            send(exchange, Reply.refusal(e));
        } catch (InterruptedException e) {
            // The deadline passed, or the server stops: the connection goes.
            throw new IOException("interrupted", e);
        } catch (RuntimeException e) {
            if (said.allows(e.getClass())) {
                LOG.error("A request could not be answered", e);
            }
            send(
                    exchange,
                    Reply.refusal(new Refused(500, Reason.INTERNAL, "A fault of the agent; its log tells more")));
        }
    }

    private void answer(HttpExchange exchange, Doorkeeper.Admitted admitted, Sessions sessions, Duration longest)
            throws IOException, InterruptedException, Refused {
        Reply reply = admitted.route().action().answer(admitted.call());
        if (reply instanceof Reply.Events events) {
            stream(exchange, events, sessions, admitted.call().session());
        } else if (reply instanceof Reply.Slow slow) {
            deadlines.renew(slow.longest());
            Reply.Whole found = slow.work().answer();
            deadlines.renew(longest);
            send(exchange, found);
        } else {
            send(exchange, (Reply.Whole) reply);
        }
    }

    private void stream(HttpExchange exchange, Reply.Events events, Sessions sessions, @Nullable Session session)
            throws IOException, InterruptedException, Refused {
        if (!streams.tryAcquire()) {
            throw new Refused(503, Reason.TOO_MANY, "At most " + MAX_STREAMS + " event streams may be open");
        }
        try {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            deadlines.suspend();
            OutputStream out = exchange.getResponseBody();
            events.writer().write(new EventSink(out, deadlines, () -> session == null || sessions.use(session)));
            exchange.close();
        } finally {
            streams.release();
        }
    }

    private static void send(HttpExchange exchange, Reply.Whole reply) throws IOException {
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        boolean bare = reply.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), bare ? -1 : reply.body().length);
        if (!bare) {
            exchange.getResponseBody().write(reply.body());
        }
        try {
            exchange.close();
        } catch (RuntimeException e) {
            // The answer is out; what is left of the request is skipped here, and may be broken.
            throw new IOException("broken rest of a request", e);
        }
    }

    /** Every answer says these; a page replaces the policy by its own, which allows its own scripts and styles. */
    private static void protect(Headers headers) {
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        deadlines.close();
    }
}
