package org.benchconnect.engine.rfb.filter;

/**
 * How large the desktop is.
 *
 * @param width in pixels, 1 to 16384
 * @param height in pixels, 1 to 16384
 */
public record Screen(int width, int height) {
    private static final int MOST = 16 * 1024;
    private static final int MOST_PIXELS = 7680 * 4320;

    /** Checks what a server says. */
    public static Screen of(int width, int height) throws RfbViolationException {
        if (width < 1 || height < 1 || width > MOST || height > MOST || width * height > MOST_PIXELS) {
            throw new RfbViolationException(
                    "a desktop of 1 to " + MOST + " pixels each way, at most 7680 x 4320", width + " x " + height);
        }
        return new Screen(width, height);
    }

    boolean holds(int x, int y, int w, int h) {
        return x + w <= width && y + h <= height;
    }

    int tiles(int w, int h) {
        return Blank.tileCount(w) * Blank.tileCount(h);
    }
}
