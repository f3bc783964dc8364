package org.benchconnect.companion.banner;

import java.awt.AWTError;
import java.awt.BorderLayout;
import java.awt.Button;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.Label;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * A strip above all windows, at most {@link #HIGH} pixels high, that a person moves with the mouse. It never takes the focus, and no window manager has a say in it.
 * For any thread; what it does on the screen happens on AWT's.
 */
public final class Banner implements AutoCloseable {
    /** In pixels. */
    public static final int HIGH = 44;

    private static final int MARGIN = 12;
    private static final int WIDEST = 1400;
    private static final int STOP_WIDE = 130;
    private static final Color CALM = new Color(0x17, 0x43, 0x5f);
    private static final Color ALLOWED = new Color(0x5c, 0x14, 0x11);

    private final Runnable stop;
    /** Touched on AWT's thread alone. */
    private @Nullable Strip strip;

    private volatile boolean shown;

    /**
     * Touches no display before {@link #show}.
     *
     * @param stop called on AWT's thread: quick
     */
    public Banner(Runnable stop) {
        this.stop = stop;
    }

    /** Whether a person here can see it: what a permission needs. */
    public boolean isShown() {
        return shown;
    }

    /** Shows this, or shows it instead of what was shown. */
    public void show(BannerText now) {
        if (GraphicsEnvironment.isHeadless()) {
            return;
        }
        EventQueue.invokeLater(() -> {
            try {
                Strip made = strip;
                if (made == null) {
                    made = new Strip(stop);
                    strip = made;
                }
                made.say(now);
                shown = made.window.isShowing();
            } catch (HeadlessException | AWTError | LinkageError e) {
                shown = false; // no display, or a Java without a desktop: then nothing is allowed either
            }
        });
    }

    /** Takes it away. */
    public void hide() {
        shown = false;
        if (!GraphicsEnvironment.isHeadless()) {
            EventQueue.invokeLater(() -> {
                Strip gone = strip;
                strip = null;
                if (gone != null) {
                    gone.dispose();
                }
            });
        }
    }

    @Override
    public void close() {
        hide();
    }

    /** The window with its text and its one button. On AWT's thread. */
    private static final class Strip {
        private final Frame owner = new Frame();
        final Window window = new Window(owner);
        private final Label text = new Label();
        private final Button button = new Button();

        Strip(Runnable stop) {
            window.setName("benchconnect-banner");
            window.setFocusableWindowState(false);
            window.setAutoRequestFocus(false);
            window.setAlwaysOnTop(true);
            window.setLayout(new BorderLayout());
            text.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 15));
            text.setForeground(Color.WHITE);
            button.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
            button.setForeground(new Color(0xa5, 0x12, 0x0d));
            button.setBackground(Color.WHITE);
            button.setFocusable(false);
            button.addActionListener(event -> stop.run());
            button.setPreferredSize(new Dimension(STOP_WIDE, HIGH));
            window.add(text, BorderLayout.CENTER);
            window.add(button, BorderLayout.EAST);
            Mover mover = new Mover(window);
            text.addMouseListener(mover);
            text.addMouseMotionListener(mover);
            Rectangle screen = screen();
            int wide = Math.min(WIDEST, screen.width - 2 * MARGIN);
            window.setBounds(screen.x + (screen.width - wide) / 2, screen.y + MARGIN, wide, HIGH);
        }

        void say(BannerText now) {
            Color paper = now.allowed() ? ALLOWED : CALM;
            window.setBackground(paper);
            text.setBackground(paper);
            text.setText("   " + now.words());
            text.getAccessibleContext().setAccessibleName(now.words());
            button.setLabel(now.stop());
            if (!window.isVisible()) {
                window.setVisible(true);
            }
            window.toFront();
        }

        void dispose() {
            window.dispose();
            owner.dispose();
        }

        private static Rectangle screen() {
            return GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        }
    }

    /** Follows the mouse, and stays on the screen. */
    private static final class Mover extends MouseAdapter {
        private final Window window;
        private Point held = new Point();

        Mover(Window window) {
            this.window = window;
        }

        @Override
        public void mousePressed(MouseEvent event) {
            held = new Point(event.getXOnScreen() - window.getX(), event.getYOnScreen() - window.getY());
        }

        @Override
        public void mouseDragged(MouseEvent event) {
            Rectangle screen = Strip.screen();
            window.setLocation(
                    within(event.getXOnScreen() - held.x, screen.x, screen.x + screen.width - window.getWidth()),
                    within(event.getYOnScreen() - held.y, screen.y, screen.y + screen.height - window.getHeight()));
        }

        private static int within(int wished, int least, int most) {
            return Math.max(least, Math.min(wished, most));
        }
    }
}
