package org.benchconnect.companion.desktop;

import java.awt.AWTError;
import java.awt.AWTException;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.util.Optional;
import org.benchconnect.companion.alerts.Severity;

/**
 * The icon in the system tray, with its menu; where the desktop has no notification server (Windows, small desktops) also the bubbles, by the tray's own messages.
 * The menu opens by a person's click alone.
 */
public final class Tray implements Bubbles, AutoCloseable {
    private final SystemTray tray;
    private final TrayIcon icon;
    private final TrayMenu menu;

    private Tray(SystemTray tray, TrayIcon icon, TrayMenu menu) {
        this.tray = tray;
        this.icon = icon;
        this.menu = menu;
    }

    /** An icon in this session's tray, where there is one now. */
    public static Optional<Tray> in(TrayState first, TrayMenu menu) {
        try {
            if (GraphicsEnvironment.isHeadless() || !SystemTray.isSupported()) {
                return Optional.empty();
            }
            SystemTray tray = SystemTray.getSystemTray();
            Tray made = new Tray(tray, new TrayIcon(picture(tray, first), first.words(), menu.popup()), menu);
            menu.show(first);
            tray.add(made.icon);
            return Optional.of(made);
        } catch (AWTException | AWTError | HeadlessException | LinkageError e) {
            return Optional.empty(); // no display, a Java without a desktop, or a tray that has just gone
        }
    }

    /** Shows this state; returns at once. */
    public void show(TrayState state) {
        EventQueue.invokeLater(() -> {
            icon.setImage(picture(tray, state));
            icon.setToolTip(state.words());
            menu.show(state);
        });
    }

    private static java.awt.Image picture(SystemTray tray, TrayState state) {
        int size = Math.max(8, tray.getTrayIconSize().width);
        return TrayPicture.of(state.sign(), size, state.muted());
    }

    @Override
    public boolean show(Bubble bubble) {
        TrayIcon.MessageType type =
                bubble.severity() == Severity.FAULT ? TrayIcon.MessageType.ERROR : TrayIcon.MessageType.WARNING;
        EventQueue.invokeLater(() -> icon.displayMessage(bubble.title(), bubble.body(), type));
        return true;
    }

    /** The tray's own messages go by themselves. */
    @Override
    public void takeAway(long key) {
        // AWT has no call for it.
    }

    /** Takes the icon away. */
    @Override
    public void close() {
        EventQueue.invokeLater(() -> tray.remove(icon));
    }
}
