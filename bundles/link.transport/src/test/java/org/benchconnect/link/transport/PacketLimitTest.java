package org.benchconnect.link.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class PacketLimitTest {
    @Test
    void packetsInPiecesOfAnySizeAreFollowed() {
        byte[] packets = new byte[0];
        for (int length : new int[] {0, 1, 127, 128, 300, 16_383, 16_384}) {
            packets = joined(packets, packet(length));
        }

        for (int size : new int[] {1, 2, 3, 5, 1000, packets.length}) {
            PacketLimit limit = new PacketLimit();
            for (int at = 0; at < packets.length; at += size) {
                ByteBuffer piece = ByteBuffer.wrap(packets, at, Math.min(size, packets.length - at));
                assertTrue(limit.accepts(piece), "in pieces of " + size);
                assertEquals(at, piece.position());
            }
        }
    }

    @Test
    void longestPacketIsAcceptedAndOneMoreByteIsNot() {
        assertTrue(new PacketLimit().accepts(header(PacketLimit.MAX_REMAINING)));
        assertFalse(new PacketLimit().accepts(header(PacketLimit.MAX_REMAINING + 1)));
    }

    @Test
    void lengthOfFiveBytesIsRefused() {
        assertFalse(new PacketLimit()
                .accepts(ByteBuffer.wrap(new byte[] {0x30, (byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 0})));
    }

    @Test
    void messageOfQuality2IsRefused() {
        for (int flags : new int[] {0x34, 0x35, 0x3C, 0x3D}) {
            assertFalse(new PacketLimit().accepts(ByteBuffer.wrap(new byte[] {(byte) flags})));
        }
        for (int flags : new int[] {0x30, 0x32, 0x3A, 0x62, 0x20, 0x40, 0xD0}) {
            assertTrue(new PacketLimit().accepts(ByteBuffer.wrap(new byte[] {(byte) flags, 0})));
        }
    }

    private static ByteBuffer header(int length) {
        return ByteBuffer.wrap(packet(length), 0, 4);
    }

    private static byte[] packet(int length) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(0x30);
        int rest = length;
        do {
            packet.write(rest % 128 | (rest >= 128 ? 0x80 : 0));
            rest /= 128;
        } while (rest > 0);
        packet.writeBytes(new byte[length]);
        return packet.toByteArray();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }
}
