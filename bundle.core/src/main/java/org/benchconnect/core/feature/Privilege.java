package org.benchconnect.core.feature;

import java.util.Locale;
import java.util.Optional;

/** What only a person at this PC may hand out. Its wording for people is core's own: {@code privilege.<NAME>}. */
public enum Privilege {
    /** Somebody elsewhere sees the screen of this PC. */
    VIEW_SCREEN,
    /** Somebody elsewhere moves the pointer and types. */
    CONTROL_INPUT,
    /** What is copied here can be pasted elsewhere, and the other way round. */
    SHARE_CLIPBOARD,
    /** Files go from this PC or come to it. */
    TRANSFER_FILES;

    /** As feature documents and the command line write it: {@code view-screen}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The privilege of a token; empty for every other text. */
    public static Optional<Privilege> of(String token) {
        for (Privilege privilege : values()) {
            if (privilege.token().equals(token)) {
                return Optional.of(privilege);
            }
        }
        return Optional.empty();
    }
}
