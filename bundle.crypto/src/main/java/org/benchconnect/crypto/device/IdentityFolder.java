package org.benchconnect.crypto.device;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.stream.Stream;
import org.benchconnect.crypto.secret.SealBrokenException;
import org.benchconnect.crypto.secret.SealingKey;
import org.benchconnect.crypto.secret.Secret;

/**
 * {@code identity} in the home folder: {@code device.key} ({@link KeyFile}), {@code signing.sealed} (the seed of the Ed25519 key),
 * {@code rsa.sealed} (PKCS#8) and {@code device.pub}. Made beside and put in place by one rename: there is no identity or a whole one. One
 * that is there is never changed, whatever is wrong with it. One thread at a time.
 */
final class IdentityFolder {
    private static final String SIGNING = "signing.sealed";
    private static final String RSA = "rsa.sealed";
    private static final int MAX_SEALED = 16 * 1024;

    private final Path folder;
    private final Path fresh;

    IdentityFolder(Path home) {
        this.folder = home.resolve("identity");
        this.fresh = home.resolve("identity.new");
    }

    /**
     * Whether anything lies there; then nothing is ever made in its place.
     *
     * @throws IOException also when this account may not look: that is no sign of an empty folder
     */
    boolean isTaken() throws IOException {
        try {
            Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }

    /** The public key, for everybody who may look into the folder. */
    Path publicKeyFile() {
        return folder.resolve(DevicePublicKey.FILE);
    }

    /** Whom to ask for the key, as the key file says, unproven. */
    ProtectorKind protector() throws IOException {
        return keyFile().protector();
    }

    /**
     * Opens the keys.
     *
     * @throws BrokenIdentityException when files are missing, changed, or of another device
     */
    OpenedKeys open(KeyProtector protector) throws IOException {
        KeyFile file = keyFile();
        try (Secret key = protector.unprotect(file.blob())) {
            file.prove(key);
            return load(folder, file.protector(), key);
        }
    }

    private KeyFile keyFile() throws IOException {
        return KeyFile.parse(read(folder.resolve(KeyFile.FILE), KeyFile.MAX_BYTES + 1));
    }

    /** Makes new keys and puts them in place; when this returns, they are on the disk. Takes seconds of a processor. */
    OpenedKeys make(KeyProtector protector) throws IOException {
        PrivateFiles.remove(fresh);
        try (Secret key = FreshKeys.device()) {
            byte[] blob = protector.protect(key);
            if (protector.kind() != ProtectorKind.PASSPHRASE) { // which would have to be given twice
                requireOpens(protector, blob, key);
            }
            write(protector.kind(), blob, key);
            OpenedKeys keys = load(fresh, protector.kind(), key);
            if (Thread.interrupted()) {
                throw new InterruptedIOException("the agent ends; the keys are made at its next start");
            }
            PrivateFiles.putInPlace(fresh, folder);
            return keys;
        } finally {
            PrivateFiles.remove(fresh);
        }
    }

    private static void requireOpens(KeyProtector protector, byte[] blob, Secret key) throws IOException {
        try (Secret again = protector.unprotect(blob.clone())) {
            if (!again.equals(key)) {
                throw new IOException(protector.kind().word() + " does not give back what it protected");
            }
        }
    }

    private void write(ProtectorKind protector, byte[] blob, Secret key) throws IOException {
        PrivateFiles.makeFolder(fresh);
        try (SealingKey seal = OpenedKeys.identitySeal(key);
                Secret seed = FreshKeys.signing();
                Secret rsa = FreshKeys.rsa()) {
            PrivateFiles.write(fresh.resolve(SIGNING), sealed(seal, SIGNING, seed));
            PrivateFiles.write(fresh.resolve(RSA), sealed(seal, RSA, rsa));
            try (OpenedKeys keys = OpenedKeys.of(protector, key, seed, rsa)) {
                String text = DevicePublicKey.of(keys.publicKey()).toText();
                PrivateFiles.write(fresh.resolve(DevicePublicKey.FILE), text.getBytes(StandardCharsets.US_ASCII));
            }
        }
        PrivateFiles.write(
                fresh.resolve(KeyFile.FILE), KeyFile.of(protector, blob, key).toBytes());
        PrivateFiles.sync(fresh);
    }

    private static OpenedKeys load(Path folder, ProtectorKind protector, Secret key) throws IOException {
        try (SealingKey seal = OpenedKeys.identitySeal(key);
                Secret seed = opened(seal, SIGNING, folder);
                Secret rsa = opened(seal, RSA, folder)) {
            OpenedKeys keys = OpenedKeys.of(protector, key, seed, rsa);
            DevicePublicKey own = DevicePublicKey.of(keys.publicKey());
            if (!DevicePublicKey.read(folder.resolve(DevicePublicKey.FILE)).equals(own)) {
                throw new BrokenIdentityException(
                        DevicePublicKey.FILE + " is not the key of this device: it was replaced");
            }
            return keys;
        }
    }

    private static byte[] sealed(SealingKey seal, String purpose, Secret secret) throws IOException {
        byte[] bytes = secret.exposeBytes();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            seal.seal(purpose, new ByteArrayInputStream(bytes), out);
            return out.toByteArray();
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static Secret opened(SealingKey seal, String name, Path folder) throws IOException {
        byte[] sealed = read(folder.resolve(name), MAX_SEALED);
        try (InputStream in = seal.opening(name, new ByteArrayInputStream(sealed))) {
            byte[] bytes = in.readNBytes(MAX_SEALED);
            Secret secret = Secret.copyOf(bytes);
            Arrays.fill(bytes, (byte) 0);
            return secret;
        } catch (SealBrokenException e) {
            throw new BrokenIdentityException(name + " was changed, cut, or belongs to another device", e);
        }
    }

    private static byte[] read(Path file, int limit) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new BrokenIdentityException(file + " is missing or no plain file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(limit);
        }
    }
}
