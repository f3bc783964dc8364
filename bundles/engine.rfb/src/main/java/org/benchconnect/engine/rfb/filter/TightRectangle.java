package org.benchconnect.engine.rfb.filter;

import java.io.IOException;

/** Tight and TightPNG, as the community's document of the protocol has them. What is compressed stays closed: its length is what is checked. For one thread. */
final class TightRectangle {
    private static final int FILL = 8;
    private static final int JPEG = 9;
    private static final int PNG = 10;
    private static final int EXPLICIT_FILTER = 4;
    private static final int RESET_ALL = 0x0F;
    private static final int UNCOMPRESSED = 12;
    private static final int SPARE = 64 * 1024;

    private final Unit unit;
    private final PixelFormat format;
    /** Its streams begin with this connection, the viewer's may be older. */
    private boolean fresh = true;

    TightRectangle(Unit unit, PixelFormat format) {
        this.unit = unit;
        this.format = format;
    }

    void read(int w, int h, int pixels, boolean png) throws IOException, RfbViolationException {
        int control = unit.u8();
        if (fresh) {
            unit.set(unit.last(), RESET_ALL);
            fresh = false;
        }
        int how = control >> 4;
        if (how == FILL) {
            unit.take(format.tight());
        } else if (how == JPEG || how == PNG && png) {
            unit.take(length(4L * pixels + SPARE));
        } else if (how < FILL && !png) {
            basic(w, h, pixels, (how & EXPLICIT_FILTER) != 0);
        } else {
            throw new RfbViolationException("a compression of Tight", how + "");
        }
    }

    private void basic(int w, int h, int pixels, boolean filtered) throws IOException, RfbViolationException {
        int filter = filtered ? unit.u8() : 0;
        long bytes;
        switch (filter) {
            case 0, 2 -> bytes = (long) pixels * format.tight(); // copy, gradient
            case 1 -> {
                int colours = unit.u8() + 1;
                unit.take(colours * format.tight());
                bytes = colours <= 2 ? (long) (w + 7) / 8 * h : pixels;
            }
            default -> throw new RfbViolationException("a filter of Tight", filter + "");
        }
        unit.take(bytes < UNCOMPRESSED ? (int) bytes : length(2 * bytes + SPARE));
    }

    /** One to three bytes, seven bits of each first. */
    private int length(long most) throws IOException, RfbViolationException {
        int first = unit.u8();
        int length = first & 0x7F;
        if (first > 0x7F) {
            int second = unit.u8();
            length |= (second & 0x7F) << 7;
            if (second > 0x7F) {
                length |= unit.u8() << 14;
            }
        }
        if (length > most) {
            throw new RfbViolationException("at most " + most + " bytes of a rectangle", length + "");
        }
        return length;
    }
}
