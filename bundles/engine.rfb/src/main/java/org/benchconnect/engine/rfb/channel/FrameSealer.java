package org.benchconnect.engine.rfb.channel;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javax.crypto.Cipher;

/**
 * Seals one direction, docs/session-protocol.md section 5: AES-256-GCM, the ten bytes of the header authenticated, a nonce for each frame that never comes again. For
 * one thread at a time.
 */
public final class FrameSealer {
    static final int HEADER = 10;
    static final long LONGEST_EPOCH = Duration.ofMinutes(10).toNanos();

    private final DirectionKey key;
    private final LongSupplier nanos;
    private final Cipher cipher = gcm();
    private final Epoch epoch = new Epoch();
    private long began;
    private boolean over;

    /** @param nanos a monotonic clock in nanoseconds */
    FrameSealer(DirectionKey key, LongSupplier nanos) {
        this.key = key;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    static Cipher gcm() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }

    /**
     * Gives the frame, and before it one of {@link FrameType#REKEY} where one is due.
     *
     * @param plain as much as the type takes; read to its end
     * @throws FrameRefusedException if all epochs are used up, or a frame of {@link FrameType#CLOSE} was sealed
     */
    public void seal(FrameType type, ByteBuffer plain, Consumer<byte[]> frames) throws FrameRefusedException {
        if (type == FrameType.REKEY || !type.takes(plain.remaining())) {
            throw new IllegalArgumentException("no such frame is sent");
        }
        if (over) {
            throw new FrameRefusedException("no frame after the last one", type.name());
        }
        if (epoch.full() || nanos.getAsLong() - began >= LONGEST_EPOCH) {
            frames.accept(sealed(FrameType.REKEY, ByteBuffer.allocate(0)));
            next();
        }
        over = type == FrameType.CLOSE;
        frames.accept(sealed(type, plain));
    }

    private void next() throws FrameRefusedException {
        if (!key.next()) {
            over = true;
            throw new FrameRefusedException("at most 256 epochs", "one more");
        }
        epoch.begin();
        began = nanos.getAsLong();
    }

    private byte[] sealed(FrameType type, ByteBuffer plain) {
        int length = plain.remaining();
        byte[] frame = new byte[HEADER + length + DirectionKey.TAG];
        ByteBuffer out = ByteBuffer.wrap(frame);
        out.put((byte) type.code()).put((byte) key.epoch()).putLong(epoch.sequence());
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key.spec(), key.nonce(epoch.sequence()));
            cipher.updateAAD(frame, 0, HEADER);
            cipher.doFinal(plain, out);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key is whole and the nonce new", e);
        }
        epoch.carried(length);
        return frame;
    }

    /** Wipes the key; nothing is sealed any more. */
    public void close() {
        over = true;
        key.close();
    }
}
