package org.benchconnect.upgrade.repository;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.benchconnect.core.feature.RefusedFor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {
    @TempDir
    Path home;

    private final byte[] module = new byte[200_001];
    private String sha256 = "";
    private Downloads downloads;

    @BeforeEach
    void makeModule() throws Exception {
        new Random(1).nextBytes(module);
        sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(module));
        downloads = new Downloads(home);
    }

    private List<String> modules() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("modules"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void isRefused(Downloads.Content<RuntimeException> content) throws IOException {
        ModuleBytesException refused =
                assertThrows(ModuleBytesException.class, () -> downloads.keep(sha256, module.length, content));

        assertEquals(RefusedFor.MODULE, refused.reason());
        assertEquals(List.of(), modules());
    }

    private static void unexpected(OutputStream out) {
        throw new AssertionError("it is there already");
    }

    @Test
    void aModuleIsKeptUnderItsDigest() throws IOException {
        Path file = downloads.keep(sha256, module.length, out -> out.write(module));

        assertEquals(home.resolve("modules/" + sha256 + ".jar"), file);
        assertArrayEquals(module, Files.readAllBytes(file));
        assertEquals(List.of(sha256 + ".jar"), modules());
    }

    @Test
    void whatIsThereIsHashedAndNotFetchedAgain() throws IOException {
        downloads.keep(sha256, module.length, out -> out.write(module));

        Path file = downloads.keep(sha256, module.length, DownloadsTest::unexpected);

        assertArrayEquals(module, Files.readAllBytes(file));
    }

    @Test
    void moduleBytesChanged() throws IOException {
        isRefused(out -> {
            module[100] ^= 1;
            out.write(module);
        });
    }

    @Test
    void moduleTooShort() throws IOException {
        isRefused(out -> out.write(module, 0, module.length - 1));
    }

    @Test
    void endlessModule() throws IOException {
        isRefused(out -> {
            while (true) {
                out.write(module);
            }
        });
    }

    @Test
    void aSourceThatBreaksOffLeavesNothingBehind() throws IOException {
        assertThrows(
                IOException.class,
                () -> downloads.keep(sha256, module.length, out -> {
                    out.write(module, 0, 1000);
                    throw new IOException("gone");
                }));

        assertEquals(List.of(), modules());
    }

    @Test
    void aModuleChangedOnTheDiskIsSetAsideAndFetchedAgain() throws IOException {
        Path file = downloads.keep(sha256, module.length, out -> out.write(module));
        byte[] changed = module.clone();
        changed[5] ^= 1;
        Files.write(file, changed);

        downloads.keep(sha256, module.length, out -> out.write(module));

        assertArrayEquals(module, Files.readAllBytes(file));
        assertArrayEquals(changed, Files.readAllBytes(home.resolve("modules/" + sha256 + ".changed")));
    }

    @Test
    void symlinkInPlaceOfAModule() throws IOException {
        Path elsewhere = Files.write(home.resolve("elsewhere"), module);
        Files.createSymbolicLink(home.resolve("modules/" + sha256 + ".jar"), elsewhere);

        Path file = downloads.keep(sha256, module.length, out -> out.write(module));

        assertTrue(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void whatACrashLeftHalfWrittenIsCleared() throws IOException {
        Files.writeString(home.resolve("modules/0123.part"), "torn");

        downloads = new Downloads(home);

        assertEquals(List.of(), modules());
    }

    @Test
    void aNameThatIsNoDigestIsNoName() {
        assertThrows(
                IllegalArgumentException.class,
                () -> downloads.keep("../" + sha256, module.length, DownloadsTest::unexpected));
    }
}
