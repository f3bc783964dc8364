package org.benchconnect.engine.rfb.filter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * A desktop server that says anything. Beside what passes, that it is whole is looked at: cut anywhere and completed, it is what a second filter reads to its end.
 */
final class HostileServer {
    private static final Encodings ALL = new Encodings(List.of(7, 1, 5, 0, -260, -223, -224, -239, 0x574D5664));
    private static final Encodings OTHER = new Encodings(List.of(5, 1, 0, -224, -308));
    private static final List<Integer> KNOWN =
            List.of(0, 0, 0, 1, 5, 5, 7, 7, 7, -260, -223, -224, -308, -239, 0x574D5664);
    private static final Screen SCREEN = new Screen(40, 20);

    long whole;
    long refused;
    long textPassedWithLease;
    long textPassedWithoutLease;

    /** One input: what comes after the handshake. */
    void says(Random random) {
        boolean lease = random.nextInt(4) == 0;
        Encodings viewer = random.nextInt(4) == 0 ? OTHER : ALL;
        ByteArrayOutputStream passed = new ByteArrayOutputStream();
        int[] left = {random.nextInt(12)};
        PictureOutput out = (bytes, length) -> {
            if (left[0]-- <= 0) {
                throw new StreamCutException();
            }
            passed.write(bytes, 0, length);
        };
        ServerFilter filter = filter(conversation(random), viewer, () -> lease, out);
        boolean violated = false;
        try {
            read(filter);
        } catch (StreamCutException e) {
            // its lease ended
        } catch (RfbViolationException | IOException e) {
            violated = true; // the session ends
        }
        whole += violated ? 0 : 1;
        refused += violated ? 1 : 0;
        count(passed(filter, viewer, passed, violated, random.nextBoolean()), lease);
    }

    private void count(int texts, boolean lease) {
        if (lease) {
            textPassedWithLease += texts;
        } else {
            textPassedWithoutLease += texts;
        }
    }

    /** Until the input ends. */
    private static void read(ServerFilter filter) throws IOException, RfbViolationException, StreamCutException {
        try {
            while (true) {
                filter.message();
            }
        } catch (EOFException e) {
            return;
        }
    }

    private static ServerFilter filter(byte[] said, Encodings viewer, BooleanSupplier lease, PictureOutput out) {
        ServerFilter filter = new ServerFilter(
                new ServerInput(Channels.newChannel(new ByteArrayInputStream(said))),
                out,
                PixelFormat.USUAL,
                viewer,
                SCREEN,
                lease);
        filter.requested();
        return filter;
    }

    /** How many texts are in what passed. A session that goes on has what passed completed, and then it is read to its end, where a bell rings. */
    private static int passed(
            ServerFilter filter, Encodings viewer, ByteArrayOutputStream passed, boolean violated, boolean blank) {
        int[] texts = {0};
        boolean[] rings = {false};
        BooleanSupplier text = () -> { // asked once before it is read, and once after
            texts[0]++;
            return true;
        };
        try {
            if (!violated) {
                filter.complete(blank, (bytes, length) -> passed.write(bytes, 0, length));
                passed.write(2);
            }
            read(filter(
                    passed.toByteArray(), viewer, text, (bytes, length) -> rings[0] = length == 1 && bytes[0] == 2));
        } catch (IOException | RfbViolationException | StreamCutException e) {
            throw new AssertionError("what passed cannot be read", e);
        }
        if (!violated && !rings[0]) {
            throw new AssertionError("what passed is not whole");
        }
        return texts[0] / 2;
    }

    private static byte[] conversation(Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            switch (random.nextInt(12)) {
                case 0 -> out.writeBytes(new byte[] {2});
                case 1, 2 -> out.writeBytes(text(random));
                case 3 -> out.writeBytes(HostileViewer.bytes(random, random.nextInt(256), 1 + random.nextInt(30)));
                default -> update(random, out);
            }
        }
        return Mutations.of(random, out.toByteArray());
    }

    private static byte[] text(Random random) {
        byte[] text = HostileViewer.bytes(random, 3, 8 + random.nextInt(60));
        ByteBuffer.wrap(text).putInt(4, random.nextInt(6) == 0 ? random.nextInt() : text.length - 8);
        return text;
    }

    private static void update(Random random, ByteArrayOutputStream out) {
        int count = random.nextInt(5);
        int said = random.nextInt(10) == 0 ? Rest.OPEN : count;
        out.writeBytes(new byte[] {0, 0, (byte) (said >> 8), (byte) said});
        for (int i = 0; i < count; i++) {
            rectangle(random, out, KNOWN.get(random.nextInt(KNOWN.size())));
        }
        if (said == Rest.OPEN) {
            out.writeBytes(Rest.header(0, 0, 0, 0, Encodings.LAST_RECT));
        }
    }

    private static void rectangle(Random random, ByteArrayOutputStream out, int encoding) {
        boolean wild = random.nextInt(12) == 0;
        int w = wild ? random.nextInt(65536) : random.nextInt(41);
        int h = wild ? random.nextInt(65536) : random.nextInt(21);
        int x = wild ? random.nextInt(65536) : random.nextInt(41 - w);
        int y = wild ? random.nextInt(65536) : random.nextInt(21 - h);
        out.writeBytes(Rest.header(x, y, w, h, random.nextInt(40) == 0 ? random.nextInt() : encoding));
        int pixels = wild ? random.nextInt(100) : w * h;
        switch (encoding) {
            case Encodings.RAW -> some(random, out, pixels * 4);
            case Encodings.COPY_RECT -> some(random, out, 4);
            case Encodings.HEXTILE -> hextile(random, out, wild ? 16 : w, wild ? 16 : h);
            case Encodings.TIGHT, Encodings.TIGHT_PNG -> tight(random, out, encoding == Encodings.TIGHT_PNG, w, pixels);
            case Encodings.CURSOR -> some(random, out, pixels * 4 + (w + 7) / 8 * Math.min(h, 20));
            case Encodings.VMWARE_CURSOR -> {
                out.write(random.nextInt(3));
                some(random, out, 1 + pixels * 8);
            }
            case Encodings.EXTENDED_DESKTOP_SIZE -> {
                int screens = random.nextInt(3);
                out.write(screens);
                some(random, out, 3 + 16 * screens);
            }
            default -> some(random, out, 0);
        }
    }

    private static void hextile(Random random, ByteArrayOutputStream out, int w, int h) {
        for (int y = 0; y < h; y += 16) {
            for (int x = 0; x < w; x += 16) {
                int how = random.nextInt(30) == 0 ? random.nextInt(256) : random.nextInt(32);
                out.write(how);
                if ((how & 1) != 0) {
                    some(random, out, Math.min(16, w - x) * Math.min(16, h - y) * 4);
                    continue;
                }
                some(random, out, Integer.bitCount(how & 6) * 4);
                if ((how & 8) != 0) {
                    int parts = random.nextInt(6);
                    out.write(parts);
                    some(random, out, parts * ((how & 16) != 0 ? 6 : 2));
                }
            }
        }
    }

    private static void tight(Random random, ByteArrayOutputStream out, boolean png, int w, int pixels) {
        int how = random.nextInt(20) == 0 ? random.nextInt(16) : png ? 8 + 2 * random.nextInt(2) : random.nextInt(10);
        out.write(how << 4 | random.nextInt(16));
        if (how == 8) {
            some(random, out, 3);
            return;
        }
        int most = 4 * pixels;
        if (how < 8) {
            most = filtered(random, out, (how & 4) != 0, w, pixels);
            if (most < 12) {
                some(random, out, most);
                return;
            }
        }
        int length = random.nextInt(20) == 0 ? random.nextInt(1 << 22) : random.nextInt(most + 1);
        out.write(length & 0x7F | (length > 0x7F ? 0x80 : 0));
        if (length > 0x7F) {
            out.write(length >> 7 & 0x7F | (length > 0x3FFF ? 0x80 : 0));
        }
        if (length > 0x3FFF) {
            out.write(length >> 14);
        }
        some(random, out, Math.min(length, most));
    }

    /** How many bytes it has before they are compressed. */
    private static int filtered(Random random, ByteArrayOutputStream out, boolean named, int w, int pixels) {
        int filter = named ? random.nextInt(random.nextInt(10) == 0 ? 5 : 3) : 0;
        if (named) {
            out.write(filter);
        }
        if (filter != 1) {
            return 3 * pixels;
        }
        int colours = 1 + random.nextInt(5);
        out.write(colours - 1);
        some(random, out, 3 * colours);
        return colours > 2 || w == 0 ? pixels : (w + 7) / 8 * (pixels / w);
    }

    private static void some(Random random, ByteArrayOutputStream out, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        out.writeBytes(bytes);
    }

    @Override
    public String toString() {
        return "server: " + whole + " read, " + refused + " refused, texts passed with a lease " + textPassedWithLease
                + " and without " + textPassedWithoutLease;
    }
}
