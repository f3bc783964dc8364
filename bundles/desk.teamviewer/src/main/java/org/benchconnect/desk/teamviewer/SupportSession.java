package org.benchconnect.desk.teamviewer;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A session at TeamViewer.
 *
 * @param code its own, {@code [0-9A-Za-z-]{1,40}}
 * @param open whether somebody can still join
 * @param forCustomer where the person in the laboratory joins; a secret while it is open
 * @param forSupporter where the supporter joins; a secret while it is open
 * @param until when it ends by itself
 */
public record SupportSession(
        String code, boolean open, Optional<URI> forCustomer, Optional<URI> forSupporter, Optional<Instant> until) {
    @Override
    public String toString() {
        return "session " + code + (open ? ", open" : ", closed");
    }
}
