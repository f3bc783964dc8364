package org.benchconnect.engine.rfb.channel;

/** How much one key of one direction has carried. For one thread. */
final class Epoch {
    /** So many frames, and the next is a rekey. */
    static final long MOST_FRAMES = 1L << 20;

    /** So many bytes of plaintext or more, and the next frame is a rekey. */
    static final long MOST_BYTES = 1L << 30;

    private long frames;
    private long bytes;

    long sequence() {
        return frames;
    }

    boolean full() {
        return frames >= MOST_FRAMES || bytes >= MOST_BYTES;
    }

    void carried(int plaintext) {
        frames++;
        bytes += plaintext;
    }

    void begin() {
        frames = 0;
        bytes = 0;
    }
}
