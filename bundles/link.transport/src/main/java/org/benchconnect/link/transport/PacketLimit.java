package org.benchconnect.link.transport;

import java.nio.ByteBuffer;

/**
 * Follows the lengths of MQTT packets through the pieces they come in. Paho allocates what a header announces, up to 256
 * MB, before it has read a byte of it; so a longer packet than any service of ours sends is refused at its header. So is
 * a message of quality 2, which the agent never asks for: Paho keeps up to 65535 of them until the server releases them.
 */
final class PacketLimit {
    /** In bytes without the fixed header. Azure IoT Hub sends 128 KB at the most. */
    static final int MAX_REMAINING = 256 * 1024;

    /** MQTT 3.1.1, 3.3.1: the type in the upper half, the upper bit of the quality in bit 2. */
    private static final int PUBLISH_QUALITY_2 = 0x34;

    /** Bytes of the current packet that are still to come; 0 between packets. */
    private int body;
    /** Whether the next byte belongs to the length. */
    private boolean inLength;

    private int length;
    private int shift;

    /** Whether the bytes, without moving their position, are within the limit. Once it is false no more may be asked. */
    boolean accepts(ByteBuffer bytes) {
        int at = bytes.position();
        while (at < bytes.limit()) {
            if (body > 0) {
                int skipped = Math.min(body, bytes.limit() - at);
                body -= skipped;
                at += skipped;
            } else if (!header(bytes.get(at++))) {
                return false;
            }
        }
        return true;
    }

    /** MQTT 3.1.1, 2.2: one byte of type and flags, then 7 bits of the length in each of 1 to 4 bytes. */
    private boolean header(byte next) {
        if (!inLength) {
            inLength = true;
            length = 0;
            shift = 0;
            return (next & 0xF4) != PUBLISH_QUALITY_2;
        }
        length |= (next & 0x7F) << shift;
        shift += 7;
        boolean more = (next & 0x80) != 0;
        if (length > MAX_REMAINING || (more && shift > 21)) {
            return false;
        }
        if (!more) {
            inLength = false;
            body = length;
        }
        return true;
    }
}
