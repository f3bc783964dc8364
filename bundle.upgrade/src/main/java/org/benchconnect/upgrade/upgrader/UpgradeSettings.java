package org.benchconnect.upgrade.upgrader;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings, read.
 *
 * @param source where releases come from; empty for the address of the vendor profile
 * @param every how often it is asked; empty if never by itself
 * @param window when modules may change; never if its text has another form
 * @param readable whether that text had the form of one
 * @param health how long a new generation must be well before it stays
 */
record UpgradeSettings(
        Optional<String> source,
        Optional<Duration> every,
        MaintenanceWindow window,
        boolean readable,
        Duration health) {
    private static final Logger LOG = LoggerFactory.getLogger(UpgradeSettings.class);
    private static final int SHORTEST_HEALTH = 10; // seconds, as the schema says

    static UpgradeSettings of(UpgradeConfiguration configuration) {
        Optional<MaintenanceWindow> window = MaintenanceWindow.parse(configuration.window());
        if (window.isEmpty()) {
            LOG.error(
                    "the maintenance window has not the form HH:MM-HH:MM: it stays closed (settings, section upgrade)");
        }
        return new UpgradeSettings(
                Optional.of(configuration.source().strip()).filter(text -> !text.isEmpty()),
                configuration.look_minutes() <= 0
                        ? Optional.empty()
                        : Optional.of(Duration.ofMinutes(configuration.look_minutes())),
                window.orElse(MaintenanceWindow.never()),
                window.isPresent(),
                Duration.ofSeconds(Math.max(SHORTEST_HEALTH, configuration.health_seconds())));
    }
}
