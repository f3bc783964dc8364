package org.benchconnect.companion.desktop;

import java.awt.Menu;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.util.List;
import java.util.function.UnaryOperator;

/** The tray's menu: open the page, acknowledge, the sound, quit. Made without a display being touched; changed on the thread of AWT. */
public final class TrayMenu {
    /** So many notices can be acknowledged here; the page has all. */
    private static final int NOTICES = 10;
    /** Characters of a title in the menu. */
    private static final int TITLE = 60;

    private final UnaryOperator<String> texts;
    private final Wishes wishes;
    private final PopupMenu popup = new PopupMenu();
    private final Menu acknowledge;
    private final MenuItem hour;
    private final MenuItem mute;
    private final MenuItem sound;
    private List<TrayState.Open> listed = List.of();

    /**
     * A menu.
     *
     * @param texts the label of a key such as {@code menu.open}
     */
    public TrayMenu(UnaryOperator<String> texts, Wishes wishes) {
        this.texts = texts;
        this.wishes = wishes;
        item(popup, "menu.open", wishes::openPage);
        acknowledge = new Menu(texts.apply("menu.acknowledge"));
        acknowledge.setEnabled(false);
        popup.add(acknowledge);
        popup.addSeparator();
        hour = item(popup, "menu.mute-hour", wishes::muteForAnHour);
        mute = item(popup, "menu.mute", wishes::mute);
        sound = item(popup, "menu.sound", wishes::unmute);
        popup.addSeparator();
        item(popup, "menu.quit", wishes::quit);
    }

    private MenuItem item(Menu menu, String key, Runnable chosen) {
        MenuItem item = new MenuItem(texts.apply(key));
        item.addActionListener(event -> chosen.run());
        menu.add(item);
        return item;
    }

    PopupMenu popup() {
        return popup;
    }

    void show(TrayState state) {
        hour.setEnabled(!state.muted());
        mute.setEnabled(!state.muted());
        sound.setEnabled(state.muted());
        List<TrayState.Open> open = state.open().stream().limit(NOTICES).toList();
        if (open.equals(listed)) {
            return; // a menu that somebody has open stays as it is
        }
        listed = open;
        acknowledge.removeAll();
        acknowledge.setEnabled(!open.isEmpty());
        for (TrayState.Open notice : open) {
            MenuItem item = new MenuItem(cut(notice.title()));
            item.addActionListener(event -> wishes.acknowledge(notice.id()));
            acknowledge.add(item);
        }
    }

    private static String cut(String title) {
        return title.codePointCount(0, title.length()) <= TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, TITLE - 1)) + "…";
    }
}
