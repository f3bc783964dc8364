package org.benchconnect.engine.rfb.filter;

import java.io.IOException;
import java.util.Arrays;

/** What was read of an update and has not passed yet. It passes only where the rest can be made up. For one thread. */
final class Unit {
    private static final int PASS_FROM = 30 * 1024;
    private static final int START = 64 * 1024;

    private final ServerInput in;
    private final PictureOutput out;
    private byte[] bytes = new byte[START];
    private int length;
    private volatile Rest passed = Rest.NOTHING;
    private volatile Screen screen;
    private Screen told;

    Unit(ServerInput in, PictureOutput out, Screen screen) {
        this.in = in;
        this.out = out;
        this.screen = screen;
        this.told = screen;
    }

    int u8() throws IOException {
        int one = in.u8();
        room(1);
        bytes[length++] = (byte) one;
        return one;
    }

    int u16() throws IOException {
        return u8() << 8 | u8();
    }

    int s32() throws IOException {
        return u16() << 16 | u16();
    }

    /** So many more. */
    void take(int more) throws IOException {
        room(more);
        in.bytes(bytes, length, more);
        length += more;
    }

    /** As many as are there, of so many. */
    int takeSome(long most) throws IOException {
        int wanted = (int) Math.min(most, Rest.Pieces.LONGEST);
        room(wanted);
        int some = in.some(bytes, length, wanted);
        length += some;
        return some;
    }

    void put(byte[] own) {
        room(own.length);
        System.arraycopy(own, 0, bytes, length, own.length);
        length += own.length;
    }

    int last() {
        return length - 1;
    }

    void set(int at, int bits) {
        bytes[at] |= (byte) bits;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }

    /** Here it may pass: with this rest it is whole. */
    void mayPass(Rest rest) throws StreamCutException {
        if (length >= PASS_FROM || rest.equals(Rest.NOTHING) || !in.waiting()) {
            out.pass(bytes, length);
            passed = rest;
            told = screen;
            length = 0;
            if (bytes.length > START) {
                bytes = new byte[START];
            }
        }
    }

    /** How large the desktop is, as its server says. Any thread. */
    Screen screen() {
        return screen;
    }

    void screen(Screen now) {
        screen = now;
    }

    /** How large it is, as far as the viewer knows. */
    Screen told() {
        return told;
    }

    /** What is missing of what has passed. */
    Rest missing() {
        return passed;
    }
}
