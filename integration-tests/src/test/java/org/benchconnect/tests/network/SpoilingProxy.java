package org.benchconnect.tests.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP proxy with a user and password that tunnels to one gateway, as the weather lets it. */
final class SpoilingProxy implements AutoCloseable {
    static final String USER = "pc-17";
    static final String PASSWORD = "correct horse";

    private static final String LOGIN =
            "Basic " + Base64.getEncoder().encodeToString(Wire.ascii(USER + ":" + PASSWORD));

    private final Wire wire;
    private final int gateway;
    private final AtomicInteger tunnels = new AtomicInteger();
    private final Random random;
    private volatile Weather weather = Weather.CLEAR;

    SpoilingProxy(int gateway, long seed) throws IOException {
        this.gateway = gateway;
        this.random = new Random(seed);
        this.wire = new Wire("proxy", this::visit);
    }

    int port() {
        return wire.port();
    }

    /** How many tunnels were opened. */
    int tunnels() {
        return tunnels.get();
    }

    void weather(Weather now) {
        weather = now;
        if (now.endsConnections()) {
            wire.resetAll();
        }
    }

    private void visit(Socket client) throws IOException {
        Weather now = weather;
        if (now == Weather.OUTAGE) {
            Wire.reset(client);
            return;
        }
        InputStream in = client.getInputStream();
        if (now == Weather.SWALLOWING) {
            discard(in);
            return;
        }
        while (true) { // the second request brings the password, on the same connection
            String head = Wire.head(in);
            if (!head.startsWith("CONNECT localhost:" + gateway + " ")) {
                client.getOutputStream().write(Wire.ascii("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"));
                return;
            }
            if (!isTaken(head)) {
                client.getOutputStream().write(Wire.ascii(demand()));
            } else {
                tunnel(client);
                return;
            }
        }
    }

    private boolean isTaken(String head) {
        boolean known = head.lines().anyMatch(line -> line.equalsIgnoreCase("Proxy-Authorization: " + LOGIN));
        return known && weather != Weather.PROXY_NTLM && weather != Weather.PROXY_PASSWORD;
    }

    private String demand() {
        String schemes = weather == Weather.PROXY_NTLM
                ? "Proxy-Authenticate: NTLM\r\nProxy-Authenticate: Negotiate\r\n"
                : "Proxy-Authenticate: Basic realm=\"hospital\"\r\n";
        return "HTTP/1.1 407 Proxy Authentication Required\r\n" + schemes + "Content-Length: 0\r\n\r\n";
    }

    private void tunnel(Socket client) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), gateway)) {
            tunnels.incrementAndGet();
            client.getOutputStream().write(Wire.ascii("HTTP/1.1 200 Connection established\r\n\r\n"));
            Frost frost = new Frost(random.nextBoolean());
            Thread back = Wire.run("tunnel", () -> {
                try {
                    pass(server.getInputStream(), client.getOutputStream(), frost, true);
                } catch (IOException e) {
                    Wire.reset(client);
                }
                if (!frost.fallen) {
                    Wire.close(client);
                }
            });
            try {
                pass(client.getInputStream(), server.getOutputStream(), frost, frost.bothWays);
            } finally {
                Wire.close(server);
                join(back);
            }
        }
    }

    private void pass(InputStream in, OutputStream out, Frost frost, boolean freezes) throws IOException {
        byte[] buffer = new byte[16_384];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            frost.fallen |= weather == Weather.FROZEN;
            if (!frost.fallen || !freezes) {
                out.write(buffer, 0, count);
            }
        }
    }

    private static void discard(InputStream in) throws IOException {
        byte[] buffer = new byte[1024];
        while (in.read(buffer) >= 0) {
            Thread.onSpinWait();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }

    /** Of one connection: what comes from the server is lost, so that it acknowledges in vain, or all. It never thaws. */
    private static final class Frost {
        private final boolean bothWays;
        private volatile boolean fallen;

        Frost(boolean bothWays) {
            this.bothWays = bothWays;
        }
    }
}
