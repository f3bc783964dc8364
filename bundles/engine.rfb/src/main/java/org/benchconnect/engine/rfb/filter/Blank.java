package org.benchconnect.engine.rfb.filter;

/** One update that paints everything black, in the shortest form that the viewer reads. */
final class Blank {
    private static final int TILE = 16;
    private static final int FILL = 0x80;
    private static final byte[] ONE_RECTANGLE = {0, 0, 0, 1};

    private Blank() {}

    static void paint(Screen screen, PixelFormat format, Encodings viewer, Rest.Pieces out) throws StreamCutException {
        out.put(ONE_RECTANGLE.clone());
        if (viewer.has(Encodings.TIGHT)) {
            out.put(Rest.header(0, 0, screen.width(), screen.height(), Encodings.TIGHT));
            byte[] fill = new byte[1 + format.tight()];
            fill[0] = (byte) FILL;
            out.put(fill);
        } else if (viewer.has(Encodings.HEXTILE)) {
            out.put(Rest.header(0, 0, screen.width(), screen.height(), Encodings.HEXTILE));
            new Rest(0, screen.tiles(screen.width(), screen.height()), 0).complete(format, viewer, out);
        } else {
            out.put(Rest.header(0, 0, screen.width(), screen.height(), Encodings.RAW));
            new Rest((long) screen.width() * screen.height() * format.bytes(), 0, 0).complete(format, viewer, out);
        }
    }

    static int tileCount(int length) {
        return (length + TILE - 1) / TILE;
    }
}
