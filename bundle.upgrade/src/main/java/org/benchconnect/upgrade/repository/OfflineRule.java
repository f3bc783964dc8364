package org.benchconnect.upgrade.repository;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.benchconnect.upgrade.tuf.OfflineTolerance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the verifier is told of expired metadata: refuse it, unless a well-formed offline window is open now. */
final class OfflineRule {
    private static final Logger LOG = LoggerFactory.getLogger(OfflineRule.class);

    private final OfflineWindowFile file;

    OfflineRule(OfflineWindowFile file) {
        this.file = file;
    }

    OfflineTolerance tolerance(Instant now) {
        Optional<OfflineWindow> window;
        try {
            window = file.read().filter(it -> it.isOpen(now));
        } catch (IOException | OfflineWindowException e) {
            LOG.warn("vendor/offline-window.json is no offline window, so there is none: {}", e.getMessage());
            return OfflineTolerance.NONE;
        }
        return window.isEmpty() ? OfflineTolerance.NONE : of(window.get());
    }

    private static OfflineTolerance of(OfflineWindow window) {
        return OfflineTolerance.of(
                Duration.ofDays(window.toleranceDays()),
                use -> LOG.warn(
                        "Offline window, opened at {} by {}: {} metadata that expired at {} is taken.",
                        window.opened(),
                        window.by(),
                        use.role(),
                        use.expired()));
    }
}
