package org.benchconnect.launcher.storage.testing;

import java.util.Arrays;

/** A file's bytes, never changed, compared by value. */
final class Content {
    static final Content EMPTY = new Content(new byte[0]);

    private final byte[] bytes;
    private final int hash;

    private Content(byte[] bytes) {
        this.bytes = bytes;
        this.hash = Arrays.hashCode(bytes);
    }

    static Content of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Content(bytes.clone());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    int length() {
        return bytes.length;
    }

    /** The first bytes, if it has more. */
    Content cut(int length) {
        return length >= bytes.length ? this : new Content(Arrays.copyOf(bytes, length));
    }

    /** With these bytes at a place, which may be beyond the end: zeros are between. */
    Content with(int offset, byte[] more) {
        byte[] all = Arrays.copyOf(bytes, Math.max(bytes.length, offset + more.length));
        System.arraycopy(more, 0, all, offset, more.length);
        return new Content(all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Content content && hash == content.hash && Arrays.equals(bytes, content.bytes);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
