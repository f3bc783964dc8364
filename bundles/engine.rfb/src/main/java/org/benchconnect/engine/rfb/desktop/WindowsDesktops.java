package org.benchconnect.engine.rfb.desktop;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.benchconnect.core.session.SessionView.Hindrance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server of Windows: an installed service that is started for a session and stopped after it, on loopback, with its settings checked before each session. Built from its makers' documents; not
 * run.
 */
final class WindowsDesktops implements Desktops {
    private static final Logger LOG = LoggerFactory.getLogger(WindowsDesktops.class);
    private static final int LONGEST = 256 * 1024;
    private static final long PATIENCE_SECONDS = 10;
    private static final long LOOK_MILLIS = 100;

    private final WindowsServer server;
    private final boolean windows =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    WindowsDesktops(WindowsServer server) {
        this.server = server;
    }

    @Override
    public List<Hindrance> hindrances() {
        return windows ? List.of() : List.of(Hindrance.NO_PROGRAM);
    }

    @Override
    public Desktop next() {
        return new Service();
    }

    private String settings() throws DesktopException {
        try {
            if (server == WindowsServer.ULTRAVNC) {
                Path file = WindowsServer.ultraVncSettings(Path.of(environment("ProgramFiles", "C:\\Program Files")));
                try (InputStream in = Files.newInputStream(file)) {
                    return new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
                }
            }
            return run(system("reg.exe"), "query", "HKLM\\SOFTWARE\\TightVNC\\Server");
        } catch (IOException e) {
            throw new DesktopException("the settings of the desktop server cannot be read", e);
        }
    }

    private static String environment(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null ? otherwise : value;
    }

    private static String system(String program) {
        return Path.of(environment("SystemRoot", "C:\\Windows"), "System32", program)
                .toString();
    }

    private static String run(String... words) throws IOException, DesktopException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new DesktopException(words[0] + " failed");
            }
            return text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DesktopException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** One session's. */
    private final class Service implements Desktop {
        private boolean started;
        private boolean stopped;

        @Override
        public synchronized Connected connect() throws DesktopException {
            if (stopped) {
                throw new DesktopException("the desktop server is stopped");
            }
            WindowsServer.Checked checked = server.check(settings());
            try {
                if (!started) {
                    run(system("sc.exe"), "start", server.service());
                    started = true;
                }
                return Greeting.greet(opened(checked.port()), checked.password(), PATIENCE_SECONDS);
            } catch (IOException e) {
                throw new DesktopException("the desktop server cannot be reached", e);
            }
        }

        /** The service answers some time after it was started. */
        private SocketChannel opened(int port) throws IOException, DesktopException {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (true) {
                try {
                    return SocketChannel.open(address);
                } catch (IOException e) {
                    if (System.nanoTime() - until > 0) {
                        throw e;
                    }
                    pause();
                }
            }
        }

        private void pause() throws DesktopException {
            try {
                wait(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DesktopException("interrupted", e);
            }
        }

        @Override
        public synchronized void stop() {
            stopped = true;
            if (!started) {
                return;
            }
            started = false;
            try {
                run(system("sc.exe"), "stop", server.service());
            } catch (IOException | DesktopException e) {
                LOG.warn("the desktop server cannot be stopped", e);
            }
        }
    }
}
