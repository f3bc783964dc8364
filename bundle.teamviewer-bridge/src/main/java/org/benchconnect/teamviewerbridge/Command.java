package org.benchconnect.teamviewerbridge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program that prints something short and ends.
 *
 * @param words its absolute path and its arguments
 * @param patience after this it is ended
 * @param maxBytes so much of its output is read
 */
public record Command(List<String> words, Duration patience, int maxBytes) {
    private static final Logger LOG = LoggerFactory.getLogger(Command.class);

    /** What it printed; empty if it could not be started, ended with an error or was too slow. */
    public Optional<String> run() throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            try {
                return outputOf(process);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            LOG.debug("{} could not be started", words.get(0), e);
            return Optional.empty();
        }
    }

    private Optional<String> outputOf(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        CompletableFuture<byte[]> output = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process.getInputStream(), output), "command-output");
        reader.setDaemon(true); // a grandchild may hold the pipe open for ever
        reader.start();
        try {
            byte[] bytes = output.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            return ended && process.exitValue() == 0
                    ? Optional.of(new String(bytes, StandardCharsets.ISO_8859_1))
                    : Optional.empty();
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("{} did not answer in time", words.get(0), e);
            return Optional.empty();
        }
    }

    private void read(InputStream stream, CompletableFuture<byte[]> output) {
        try (stream) {
            output.complete(stream.readNBytes(maxBytes));
        } catch (IOException e) {
            output.completeExceptionally(e);
        }
    }
}
