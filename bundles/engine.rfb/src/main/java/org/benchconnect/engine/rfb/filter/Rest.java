package org.benchconnect.engine.rfb.filter;

import java.nio.ByteBuffer;

/**
 * What is missing of an update of which a part has passed: with it the viewer's stream is whole again, and shows nothing of the desktop.
 *
 * @param raw bytes of a Raw rectangle
 * @param tiles of a Hextile rectangle
 * @param rectangles after it; {@link #OPEN} if the last one says so itself
 */
record Rest(long raw, int tiles, int rectangles) {
    static final Rest NOTHING = new Rest(0, 0, 0);
    /** RFC of the community: as many rectangles as there are before one of LastRect. */
    static final int OPEN = 0xFFFF;

    private static final int BACKGROUND = 2; // RFC 6143, section 7.7.4: BackgroundSpecified
    private static final int HEADER = 12;

    /** Black bytes, tiles and rectangles in their place, in pieces of at most this many bytes. */
    void complete(PixelFormat format, Encodings viewer, Pieces out) throws StreamCutException {
        for (long left = raw; left > 0; ) {
            byte[] piece = new byte[(int) Math.min(left, Pieces.LONGEST)];
            out.put(piece);
            left -= piece.length;
        }
        byte[] tile = new byte[1 + format.bytes()];
        tile[0] = BACKGROUND;
        out.repeat(tile, tiles);
        if (rectangles == OPEN && viewer.has(Encodings.LAST_RECT)) {
            out.put(header(0, 0, 0, 0, Encodings.LAST_RECT));
            return;
        }
        byte[] pixel = ByteBuffer.allocate(HEADER + format.bytes())
                .put(header(0, 0, 1, 1, Encodings.RAW))
                .array();
        out.repeat(pixel, rectangles);
    }

    static byte[] header(int x, int y, int width, int height, int encoding) {
        ByteBuffer out = ByteBuffer.allocate(HEADER);
        out.putShort((short) x).putShort((short) y).putShort((short) width).putShort((short) height);
        return out.putInt(encoding).array();
    }

    /** Where it goes. */
    @FunctionalInterface
    interface Pieces {
        /** In bytes. */
        int LONGEST = 16 * 1024;

        void put(byte[] piece) throws StreamCutException;

        default void repeat(byte[] one, int times) throws StreamCutException {
            int most = Math.max(1, LONGEST / one.length);
            for (int left = times; left > 0; left -= most) {
                int count = Math.min(left, most);
                ByteBuffer piece = ByteBuffer.allocate(count * one.length);
                for (int i = 0; i < count; i++) {
                    piece.put(one);
                }
                put(piece.array());
            }
        }
    }
}
