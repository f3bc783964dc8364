package org.benchconnect.engine.rfb.filter;

import java.io.IOException;

/** The rectangles of updates, RFC 6143 section 7.7: each is measured, and passes once its length is known to be right. For one thread. */
final class Rectangles {
    private static final int LARGEST_CURSOR = 1024;
    private static final int SCREEN = 16;

    private final Unit unit;
    private final PixelFormat format;
    private final TightRectangle tight;

    Rectangles(Unit unit, PixelFormat format) {
        this.unit = unit;
        this.format = format;
        this.tight = new TightRectangle(unit, format);
    }

    /**
     * Reads the next one.
     *
     * @param left how many follow it
     * @return false if it says that none does
     */
    boolean next(Encodings encodings, int left) throws IOException, RfbViolationException, StreamCutException {
        int x = unit.u16();
        int y = unit.u16();
        int w = unit.u16();
        int h = unit.u16();
        int encoding = unit.s32();
        if (!encodings.has(encoding)) {
            throw new RfbViolationException("an encoding that was negotiated", encoding + "");
        }
        switch (encoding) {
            case Encodings.RAW -> raw(inside(x, y, w, h), left);
            case Encodings.COPY_RECT -> {
                inside(x, y, w, h);
                inside(unit.u16(), unit.u16(), w, h);
            }
            case Encodings.HEXTILE -> hextile(inside(x, y, w, h), w, h, left);
            case Encodings.TIGHT -> tight.read(w, h, inside(x, y, w, h), false);
            case Encodings.TIGHT_PNG -> tight.read(w, h, inside(x, y, w, h), true);
            case Encodings.CURSOR -> unit.take(cursor(w, h) * format.bytes() + (w + 7) / 8 * h);
            case Encodings.VMWARE_CURSOR -> vmware(cursor(w, h));
            case Encodings.DESKTOP_SIZE -> unit.screen(Screen.of(w, h));
            case Encodings.EXTENDED_DESKTOP_SIZE -> screens(y, w, h);
            case Encodings.LAST_RECT -> {
                unit.mayPass(Rest.NOTHING);
                return false;
            }
            default -> throw new RfbViolationException("an encoding of pictures", encoding + "");
        }
        if (left > 0) {
            unit.mayPass(new Rest(0, 0, left));
        }
        return true;
    }

    /** How many pixels, if all of them are on the desktop. */
    private int inside(int x, int y, int w, int h) throws RfbViolationException {
        if (!unit.screen().holds(x, y, w, h)) {
            throw new RfbViolationException("a rectangle on the desktop", "one beyond it");
        }
        return w * h;
    }

    private static int cursor(int w, int h) throws RfbViolationException {
        if (w > LARGEST_CURSOR || h > LARGEST_CURSOR) {
            throw new RfbViolationException("a pointer of at most " + LARGEST_CURSOR + " pixels", w + " x " + h);
        }
        return w * h;
    }

    private void raw(int pixels, int left) throws IOException, StreamCutException {
        for (long bytes = (long) pixels * format.bytes(); bytes > 0; ) {
            bytes -= unit.takeSome(bytes);
            if (bytes > 0) {
                unit.mayPass(new Rest(bytes, 0, left));
            }
        }
    }

    /** RFC 6143, section 7.7.4. */
    private void hextile(int pixels, int w, int h, int left)
            throws IOException, RfbViolationException, StreamCutException {
        int tiles = pixels == 0 ? 0 : unit.screen().tiles(w, h);
        for (int y = 0; y < h; y += 16) {
            for (int x = 0; x < w; x += 16) {
                tile(Math.min(16, w - x) * Math.min(16, h - y));
                tiles--;
                if (tiles > 0) {
                    unit.mayPass(new Rest(0, tiles, left));
                }
            }
        }
    }

    private void tile(int pixels) throws IOException, RfbViolationException {
        int how = unit.u8();
        if (how > 31) {
            throw new RfbViolationException("a tile of Hextile", how + "");
        }
        if ((how & 1) != 0) {
            unit.take(pixels * format.bytes());
            return;
        }
        unit.take((Integer.bitCount(how & 6)) * format.bytes());
        if ((how & 8) != 0) {
            int each = 2 + ((how & 16) != 0 ? format.bytes() : 0);
            unit.take(unit.u8() * each);
        }
    }

    private void vmware(int pixels) throws IOException, RfbViolationException {
        int type = unit.u8();
        unit.take(1);
        if (type > 1) {
            throw new RfbViolationException("a pointer of type 0 or 1", type + "");
        }
        unit.take(type == 0 ? 2 * pixels * format.bytes() : 4 * pixels);
    }

    private void screens(int status, int w, int h) throws IOException, RfbViolationException {
        int count = unit.u8();
        unit.take(3 + SCREEN * count);
        if (status == 0) {
            unit.screen(Screen.of(w, h));
        }
    }
}
