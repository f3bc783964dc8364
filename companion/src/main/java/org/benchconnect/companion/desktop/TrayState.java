package org.benchconnect.companion.desktop;

import java.util.List;

/**
 * What the tray shows.
 *
 * @param sign colour and shape
 * @param words the same in words: counts, never a notice's text
 * @param open what can be acknowledged, the most severe first
 * @param muted whether the sound is off
 */
public record TrayState(Sign sign, String words, List<Open> open, boolean muted) {
    /** Copies. */
    public TrayState {
        open = List.copyOf(open);
    }

    /** What is seen from afar; each has a colour and a shape, for people who do not tell colours apart. */
    public enum Sign {
        /** Nothing open: a green disc. */
        FINE,
        /** The worst is a warning: an amber triangle. */
        WARNING,
        /** The worst is a fault: a red square on its point. */
        FAULT,
        /** Nobody knows: a grey ring. */
        UNKNOWN
    }

    /** One open notice. */
    public record Open(long id, String title) {}
}
