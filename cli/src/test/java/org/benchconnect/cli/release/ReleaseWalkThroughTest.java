package org.benchconnect.cli.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every command of {@code docs/release.md} as it stands, in a shell, with real processes, a real token and real time stamps. */
class ReleaseWalkThroughTest {
    private static final Path SOFTHSM = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    private static final long PATIENCE_MINUTES = 2;

    @TempDir
    private Path folder;

    @Test
    void everyCommandOfTheDocumentRunsAndLeadsToReleasesThatPcsTake() throws Exception {
        assumeTrue(Files.exists(SOFTHSM), "SoftHSM2 is not installed");
        ShellBlocks document = ShellBlocks.of(document());
        prepareMachine();

        try (Vendor vendor = new Vendor()) {
            vendor.furnish(folder.resolve("office"));
            for (ShellBlocks.Block block : document.blocks()) {
                run(block, vendor);
            }
        }

        assertTrue(document.blocks().size() > 15, "the document has lost its commands");
        Path vendorFolder = folder.resolve("pc/installation");
        for (Path repository : List.of(folder.resolve("online/www"), folder.resolve("stick/release.zip"))) {
            assertEquals(
                    List.of(
                            "features/com.example.bench.hello-1.1.0.json by targets",
                            "features/com.example.plugin.stainer-1.0.0.json by com.example.plugin",
                            "features/org.benchconnect.base-0.2.0.json by targets"),
                    Pc.at(vendorFolder).verified(repository, Instant.now()));
        }
        opensslFindsTheSignaturesRight();
    }

    /** OpenSSL, which shares no code with us, over the bytes that the specification says are signed. */
    private void opensslFindsTheSignaturesRight() throws Exception {
        Metadata root = MetadataFolder.read(folder.resolve("office/releases/published/metadata/1.root.json"));
        Map<String, String> commands = Map.of(
                "first", "openssl pkeyutl -verify -pubin -inkey first/root.pem -rawin -in signed -sigfile signature",
                "second", "openssl dgst -sha256 -verify second/root.pem -signature signature signed");
        for (Map.Entry<String, String> holder : commands.entrySet()) {
            PublicKey key = PublicKey.read(folder.resolve(holder.getKey()).resolve("root.pem"));
            Files.write(
                    folder.resolve("signature"),
                    HexFormat.of().parseHex(root.signature(key.id()).orElseThrow()));
            Files.write(folder.resolve("signed"), root.canonical());
            assertEquals(0, shell(holder.getValue(), Map.of()).exit(), holder.getKey());
            Files.writeString(folder.resolve("signed"), " ", StandardOpenOption.APPEND);
            assertEquals(1, shell(holder.getValue(), Map.of()).exit(), holder.getKey());
        }
    }

    private static Path document() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("docs/release.md"))) {
                return at.resolve("docs/release.md");
            }
        }
        throw new IllegalStateException("docs/release.md is missing");
    }

    /** The command on the path, as an installation has it, and an empty token of this test's own. */
    private void prepareMachine() throws IOException {
        Path command = Files.createDirectories(folder.resolve(".machine/bin")).resolve("benchconnect");
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Files.writeString(
                command,
                "#!/bin/sh\nexec '" + ProcessHandle.current().info().command().orElse("java")
                        + "' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -cp '" + classPath
                        + "' org.benchconnect.cli.BenchConnect \"$@\"\n");
        assertTrue(command.toFile().setExecutable(true));
        Path tokens = Files.createDirectories(folder.resolve(".machine/tokens"));
        Files.writeString(
                folder.resolve(".machine/softhsm2.conf"),
                "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
    }

    private void run(ShellBlocks.Block block, Vendor vendor) throws IOException, InterruptedException {
        Result result = shell(
                block.commands(), Map.of("TIME_STAMPS", vendor.timeStamps(), "ORGANISATION", vendor.organisation()));
        assertEquals(0, result.exit(), "docs/release.md, line " + block.line() + ":\n" + result.output());
    }

    private Result shell(String commands, Map<String, String> variables) throws IOException, InterruptedException {
        Path output = folder.resolve(".machine/output");
        ProcessBuilder shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().putAll(variables);
        shell.environment()
                .put("SOFTHSM2_CONF", folder.resolve(".machine/softhsm2.conf").toString());
        shell.environment().merge("PATH", folder.resolve(".machine/bin").toString(), (old, own) -> own + ":" + old);
        List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS").forEach(shell.environment()::remove);
        Process process = shell.start();
        try {
            process.getOutputStream().close();
            boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            return new Result(ended ? process.exitValue() : -1, Files.readString(output));
        } finally {
            try (Stream<ProcessHandle> children = process.descendants()) {
                children.forEach(ProcessHandle::destroyForcibly);
            }
            process.destroyForcibly();
        }
    }

    private record Result(int exit, String output) {}
}
