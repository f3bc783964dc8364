package org.benchconnect.engine.rfb.filter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;

/**
 * A viewer that says anything. Looked at is that a text is not even handed on without its lease, and that what is handed on is in its ranges; keys and pointer are handed on by the filter, and
 * asked for their lease by who takes them.
 */
final class HostileViewer {
    private static final List<Integer> TYPES = List.of(0, 2, 3, 4, 5, 6, 150, 248, 250, 251, 255);

    long read;
    long refused;
    long passedWithLease;
    long passedWithoutLease;

    /** One input: from the first byte of a connection, in pieces. */
    void says(Random random) {
        boolean lease = random.nextInt(4) == 0;
        Leased deeds = new Leased(lease);
        ViewerFilter filter = new ViewerFilter(deeds);
        byte[] said = conversation(random);
        try {
            if (random.nextInt(8) > 0) {
                filter.accept(ByteBuffer.wrap(ViewerFilter.greeting()));
                filter.accept(ByteBuffer.wrap(new byte[] {1, 1}));
                filter.begun();
            }
            for (int at = 0; at < said.length; ) {
                int piece = Math.min(said.length - at, 1 + random.nextInt(200));
                filter.accept(ByteBuffer.wrap(said, at, piece));
                at += piece;
            }
            read++;
        } catch (RfbViolationException | StreamCutException | IOException e) {
            refused++;
        }
        if (lease) {
            passedWithLease += deeds.texts;
        } else {
            passedWithoutLease += deeds.texts;
        }
    }

    private static byte[] conversation(Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int messages = 1 + random.nextInt(6);
        for (int i = 0; i < messages; i++) {
            out.writeBytes(message(random));
        }
        return Mutations.of(random, out.toByteArray());
    }

    /** One that is well-formed but for lengths and values. */
    private static byte[] message(Random random) {
        int type = random.nextInt(20) == 0 ? random.nextInt(256) : TYPES.get(random.nextInt(TYPES.size()));
        return switch (type) {
            case 0 -> random.nextBoolean() ? ClientMessage.pixelFormat(PixelFormat.USUAL) : bytes(random, type, 20);
            case 2 -> encodings(random);
            case 3 ->
                ClientMessage.updateRequest(random.nextBoolean(), u16(random), u16(random), u16(random), u16(random));
            case 4 -> ClientMessage.key(random.nextBoolean(), random.nextInt());
            case 5 -> ClientMessage.pointer(random.nextInt(256), u16(random), u16(random));
            case 6 -> text(random);
            case 150 -> bytes(random, type, 10);
            case 248 -> {
                byte[] fence = bytes(random, type, 9 + random.nextInt(70));
                fence[8] = (byte) (fence.length - 9);
                yield fence;
            }
            case 250 -> bytes(random, type, 4);
            case 251 -> {
                byte[] size = bytes(random, type, 8 + 16 * random.nextInt(4));
                size[6] = (byte) ((size.length - 8) / 16);
                yield size;
            }
            case 255 -> {
                byte[] qemu = bytes(random, type, 12);
                qemu[1] = (byte) (random.nextInt(8) == 0 ? random.nextInt(256) : 0);
                yield qemu;
            }
            default -> bytes(random, type, 1 + random.nextInt(30));
        };
    }

    private static byte[] encodings(Random random) {
        int count = random.nextInt(random.nextInt(30) == 0 ? 400 : 12);
        ByteBuffer out = ByteBuffer.allocate(4 + 4 * count).put(0, (byte) 2).putShort(2, (short) count);
        for (int i = 0; i < count; i++) {
            out.putInt(4 + 4 * i, random.nextBoolean() ? random.nextInt(600) - 320 : random.nextInt());
        }
        return out.array();
    }

    private static byte[] text(Random random) {
        byte[] text = ClientMessage.cutText(bytes(random, 'a', 1 + random.nextInt(60)));
        if (random.nextInt(6) == 0) { // a length that is another
            int length =
                    switch (random.nextInt(4)) {
                        case 0 -> random.nextInt();
                        case 1 -> -random.nextInt(100);
                        case 2 -> ViewerFilter.LONGEST_TEXT + random.nextInt(3) - 1;
                        default -> random.nextInt(100);
                    };
            ByteBuffer.wrap(text).putInt(4, length);
        }
        return text;
    }

    private static int u16(Random random) {
        return random.nextInt(65536);
    }

    static byte[] bytes(Random random, int first, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        bytes[0] = (byte) first;
        return bytes;
    }

    @Override
    public String toString() {
        return "viewer: " + read + " read, " + refused + " refused, texts passed with a lease " + passedWithLease
                + " and without " + passedWithoutLease;
    }

    /** What a text may do, and what the filter hands on. */
    private static final class Leased implements ViewerDeeds {
        private final boolean lease;
        private long texts;

        Leased(boolean lease) {
            this.lease = lease;
        }

        @Override
        public void reply(byte[] bytes) {
            require(bytes.length <= 4);
        }

        @Override
        public void begin() {}

        @Override
        public void pixelFormat(PixelFormat format) {
            require(format.bytes() <= 4);
        }

        @Override
        public void encodings(Encodings encodings) {
            require(encodings.wanted().size() <= Encodings.MOST && new Encodings(encodings.wanted()).equals(encodings));
        }

        @Override
        public void updateRequest(boolean incremental, int x, int y, int width, int height) {
            require((x | y | width | height) >>> 16 == 0);
        }

        @Override
        public void key(boolean down, int keysym) {}

        @Override
        public void pointer(int buttons, int x, int y) {
            require(buttons >>> 8 == 0 && (x | y) >>> 16 == 0);
        }

        @Override
        public boolean takesClipboard() {
            return lease;
        }

        @Override
        public void clipboard(byte[] latin1) {
            require(latin1.length <= ViewerFilter.LONGEST_TEXT);
            texts++;
        }

        private static void require(boolean kept) {
            if (!kept) {
                throw new AssertionError("a value out of its range was handed on");
            }
        }
    }
}
