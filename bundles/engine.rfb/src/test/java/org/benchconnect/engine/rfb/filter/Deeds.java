package org.benchconnect.engine.rfb.filter;

import java.util.ArrayList;
import java.util.List;

/** Writes down what a viewer wants. */
final class Deeds implements ViewerDeeds {
    final List<String> said = new ArrayList<>();
    boolean text;

    @Override
    public void reply(byte[] bytes) {
        said.add("reply " + bytes.length);
    }

    @Override
    public void begin() {
        said.add("begin");
    }

    @Override
    public void pixelFormat(PixelFormat format) {
        said.add("format " + format.bits());
    }

    @Override
    public void encodings(Encodings encodings) {
        said.add("encodings " + encodings.wanted());
    }

    @Override
    public void updateRequest(boolean incremental, int x, int y, int width, int height) {
        said.add("update " + incremental + " " + x + " " + y + " " + width + " " + height);
    }

    @Override
    public void key(boolean down, int keysym) {
        said.add("key " + down + " " + keysym);
    }

    @Override
    public void pointer(int buttons, int x, int y) {
        said.add("pointer " + buttons + " " + x + " " + y);
    }

    @Override
    public boolean takesClipboard() {
        return text;
    }

    @Override
    public void clipboard(byte[] latin1) {
        said.add("text " + latin1.length);
    }
}
