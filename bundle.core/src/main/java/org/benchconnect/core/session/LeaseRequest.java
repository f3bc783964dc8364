package org.benchconnect.core.session;

import java.time.Duration;
import java.util.Optional;
import org.benchconnect.core.feature.Privilege;

/**
 * What a person in the laboratory is asked within a remote session.
 *
 * @param session the session, {@code [0-9A-Za-z-]{1,64}}
 * @param supporter who asks, from the certificate, as shown to the person
 * @param feature whose grant it needs: its privileges must contain this one
 * @param privilege what for
 * @param clipboard which way, for {@link Privilege#SHARE_CLIPBOARD}; empty for all others
 * @param file the one file, for {@link Privilege#TRANSFER_FILES}; empty for all others
 * @param longest how long it is good for, at most 4 hours
 */
public record LeaseRequest(
        String session,
        String supporter,
        String feature,
        Privilege privilege,
        Optional<FileToTransfer.Direction> clipboard,
        Optional<FileToTransfer> file,
        Duration longest) {
    /** At most so long. */
    public static final Duration MOST = Duration.ofHours(4);

    /** Refuses what no person could understand. */
    public LeaseRequest {
        if (!session.matches("[0-9A-Za-z-]{1,64}")) {
            throw new IllegalArgumentException("a session is 1 to 64 letters, digits and hyphens");
        }
        if ((privilege == Privilege.TRANSFER_FILES) != file.isPresent()) {
            throw new IllegalArgumentException("a lease for files is for one file, and only that one has a file");
        }
        if ((privilege == Privilege.SHARE_CLIPBOARD) != clipboard.isPresent()) {
            throw new IllegalArgumentException("a lease for the clipboard is for one direction, and only that one");
        }
        if (longest.isNegative() || longest.isZero() || longest.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("a lease is good for at most " + MOST.toHours() + " hours");
        }
    }
}
