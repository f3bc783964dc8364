package org.benchconnect.companion.desktop;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;

/** Draws the tray icon, at whatever size the tray has. Pure. */
final class TrayPicture {
    private TrayPicture() {}

    /**
     * The picture.
     *
     * @param size pixels of each side, at least 8
     * @param muted whether a stroke across tells that the sound is off
     */
    static BufferedImage of(TrayState.Sign sign, int size, boolean muted) {
        BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setStroke(new BasicStroke(Math.max(1.5f, size / 8f)));
        pen.setColor(colour(sign));
        if (sign == TrayState.Sign.UNKNOWN) {
            pen.draw(new Ellipse2D.Float(size * .2f, size * .2f, size * .6f, size * .6f));
        } else {
            pen.fill(shape(sign, size));
        }
        mark(pen, sign, size);
        if (muted) {
            pen.setColor(Color.BLACK);
            pen.setStroke(new BasicStroke(Math.max(1f, size / 12f)));
            pen.drawLine(size / 10, size * 9 / 10, size * 9 / 10, size / 10);
        }
        pen.dispose();
        return picture;
    }

    private static Color colour(TrayState.Sign sign) {
        return switch (sign) {
            case FINE -> new Color(0x1b, 0x7f, 0x3b);
            case WARNING -> new Color(0xe0, 0x8a, 0x00);
            case FAULT -> new Color(0xc6, 0x1a, 0x1a);
            case UNKNOWN -> new Color(0x80, 0x80, 0x80);
        };
    }

    private static Shape shape(TrayState.Sign sign, int size) {
        int end = size - 1;
        int middle = size / 2;
        return switch (sign) {
            case WARNING -> new Polygon(new int[] {middle, end, 0}, new int[] {0, end, end}, 3);
            case FAULT -> new Polygon(new int[] {middle, end, middle, 0}, new int[] {0, middle, end, middle}, 4);
            case FINE, UNKNOWN -> new Ellipse2D.Float(1, 1, size - 2f, size - 2f);
        };
    }

    /** An exclamation mark, bar and dot, on what needs somebody. */
    private static void mark(Graphics2D pen, TrayState.Sign sign, int size) {
        if (sign != TrayState.Sign.WARNING && sign != TrayState.Sign.FAULT) {
            return;
        }
        int width = Math.max(2, size / 8);
        int left = (size - width) / 2;
        pen.setColor(sign == TrayState.Sign.WARNING ? Color.BLACK : Color.WHITE);
        pen.fillRect(left, size * 3 / 10, width, size * 3 / 10);
        pen.fillRect(left, size * 7 / 10, width, width);
    }
}
