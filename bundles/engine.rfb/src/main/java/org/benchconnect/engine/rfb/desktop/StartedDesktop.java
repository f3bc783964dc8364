package org.benchconnect.engine.rfb.desktop;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program on Linux, started at the first connection: a Unix socket in a folder that only this account may enter, a password of its own in a file of mode 0600. It ends with {@link #stop},
 * and with the agent however that ends, because the thread that started it lives as long as the agent's process or the program.
 */
public final class StartedDesktop implements Desktop {
    private static final Logger LOG = LoggerFactory.getLogger(StartedDesktop.class);
    private static final long START_SECONDS = 15;
    private static final long STOP_SECONDS = 2;
    private static final long LOOK_MILLIS = 20;
    private static final long HANDSHAKE_SECONDS = 10;

    private final Program program;
    private final DesktopSettings settings;
    private final VncPassword password = VncPassword.random();
    private @Nullable SessionFolder folder;
    private @Nullable Process process;
    private boolean stopped;

    /** Nothing is started yet. */
    public StartedDesktop(Program program, DesktopSettings settings) {
        this.program = program;
        this.settings = settings;
    }

    /** Whether this PC has the program. */
    public static boolean isThere(Program program, DesktopSettings settings) {
        return program.isThere(settings);
    }

    @Override
    public Connected connect() throws DesktopException {
        Path socket;
        Process running;
        synchronized (this) {
            if (stopped) {
                throw new DesktopException("the desktop server is stopped");
            }
            running = process == null ? start() : process;
            process = running;
            socket = socket();
        }
        return greeted(opened(socket, running));
    }

    private Path socket() {
        return Objects.requireNonNull(folder).socket();
    }

    private Process start() throws DesktopException {
        remove(folder); // of a start that failed
        try {
            SessionFolder made = SessionFolder.create();
            folder = made;
            made.write(made.password(), password.file());
            byte[] authority = program.authority(settings, Files.getOwner(made.path()));
            if (authority.length > 0) {
                made.write(made.authority(), authority);
            }
            List<String> command = program.command(settings, made)
                    .orElseThrow(() -> new DesktopException("the desktop server is not installed"));
            Process started = started(kept(command, program.environment()));
            process = started; // from now on stop ends it, whatever fails
            made.serves(started.pid());
            return started;
        } catch (IOException e) {
            throw new DesktopException("the desktop server cannot be started", e);
        }
    }

    private static Process started(CompletableFuture<Process> starting) throws DesktopException {
        try {
            return starting.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            starting.thenAccept(Process::destroyForcibly);
            throw new DesktopException("the desktop server cannot be started", e);
        } catch (InterruptedException e) {
            starting.thenAccept(Process::destroyForcibly);
            Thread.currentThread().interrupt();
            throw new DesktopException("interrupted", e);
        }
    }

    /** Linux tells a child of its parent's death when the thread ends that made it: this one waits for the child. */
    private static CompletableFuture<Process> kept(List<String> command, Map<String, String> environment) {
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread keeper = new Thread(
                () -> {
                    try {
                        ProcessBuilder builder = new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
                        builder.environment().putAll(environment);
                        Process process = builder.start();
                        process.getOutputStream().close();
                        started.complete(process);
                        process.waitFor();
                    } catch (IOException e) {
                        started.completeExceptionally(e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "benchconnect-rfb-keeper");
        keeper.setDaemon(true);
        keeper.start();
        return started;
    }

    private static SocketChannel opened(Path socket, Process running) throws DesktopException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (true) {
            try {
                SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                try {
                    // As little as the system allows: what is in there when the connection is cut is still carried out.
                    channel.setOption(StandardSocketOptions.SO_SNDBUF, 1);
                    channel.connect(UnixDomainSocketAddress.of(socket));
                    return channel;
                } catch (IOException e) {
                    channel.close();
                    if (System.nanoTime() - until > 0 || running.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                        throw new DesktopException("the desktop server does not listen", e);
                    }
                }
            } catch (IOException e) {
                throw new DesktopException("no Unix socket can be opened", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DesktopException("interrupted", e);
            }
        }
    }

    private Connected greeted(SocketChannel channel) throws DesktopException {
        return Greeting.greet(channel, password, HANDSHAKE_SECONDS);
    }

    @Override
    public void stop() {
        Process running;
        SessionFolder removed;
        synchronized (this) {
            stopped = true;
            running = process;
            removed = folder;
        }
        try {
            if (running != null) {
                running.destroy();
                if (!running.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                    running.destroyForcibly().waitFor(STOP_SECONDS, TimeUnit.SECONDS);
                }
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        } finally {
            remove(removed);
        }
    }

    private static void remove(@Nullable SessionFolder folder) {
        try {
            if (folder != null) {
                folder.remove();
            }
        } catch (IOException e) {
            LOG.warn("the desktop server's folder cannot be removed", e);
        }
    }

    /** The process, for who checks that it ends. */
    @Nullable
    ProcessHandle handle() {
        synchronized (this) {
            return process == null ? null : process.toHandle();
        }
    }
}
