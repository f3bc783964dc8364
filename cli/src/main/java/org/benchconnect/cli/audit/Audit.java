package org.benchconnect.cli.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.ledger.Verdict;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.ledger.Reads;
import org.benchconnect.ledger.format.FormException;
import org.benchconnect.ledger.format.Heads;
import org.benchconnect.ledger.format.Verifier;

/**
 * {@code benchconnect audit verify FILE --key PEM|--key-of-this-pc [--head FILE] [--json]} needs the file and the public key alone: no agent, and any
 * machine; {@code audit export [FILE] [--force]} and {@code audit head [--json]} ask the running agent.
 *
 * <p>Exit codes: 0 everything is proven, or done; 1 not, with a reason on standard error; 2 usage.
 */
public final class Audit {
    private Audit() {}

    /** The system properties {@code org.benchconnect.default-home} and {@code org.benchconnect.installation} say where. */
    public static int run(List<String> words, PrintStream out, PrintStream err) {
        return run(
                words,
                Path.of(System.getProperty("org.benchconnect.default-home", ".")),
                Optional.ofNullable(System.getProperty("org.benchconnect.installation"))
                        .map(Path::of),
                out,
                err);
    }

    static int run(
            List<String> words, Path defaultHome, Optional<Path> installation, PrintStream out, PrintStream err) {
        try {
            AuditRequest request = AuditRequest.parse(words, defaultHome);
            return switch (request.action()) {
                case VERIFY -> verify(request, installation, out, err);
                case EXPORT -> export(request, out, err);
                case HEAD -> head(request, out);
            };
        } catch (AuditUsageException e) {
            err.println("benchconnect: " + e.getMessage());
            return 2;
        } catch (NoSuchFileException e) {
            err.println("benchconnect: there is no file " + e.getFile());
            return 1;
        } catch (AccessDeniedException e) {
            err.println("benchconnect: you may not read or write " + e.getFile());
            return 1;
        } catch (IOException e) {
            err.println("benchconnect: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static int verify(AuditRequest request, Optional<Path> installation, PrintStream out, PrintStream err)
            throws IOException {
        Path file = request.file().orElseThrow().toRealPath();
        DeviceKey key = key(request, installation);
        Optional<Head> witness =
                request.head().isPresent() ? Optional.of(witness(request.head().get())) : Optional.empty();
        Verdict verdict = Verifier.verify(Reads.fromDisk().of(file), key, witness);
        VerdictWords words = new VerdictWords(verdict, witness);
        if (request.json()) {
            out.println(words.json());
        } else {
            words.proven().forEach(out::println);
        }
        words.wrong().ifPresent(sentence -> err.println("benchconnect: " + sentence));
        return verdict.holds() ? 0 : 1;
    }

    private static DeviceKey key(AuditRequest request, Optional<Path> installation) throws IOException {
        Path file = request.key()
                .or(() -> installation.map(folder -> folder.resolve(DeviceKey.FILE)))
                .orElseThrow(() -> new IOException("this command does not know its installation; say --key PEM"));
        try {
            return DeviceKey.read(file.toRealPath());
        } catch (ListRefusedException e) {
            throw new IOException(file + " is no device's public key: " + e.getMessage(), e);
        }
    }

    private static Head witness(Path file) throws IOException {
        if (Files.size(file) > 2L * Heads.MAX_BYTES) {
            throw new IOException(file + " is no head as `benchconnect audit head` prints it");
        }
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
            return Heads.read(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (FormException e) {
            throw new IOException(file + " is no head as `benchconnect audit head` prints it: " + e.getMessage(), e);
        }
    }

    private static int export(AuditRequest request, PrintStream out, PrintStream err)
            throws IOException, InterruptedException {
        RunningAgent agent = RunningAgent.of(request.home());
        if (request.file().isEmpty()) {
            agent.fetch("/api/v1/audit/export", out);
            out.flush();
            return 0;
        }
        Path file = request.file().get();
        refuseUnlessFree(file, request.force());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (var to = Files.newOutputStream(part)) {
            agent.fetch("/api/v1/audit/export", to);
        } catch (IOException | InterruptedException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        Files.move(part, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        err.println("benchconnect: wrote " + file + "; check it anywhere with: benchconnect audit verify "
                + file.getFileName() + " --key device.pub");
        return 0;
    }

    private static void refuseUnlessFree(Path file, boolean force) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("there is no folder " + folder + ". Make it, or name another one");
        }
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder. Name a file in it");
        }
        if (!force && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(file + " is there already. Name another file, or replace it with --force");
        }
    }

    private static int head(AuditRequest request, PrintStream out) throws IOException, InterruptedException {
        Head head = RunningAgent.of(request.home())
                .head()
                .orElseThrow(() -> new IOException("no head is signed yet: the keys of this device are not there"));
        out.println(new String(Heads.write(head), StandardCharsets.US_ASCII));
        return 0;
    }
}
