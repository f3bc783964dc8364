package org.benchconnect.engine.rfb.desktop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file by which X knows who may use a display, Xsecurity(7): entries of family, address, number, name and data. An X server that gets a file without any entry lets every account of the PC in,
 * which is why none is started with one.
 */
final class Authority {
    private static final byte[] NAME = "MIT-MAGIC-COOKIE-1".getBytes(StandardCharsets.US_ASCII);
    private static final int COOKIE = 16; // bytes
    private static final int ANY = 0xFFFF; // family: whatever the address
    private static final int LONGEST = 64 * 1024;

    private Authority() {}

    /** A file with a random cookie for any display. */
    static byte[] fresh() {
        byte[] cookie = new byte[COOKIE];
        new SecureRandom().nextBytes(cookie);
        return ByteBuffer.allocate(2 + 2 + 2 + 2 + NAME.length + 2 + COOKIE)
                .putShort((short) ANY)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) NAME.length)
                .put(NAME)
                .putShort((short) COOKIE)
                .put(cookie)
                .array();
    }

    /**
     * What is in the file that a setting names.
     *
     * @param owner whose it must be, and no group's either; null if anybody's may be read, for as long as not everybody's account may
     */
    static byte[] read(Path file, @Nullable UserPrincipal owner) throws DesktopException {
        try {
            PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
            Set<PosixFilePermission> open = EnumSet.of(
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE,
                    PosixFilePermission.OTHERS_EXECUTE);
            if (owner != null) {
                open.addAll(EnumSet.of(
                        PosixFilePermission.GROUP_READ,
                        PosixFilePermission.GROUP_WRITE,
                        PosixFilePermission.GROUP_EXECUTE));
            }
            open.retainAll(attributes.permissions());
            if (!attributes.isRegularFile()
                    || !open.isEmpty()
                    || owner != null && !attributes.owner().equals(owner)) {
                throw new DesktopException("the file of X authority is open to other accounts");
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(LONGEST + 1);
                require(bytes);
                return bytes;
            }
        } catch (IOException e) {
            throw new DesktopException("the file of X authority cannot be read", e);
        }
    }

    /** At least one cookie, nothing broken. */
    static void require(byte[] bytes) throws DesktopException {
        int cookies = 0;
        try {
            for (ByteBuffer in = ByteBuffer.wrap(bytes); in.hasRemaining(); ) {
                in.getShort();
                field(in);
                field(in);
                byte[] name = field(in);
                byte[] data = field(in);
                cookies += Arrays.equals(name, NAME) && data.length >= COOKIE ? 1 : 0;
            }
        } catch (BufferUnderflowException e) {
            throw new DesktopException("the file of X authority is broken", e);
        }
        if (cookies == 0 || bytes.length > LONGEST) {
            throw new DesktopException("the file of X authority has no cookie, or is too long");
        }
    }

    private static byte[] field(ByteBuffer in) {
        byte[] bytes = new byte[Short.toUnsignedInt(in.getShort())];
        in.get(bytes);
        return bytes;
    }
}
