package org.benchconnect.teamviewerbridge.support;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.benchconnect.crypto.supporter.SupporterPolicy;

/**
 * Who helps this laboratory.
 *
 * @param telephone the number that people here call: the code is given on no other call
 * @param region of this PC
 * @param own what a session needs that the agent itself enforces; empty where only a program is used that has its own service
 */
public record Support(String telephone, String region, Optional<Own> own) {
    /**
     * The service side's own means.
     *
     * @param relays where to meet, {@code wss}, 1 to 4
     * @param policy who is admitted
     */
    public record Own(List<URI> relays, SupporterPolicy policy) {
        /** Copies the list. */
        public Own {
            relays = List.copyOf(relays);
        }
    }
}
