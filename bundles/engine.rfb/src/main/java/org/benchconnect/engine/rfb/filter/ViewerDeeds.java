package org.benchconnect.engine.rfb.filter;

import java.io.IOException;

/** What a viewer wants, each a whole and well-formed message. Whether it may is asked here, at each of them. */
public interface ViewerDeeds {
    /** Bytes of the handshake that go back to the viewer. */
    void reply(byte[] bytes) throws StreamCutException;

    /** The handshake's end: the viewer now waits for the desktop's size and name. */
    void begin() throws StreamCutException;

    /** Once at most, before the first request. */
    void pixelFormat(PixelFormat format) throws IOException;

    /** What it can read, already cut down. */
    void encodings(Encodings encodings) throws IOException;

    /** It wants a picture. */
    void updateRequest(boolean incremental, int x, int y, int width, int height) throws IOException;

    /** A key. */
    void key(boolean down, int keysym) throws IOException;

    /** The pointer, and which buttons are down: one bit each. */
    void pointer(int buttons, int x, int y) throws IOException;

    /** Whether {@link #clipboard} would take a text now. */
    boolean takesClipboard();

    /** A whole text in ISO 8859-1. */
    void clipboard(byte[] latin1) throws IOException;
}
