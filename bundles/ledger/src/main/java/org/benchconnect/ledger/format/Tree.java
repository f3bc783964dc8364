package org.benchconnect.ledger.format;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The Merkle tree of RFC 6962, section 2.1, with SHA-256, as it grows: keeps one hash for each bit of its size, so a million entries take 640 bytes. For
 * one thread at a time.
 */
public final class Tree {
    private static final int HEIGHT = 63;
    private static final byte[] NONE = {};

    private final MessageDigest sha256 = sha256();
    /** At n: the root over the last complete 2^n leaves, where bit n of the size is set. */
    private final byte[][] complete = new byte[HEIGHT][];

    private long size;

    /** An empty one. */
    public Tree() {
        Arrays.fill(complete, NONE);
    }

    private Tree(Tree other) {
        System.arraycopy(other.complete, 0, complete, 0, HEIGHT);
        size = other.size;
    }

    /** Grows by itself from here on. */
    public Tree copy() {
        return new Tree(this);
    }

    /** Adds a leaf: {@code SHA-256(0x00 || entry)}. */
    public void add(byte[] entry) {
        sha256.update((byte) 0);
        byte[] node = sha256.digest(entry);
        int level = 0;
        for (; complete[level].length > 0; level++) {
            node = parent(complete[level], node);
            complete[level] = NONE;
        }
        complete[level] = node;
        size++;
    }

    /** How many leaves it has. */
    public long size() {
        return size;
    }

    /** Its root, 32 bytes; of an empty tree the hash of nothing. */
    public byte[] root() {
        byte[] root = NONE;
        for (byte[] left : complete) {
            if (left.length > 0) {
                root = root.length == 0 ? left : parent(left, root);
            }
        }
        return root.length == 0 ? sha256.digest() : root.clone();
    }

    /** {@code SHA-256(0x01 || left || right)}. */
    private byte[] parent(byte[] left, byte[] right) {
        sha256.update((byte) 1);
        sha256.update(left);
        return sha256.digest(right);
    }

    /** A fresh one; every Java platform has it. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
