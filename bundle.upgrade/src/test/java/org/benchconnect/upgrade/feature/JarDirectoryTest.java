package org.benchconnect.upgrade.feature;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarDirectoryTest {
    private static final int END_LENGTH = 22;

    private final byte[] honest = Jars.bundle("a", "1").entry("a/b", "c").bytes();

    @TempDir
    Path folder;

    private Path jar = Path.of("");

    @BeforeEach
    void aFile() {
        jar = folder.resolve("m.jar");
    }

    private void refused(byte[] bytes) throws Exception {
        Files.write(jar, bytes);

        assertThrows(MalformedModuleException.class, () -> JarDirectory.check(jar));
    }

    /** The honest jar with another number in its end record. */
    private byte[] with(int at, int value) {
        byte[] bytes = honest.clone();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length - END_LENGTH + at, value);
        return bytes;
    }

    @Test
    void anHonestJarWithACommentIsTaken() throws Exception {
        byte[] commented = Arrays.copyOf(honest, honest.length + 3);
        commented[honest.length - 2] = 3;
        Files.write(jar, commented);

        assertDoesNotThrow(() -> JarDirectory.check(jar));
    }

    @Test
    void aListThatWouldBeReadToTheEndIsRefused() throws Exception {
        refused(with(12, JarDirectory.MAX_BYTES + 1));
        refused(with(12, -1));
    }

    @Test
    void aListElsewhereIsRefused() throws Exception {
        refused(with(16, 0));
        refused(with(16, -1));
    }

    @Test
    void tooManyEntriesAreRefused() throws Exception {
        refused(with(
                10,
                0xffff | ByteBuffer.wrap(honest).order(ByteOrder.LITTLE_ENDIAN).getInt(honest.length - 10) << 16));
    }

    @Test
    void somethingBeforeOrBehindIsRefused() throws Exception {
        refused(Arrays.copyOf(honest, honest.length + 1));
        byte[] before = new byte[honest.length + 1];
        System.arraycopy(honest, 0, before, 1, honest.length);
        refused(before);
    }

    @Test
    void aFileWithoutEndIsRefused() throws Exception {
        refused(new byte[0]);
        refused(new byte[100_000]);
        refused(Arrays.copyOf(honest, honest.length - 1));
    }
}
