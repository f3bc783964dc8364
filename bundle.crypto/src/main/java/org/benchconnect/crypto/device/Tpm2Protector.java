package org.benchconnect.crypto.device;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.benchconnect.crypto.device.Tpm2Commands.CommandFailedException;
import org.benchconnect.crypto.secret.SealingKey;
import org.benchconnect.crypto.secret.Secret;

/**
 * Seals the key in this PC's TPM 2.0, under the primary key that the TPM derives from its owner seed: only this TPM opens the blob, and none
 * after it was cleared. The key goes to and from the tools through pipes, and to and from the TPM encrypted (a salted session), so that who
 * listens on its bus hears nothing. Files in between hold no secret.
 *
 * <p>Not bound to PCRs: an update of firmware or system must not cost an instrument PC its identity. So whoever may use the TPM from this
 * PC's system can open the blob.
 *
 * <p>The blob: the public part and the private part of the sealed object, each after its length in two bytes.
 */
final class Tpm2Protector implements KeyProtector {
    private static final int MAX_PART = 4096;

    private final Tpm2Commands tpm;

    Tpm2Protector(Tpm2Commands tpm) {
        this.tpm = tpm;
    }

    @Override
    public ProtectorKind kind() {
        return ProtectorKind.TPM2;
    }

    @Override
    public byte[] protect(Secret key) throws ProtectorException {
        try (Tpm2Commands.Scratch files = tpm.scratch()) {
            begin(files, "--enable-decrypt");
            byte[] plain = key.exposeBytes();
            try {
                tpm.run(
                        files,
                        plain,
                        "tpm2_create",
                        "-Q",
                        "-C",
                        "primary",
                        "-P",
                        "session:session",
                        "-i",
                        "-",
                        "-a",
                        "fixedtpm|fixedparent|noda|userwithauth",
                        "-u",
                        "public",
                        "-r",
                        "private");
            } finally {
                Arrays.fill(plain, (byte) 0);
            }
            end(files);
            return join(files.read("public"), files.read("private"));
        } catch (IOException e) {
            throw new ProtectorException.Unavailable("the TPM does not seal the device key: " + e.getMessage(), e);
        }
    }

    @Override
    public Secret unprotect(byte[] blob) throws ProtectorException {
        try (Tpm2Commands.Scratch files = tpm.scratch()) {
            split(blob, files);
            begin(files, "--enable-encrypt");
            try {
                tpm.run(files, "tpm2_load", "-Q", "-C", "primary", "-u", "public", "-r", "private", "-c", "sealed");
            } catch (CommandFailedException e) {
                throw new ProtectorException.Refused(
                        "the TPM of this PC did not seal this key, or was cleared since: " + e.getMessage(), e);
            }
            byte[] plain = tpm.run(files, "tpm2_unseal", "-c", "sealed", "-p", "session:session");
            end(files);
            return checked(plain);
        } catch (ProtectorException e) {
            throw e;
        } catch (IOException e) {
            throw new ProtectorException.Unavailable("the TPM does not answer: " + e.getMessage(), e);
        }
    }

    /** The primary key, and a session encrypted to it for the first parameter of one direction. */
    private void begin(Tpm2Commands.Scratch files, String direction) throws IOException {
        tpm.run(files, "tpm2_createprimary", "-Q", "-C", "o", "-g", "sha256", "-G", "ecc", "-c", "primary");
        tpm.run(files, "tpm2_startauthsession", "-Q", "--hmac-session", "-c", "primary", "-S", "session");
        tpm.run(files, "tpm2_sessionconfig", "-Q", direction, "session");
    }

    private void end(Tpm2Commands.Scratch files) throws IOException {
        tpm.run(files, "tpm2_flushcontext", "session");
    }

    private static Secret checked(byte[] plain) throws ProtectorException {
        try {
            if (plain.length != SealingKey.LENGTH) {
                throw new ProtectorException.Refused("what the TPM opened is no device key");
            }
            return Secret.copyOf(plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static byte[] join(byte[] publicPart, byte[] privatePart) {
        return ByteBuffer.allocate(4 + publicPart.length + privatePart.length)
                .putShort((short) publicPart.length)
                .put(publicPart)
                .putShort((short) privatePart.length)
                .put(privatePart)
                .array();
    }

    private static void split(byte[] blob, Tpm2Commands.Scratch files) throws IOException {
        ByteBuffer parts = ByteBuffer.wrap(blob);
        files.write("public", part(parts));
        files.write("private", part(parts));
        if (parts.hasRemaining()) {
            throw new ProtectorException.Refused("what the key file holds was not sealed by a TPM");
        }
    }

    private static byte[] part(ByteBuffer parts) throws ProtectorException {
        int length = parts.remaining() < 2 ? 0 : parts.getShort() & 0xffff;
        if (length == 0 || length > MAX_PART || length > parts.remaining()) {
            throw new ProtectorException.Refused("what the key file holds was not sealed by a TPM");
        }
        byte[] part = new byte[length];
        parts.get(part);
        return part;
    }
}
