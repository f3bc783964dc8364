package org.benchconnect.desk.roster;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The roster of a desk's folder: {@code roster.json}, the key {@code keys/lists.key}, and what is made of them in {@code public}. One change at a time, also
 * of several processes.
 */
public final class RosterFolder {
    private static final int MOST_KEY = 4096;
    private static final int RAW_KEY = 32; // the last bytes of a SubjectPublicKeyInfo of RFC 8410
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----\\s*");

    private final Path roster;
    private final Path key;
    private final Path lock;
    private final Path published;

    /** Of this desk. */
    public RosterFolder(Path desk) {
        roster = desk.resolve("roster.json");
        key = desk.resolve("keys/lists.key");
        lock = desk.resolve("keys/.lock");
        published = desk.resolve("public");
    }

    /** A change of the roster. */
    @FunctionalInterface
    public interface Change {
        /** What it is afterwards. */
        Roster of(Roster before) throws RosterException;
    }

    /**
     * Makes the key and an empty roster; refuses where there is one.
     *
     * @return the public key, 32 bytes in Base64, for agents and pages
     */
    public String create(Instant now) throws IOException, RosterException {
        if (Files.exists(key) || Files.exists(roster)) {
            throw new RosterException("there is a roster already");
        }
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] info = ((EdECPublicKey) pair.getPublic()).getEncoded();
            String raw =
                    Base64.getEncoder().encodeToString(Arrays.copyOfRange(info, info.length - RAW_KEY, info.length));
            DeskFiles.keep(key, pem(pair.getPrivate()));
            DeskFiles.publish(published.resolve("registry.key"), (raw + "\n").getBytes(StandardCharsets.US_ASCII));
            DeskFiles.keep(roster, RosterText.write(Roster.EMPTY));
            sign(now);
            return raw;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has Ed25519 since 15", e);
        }
    }

    /** Everybody. */
    public Roster read() throws IOException, RosterException {
        return RosterText.read(DeskFiles.read(roster, RosterText.MOST));
    }

    /** Changes it and signs both lists at once. */
    public void change(Change change, Instant now) throws IOException, RosterException {
        try (FileChannel file = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = file.lock()) {
            Roster next = change.of(read());
            DeskFiles.keep(roster, RosterText.write(next));
            publish(next, now);
        }
    }

    /** Signs both lists as they are. */
    public void sign(Instant now) throws IOException, RosterException {
        try (FileChannel file = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = file.lock()) {
            publish(read(), now);
        }
    }

    private void publish(Roster now, Instant at) throws IOException, RosterException {
        PrivateKey signing = signingKey();
        DeskFiles.publish(published.resolve("supporters"), SignedLists.supporters(now, at, signing));
        DeskFiles.publish(published.resolve("registry"), SignedLists.registry(now, at, signing));
    }

    private PrivateKey signingKey() throws IOException, RosterException {
        Set<PosixFilePermission> readers = Files.getFileStore(key).supportsFileAttributeView("posix")
                ? Files.getPosixFilePermissions(key)
                : Set.of();
        if (readers.contains(PosixFilePermission.OTHERS_READ) || readers.contains(PosixFilePermission.GROUP_READ)) {
            throw new RosterException("others can read " + key + "; chmod 600 it");
        }
        byte[] text = DeskFiles.read(key, MOST_KEY);
        byte[] der = {};
        try {
            Matcher pem = PEM.matcher(new String(text, StandardCharsets.US_ASCII));
            if (!pem.matches()) {
                throw new RosterException(key + " is no key in PEM");
            }
            der = Base64.getMimeDecoder().decode(pem.group(1));
            PrivateKey signing = KeyFactory.getInstance(NamedParameterSpec.ED25519.getName())
                    .generatePrivate(new PKCS8EncodedKeySpec(der));
            return signing;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new RosterException(key + " is no key of Ed25519", e);
        } finally {
            Arrays.fill(text, (byte) 0);
            Arrays.fill(der, (byte) 0);
        }
    }

    private static byte[] pem(PrivateKey key) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return ("-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
