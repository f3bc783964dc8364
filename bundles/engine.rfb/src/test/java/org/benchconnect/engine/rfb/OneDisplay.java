package org.benchconnect.engine.rfb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A display that a test makes, and who may use it. */
public final class OneDisplay {
    /** Where every X server listens, and beside it says which displays it has, whatever the folder for temporary files is: fixed in X itself, as a port is. */
    private static final Path SOCKETS = Path.of("/tmp/.X11-unix");

    private static final byte[] NAME = "MIT-MAGIC-COOKIE-1".getBytes(StandardCharsets.US_ASCII);

    private OneDisplay() {}

    /** One that no server has. */
    static String free() {
        return free(100);
    }

    /** The same, from this number up: for who runs beside others. */
    public static String free(int from) {
        int number = from + (int) (ProcessHandle.current().pid() % 400);
        while (Files.exists(socket(":" + number)) || Files.exists(lock(":" + number))) {
            number++;
        }
        return ":" + number;
    }

    /** Where its server listens. */
    public static Path socket(String display) {
        return SOCKETS.resolve("X" + display.substring(1));
    }

    /** Where its server says that it has it. */
    static Path lock(String display) {
        return SOCKETS.resolveSibling(".X" + display.substring(1) + "-lock");
    }

    /** The file by which programs of this test are let in, Xsecurity(7): any address, one cookie. */
    static Path cookie(Path folder) throws IOException {
        Path file = folder.resolve("cookie");
        if (Files.notExists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(
                    file,
                    ByteBuffer.allocate(10 + NAME.length + 16)
                            .putShort((short) 0xFFFF)
                            .putInt(0)
                            .putShort((short) NAME.length)
                            .put(NAME)
                            .putShort((short) 16)
                            .put("0123456789abcdef".getBytes(StandardCharsets.US_ASCII))
                            .array());
        }
        return file;
    }
}
