package org.benchconnect.teamviewerbridge;

import org.benchconnect.core.signal.SoftwareVersion;
import org.jspecify.annotations.Nullable;

/**
 * The TeamViewer client on this PC.
 *
 * @param installed whether there is one
 * @param version which, or null if it does not tell
 * @param id the number under which it is called, or null before the client has one
 */
public record Client(boolean installed, @Nullable SoftwareVersion version, @Nullable Long id) {
    /** No client. */
    public static final Client ABSENT = new Client(false, null, null);

    /** The greatest id: ten digits. */
    public static final long MAX_ID = 9_999_999_999L;

    /** Drops a number that cannot be an id; 0 stands where none was given yet. */
    public Client {
        if (id != null && (id <= 0 || id > MAX_ID)) {
            id = null;
        }
    }
}
