package org.benchconnect.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The other page: the same client library, the same size, nothing else. On this machine's loopback address alone. */
final class DesktopPeer implements AutoCloseable {
    private static final String PAGE =
            "<!doctype html><title>peer</title><div id=place style='width:1280px;height:800px'></div>"
                    + "<script type=module>import RFB from '/novnc/core/rfb.js';"
                    + "window.begin = (url) => { const rfb = new RFB(document.getElementById('place'), url, { shared: true });"
                    + "rfb.scaleViewport = true; };</script>";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    DesktopPeer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", DesktopPeer::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean module = path.startsWith("/novnc/") && !path.contains("..");
        exchange.getResponseHeaders().set("Content-Type", module ? "text/javascript" : "text/html");
        byte[] body = path.equals("/") ? PAGE.getBytes(StandardCharsets.UTF_8) : module ? module(path) : new byte[0];
        exchange.sendResponseHeaders(body.length > 0 ? 200 : 404, body.length > 0 ? body.length : -1);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static byte[] module(String path) throws IOException {
        try (InputStream in = DesktopPeer.class.getResourceAsStream("/org/benchconnect/desk/viewer" + path)) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
