package org.benchconnect.crypto.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs the commands of tpm2-tools: from the system's own folders, with an environment of nothing but the TPM's address, each for 30 s at
 * most. One thread.
 */
final class Tpm2Commands {
    private static final List<Path> FOLDERS = List.of(Path.of("/usr/bin"), Path.of("/usr/local/bin"));
    private static final int PATIENCE_SECONDS = 30;
    private static final int MAX_OUTPUT = 4096;
    private static final byte[] NOTHING = {};

    private final String tcti;
    private final Path parent;

    private Tpm2Commands(String tcti, Path parent) {
        this.tcti = tcti;
        this.parent = parent;
    }

    /**
     * At a device of the kernel with its resource manager, like {@code /dev/tpmrm0}.
     *
     * @param parent a folder in which a private folder can be made for each use
     */
    static Tpm2Commands at(Path device, Path parent) {
        return new Tpm2Commands("device:" + device, parent);
    }

    /** At any address that tpm2-tools know ({@code TPM2TOOLS_TCTI}); without resource manager. */
    static Tpm2Commands atAddress(String tcti, Path parent) {
        return new Tpm2Commands(tcti, parent);
    }

    static boolean installed() {
        return find("tpm2_createprimary").isPresent() && find("tpm2_unseal").isPresent();
    }

    /** A command ran and failed. */
    static final class CommandFailedException extends IOException {
        private static final long serialVersionUID = 1L;

        CommandFailedException(String message) {
            super(message);
        }
    }

    /** A private folder for the contexts of one use; gone when closed. It holds nothing secret. */
    record Scratch(Path folder) implements AutoCloseable {
        byte[] read(String name) throws IOException {
            try (InputStream in = Files.newInputStream(folder.resolve(name))) {
                return in.readNBytes(MAX_OUTPUT);
            }
        }

        void write(String name, byte[] bytes) throws IOException {
            Files.write(folder.resolve(name), bytes);
        }

        @Override
        public void close() throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    Scratch scratch() throws IOException {
        return new Scratch(Files.createTempDirectory(parent, "tpm2-"));
    }

    byte[] run(Scratch files, String... command) throws IOException {
        return run(files, NOTHING, command);
    }

    /** Runs a command in the folder of the files, gives it the input, and returns what it wrote. */
    byte[] run(Scratch files, byte[] input, String... command) throws IOException {
        byte[] output = start(files, input, command);
        if (!tcti.startsWith("device:")) {
            start(files, NOTHING, "tpm2_flushcontext", "-t"); // a resource manager would do it
        }
        return output;
    }

    private byte[] start(Scratch files, byte[] input, String... command) throws IOException {
        List<String> line = new ArrayList<>(Arrays.asList(command));
        line.set(
                0,
                find(command[0])
                        .orElseThrow(() -> new IOException(command[0] + " is not installed: install tpm2-tools"))
                        .toString());
        Path errors = files.folder().resolve("errors");
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(files.folder().toFile()).redirectError(errors.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("TPM2TOOLS_TCTI", tcti);
        environment.put("LC_ALL", "C");
        Process process = builder.start();
        try (InputStream out = process.getInputStream()) {
            try (OutputStream in = process.getOutputStream()) {
                in.write(input);
            } catch (IOException endedBefore) {
                // its exit code says why
            }
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(command[0] + " did not end in " + PATIENCE_SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw new CommandFailedException(command[0] + " failed: " + lastLine(files));
            }
            return out.readNBytes(MAX_OUTPUT); // less than a pipe holds, so the command did not wait for us
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(command[0] + " was interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String lastLine(Scratch files) throws IOException {
        String errors = new String(files.read("errors"), StandardCharsets.US_ASCII);
        return errors.lines().reduce("", (before, line) -> line).replaceAll("[^ -~]", "?");
    }

    private static Optional<Path> find(String command) {
        return FOLDERS.stream()
                .map(folder -> folder.resolve(command))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
