package org.benchconnect.engine.rfb.filter;

import java.nio.ByteBuffer;

/**
 * RFC 6143, section 7.4: only true colour, the other has a colour map that nobody needs any more.
 *
 * @param bits of a pixel: 8, 16 or 32
 * @param depth how many of them are used
 * @param bigEndian their order
 * @param red the greatest red; green and blue likewise
 */
public record PixelFormat(
        int bits,
        int depth,
        boolean bigEndian,
        int red,
        int green,
        int blue,
        int redShift,
        int greenShift,
        int blueShift) {
    /** Length of its structure in a message. In bytes. */
    public static final int LENGTH = 16;

    /** 24 bits of colour in 32, as it is everywhere. */
    public static final PixelFormat USUAL = new PixelFormat(32, 24, false, 255, 255, 255, 16, 8, 0);

    private static final int MOST = 0xFFFF;

    /** Reads the 16 bytes of the structure. */
    static PixelFormat read(ByteBuffer in) throws RfbViolationException {
        int bits = u8(in);
        int depth = u8(in);
        int bigEndian = u8(in);
        int trueColour = u8(in);
        PixelFormat format =
                new PixelFormat(bits, depth, bigEndian != 0, u16(in), u16(in), u16(in), u8(in), u8(in), u8(in));
        in.position(in.position() + 3);
        if (trueColour == 0 || !format.isSound()) {
            throw new RfbViolationException("true colour of 8, 16 or 32 bits", "another pixel format");
        }
        return format;
    }

    private boolean isSound() {
        return (bits == 8 || bits == 16 || bits == 32)
                && depth >= 1
                && depth <= bits
                && fits(red, redShift)
                && fits(green, greenShift)
                && fits(blue, blueShift);
    }

    private boolean fits(int most, int shift) {
        return most >= 1 && most <= MOST && shift < bits && ((long) most << shift) < 1L << bits;
    }

    private static int u8(ByteBuffer in) {
        return Byte.toUnsignedInt(in.get());
    }

    private static int u16(ByteBuffer in) {
        return Short.toUnsignedInt(in.getShort());
    }

    /** Writes the 16 bytes of the structure. */
    public void write(ByteBuffer out) {
        out.put((byte) bits).put((byte) depth).put((byte) (bigEndian ? 1 : 0)).put((byte) 1);
        out.putShort((short) red).putShort((short) green).putShort((short) blue);
        out.put((byte) redShift).put((byte) greenShift).put((byte) blueShift);
        out.put((byte) 0).put((byte) 0).put((byte) 0);
    }

    /** Of one pixel, in bytes. */
    int bytes() {
        return bits / 8;
    }

    /** Of one pixel within Tight, in bytes: RFC draft of the community, TPIXEL. */
    int tight() {
        return bits == 32 && depth == 24 && red == 255 && green == 255 && blue == 255 ? 3 : bytes();
    }
}
