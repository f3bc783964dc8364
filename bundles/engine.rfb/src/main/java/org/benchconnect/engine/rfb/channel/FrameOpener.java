package org.benchconnect.engine.rfb.channel;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/**
 * Opens one direction, docs/session-protocol.md section 5: the next frame of the epoch or none. After one refusal everything is refused. For one thread at a time.
 */
public final class FrameOpener {
    /** A longer message is no frame. In bytes. */
    public static final int LONGEST = FrameSealer.HEADER + FrameType.LONGEST + DirectionKey.TAG;

    private final DirectionKey key;
    private final Cipher cipher = FrameSealer.gcm();
    private final Epoch epoch = new Epoch();
    private boolean over;

    FrameOpener(DirectionKey key) {
        this.key = key;
    }

    /**
     * The frame of a message; a rekey, which is done here, is told too.
     *
     * @throws FrameRefusedException if it is anything but the next genuine frame; nothing of it is accepted
     */
    public Frame open(byte[] message) throws FrameRefusedException {
        if (over) {
            throw new FrameRefusedException("no frame after the last one", "one more");
        }
        over = true; // unless everything below holds
        FrameType type = header(message);
        Frame frame = new Frame(type, decrypted(message));
        epoch.carried(frame.plain().remaining());
        if (type == FrameType.REKEY && !key.next()) {
            throw new FrameRefusedException("at most 256 epochs", "one more");
        }
        if (type == FrameType.REKEY) {
            epoch.begin();
        }
        over = type == FrameType.CLOSE;
        return frame;
    }

    private FrameType header(byte[] message) throws FrameRefusedException {
        int length = message.length - FrameSealer.HEADER - DirectionKey.TAG;
        if (length < 0 || length > FrameType.LONGEST) {
            throw new FrameRefusedException("a frame of at most " + LONGEST + " bytes", message.length + "");
        }
        int code = Byte.toUnsignedInt(message[0]);
        FrameType type = FrameType.of(code)
                .filter(known -> known != FrameType.CHAT)
                .orElseThrow(() -> new FrameRefusedException("a type that is taken", code + ""));
        if (!type.takes(length)) {
            throw new FrameRefusedException("as many bytes as " + type + " has", length + "");
        }
        if (Byte.toUnsignedInt(message[1]) != key.epoch()) {
            throw new FrameRefusedException("epoch " + key.epoch(), message[1] + "");
        }
        long sequence = ByteBuffer.wrap(message).getLong(2);
        if (sequence != epoch.sequence()) {
            throw new FrameRefusedException("sequence " + epoch.sequence(), sequence + "");
        }
        if (epoch.full() && type != FrameType.REKEY) {
            throw new FrameRefusedException("a rekey: the epoch is full", type.name());
        }
        return type;
    }

    /** The JDK hands nothing out before the tag was right. */
    private ByteBuffer decrypted(byte[] message) throws FrameRefusedException {
        try {
            cipher.init(Cipher.DECRYPT_MODE, key.spec(), key.nonce(epoch.sequence()));
            cipher.updateAAD(message, 0, FrameSealer.HEADER);
            return ByteBuffer.wrap(cipher.doFinal(message, FrameSealer.HEADER, message.length - FrameSealer.HEADER));
        } catch (GeneralSecurityException e) {
            throw new FrameRefusedException("a genuine frame", "a wrong tag");
        }
    }

    /** Wipes the key; nothing is opened any more. */
    public void close() {
        over = true;
        key.close();
    }
}
