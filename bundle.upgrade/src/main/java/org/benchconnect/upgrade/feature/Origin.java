package org.benchconnect.upgrade.feature;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.feature.Tolerated;
import org.benchconnect.upgrade.repository.OfflineWindowUses;
import org.benchconnect.upgrade.tuf.OfflineTolerance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a feature comes from, so far as a person who decides about it should know.
 *
 * @param pluginVendor the delegated role that vouches for it; empty for the vendor of the installation
 * @param tolerated what is past its date
 */
record Origin(Optional<String> pluginVendor, List<Tolerated> tolerated) {
    /** The vendor's own, and up to date. */
    static final Origin PLAIN = new Origin(Optional.empty(), List.of());

    static Origin of(Offer offer, Uses uses) {
        return new Origin(
                offer.isForeign() ? Optional.of(offer.target().role()) : Optional.empty(), List.copyOf(uses.seen));
    }

    /** Writes down what an offline window lets in during one refresh. */
    static final class Uses {
        private static final Logger LOG = LoggerFactory.getLogger(Uses.class);

        private final Set<Tolerated> seen = new LinkedHashSet<>();
        private final OfflineWindowUses kept;

        Uses(OfflineWindowUses kept) {
            this.kept = kept;
        }

        void add(OfflineTolerance.Use use) {
            seen.add(new Tolerated(use.role(), use.expired()));
            try {
                kept.record(use.now());
            } catch (IOException e) {
                LOG.warn("that the offline window was used cannot be kept for status", e);
            }
        }
    }
}
