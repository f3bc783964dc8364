package org.benchconnect.crypto.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A key, a password, a PIN: bytes that never print themselves. They come out only through {@link #exposeBytes()}, so that every place
 * where a secret leaves its type is one search away. Any thread.
 *
 * <p>Guaranteed: {@link #toString()}, a log line and an exception never show it; comparing takes the same time whatever differs; after
 * {@link #close()} this object's copy is zero. Not guaranteed: that no other copy is left in memory. The garbage collector may have
 * moved it, a caller may hold what he was given, and whoever may read this process's memory reads every secret in it.
 */
public final class Secret implements AutoCloseable {
    /** 1 MiB, more than any key; a secret is no document. */
    public static final int MAX_LENGTH = 1 << 20;

    private final byte[] bytes;
    private boolean closed;

    private Secret(byte[] bytes) {
        if (bytes.length > MAX_LENGTH) {
            Arrays.fill(bytes, (byte) 0);
            throw new IllegalArgumentException("a secret has at most " + MAX_LENGTH + " bytes");
        }
        this.bytes = bytes;
    }

    /** A copy; the caller still owns, and should wipe, what he gave. */
    public static Secret copyOf(byte[] bytes) {
        return new Secret(bytes.clone());
    }

    /** A password as UTF-8; the caller still owns, and should wipe, what he gave. */
    public static Secret ofChars(char[] chars) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(chars));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        return new Secret(bytes);
    }

    /**
     * The way out: a copy, which the caller wipes when he is done.
     *
     * @throws IllegalStateException when the secret is closed
     */
    public synchronized byte[] exposeBytes() {
        requireOpen();
        return bytes.clone();
    }

    /**
     * The way out as characters, for interfaces that ask for a password that way; the caller wipes them.
     *
     * @throws IllegalStateException when the secret is closed
     */
    public synchronized char[] exposeChars() {
        requireOpen();
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        char[] chars = new char[decoded.remaining()];
        decoded.get(chars);
        Arrays.fill(decoded.array(), '\0');
        return chars;
    }

    /** In bytes. */
    public synchronized int length() {
        requireOpen();
        return bytes.length;
    }

    /** Overwrites the bytes; a second call does nothing. */
    @Override
    public synchronized void close() {
        Arrays.fill(bytes, (byte) 0);
        closed = true;
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Secret secret)) {
            return false;
        }
        byte[] mine = exposeBytes();
        byte[] theirs = secret.exposeBytes();
        try {
            return MessageDigest.isEqual(mine, theirs);
        } finally {
            Arrays.fill(mine, (byte) 0);
            Arrays.fill(theirs, (byte) 0);
        }
    }

    /** The same for all: a digest of a secret is a hint at it. */
    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return "secret";
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the secret is closed");
        }
    }
}
