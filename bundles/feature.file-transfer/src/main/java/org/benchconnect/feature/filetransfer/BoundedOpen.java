package org.benchconnect.feature.filetransfer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException;

/** Opens a file on a thread of its own: whoever swaps it for a pipe meanwhile holds up that thread, and nobody else. */
final class BoundedOpen {
    /** So long for a plain file is a disk that fails. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private BoundedOpen() {}

    /**
     * Opens.
     *
     * @param open may wait for ever
     * @param release lets go of {@code open} if it waits
     * @param after runs when {@code open} has ended, on its thread
     */
    static FileChannel of(Callable<FileChannel> open, Release release, Runnable after)
            throws IOException, TransferRefusedException {
        CompletableFuture<FileChannel> opened = new CompletableFuture<>();
        Thread thread = new Thread(() -> run(open, after, opened), "file-transfer-open");
        thread.setDaemon(true);
        thread.start();
        try {
            return opened.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the file cannot be opened"); // the cause would have its name
        } catch (TimeoutException e) {
            opened.cancel(false);
            release.run();
            throw PlainFile.refused("the file does not open: it is a pipe");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            opened.cancel(false);
            throw new IOException("interrupted");
        }
    }

    private static void run(Callable<FileChannel> open, Runnable after, CompletableFuture<FileChannel> opened) {
        try {
            if (opened.isCancelled()) {
                return; // it began so late that nobody would let go of it
            }
            FileChannel channel = open.call();
            if (!opened.complete(channel)) {
                channel.close(); // nobody waits any more
            }
        } catch (Exception e) {
            opened.completeExceptionally(e);
        } finally {
            after.run();
        }
    }

    /** Lets go of a thread that waits. */
    interface Release {
        void run() throws IOException, TransferRefusedException;
    }
}
