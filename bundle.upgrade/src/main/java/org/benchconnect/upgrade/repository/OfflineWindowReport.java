package org.benchconnect.upgrade.repository;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.status.StatusSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Reports an open offline window, a deviation from the most secure setting. Who opened it is in the log and the file. */
@Component
public final class OfflineWindowReport implements StatusSource {
    private final OfflineWindowFile file;
    private final Path home;
    private final Clock clock;

    /** Of this installation. */
    @Activate
    public OfflineWindowReport(BundleContext context) {
        this(
                Path.of(Objects.requireNonNull(context.getProperty(Platform.INSTALLATION), Platform.INSTALLATION)),
                Path.of(Objects.requireNonNull(context.getProperty(Platform.HOME), Platform.HOME)),
                Clock.systemUTC());
    }

    OfflineWindowReport(Path installation, Path home, Clock clock) {
        this.file = new OfflineWindowFile(installation);
        this.home = home;
        this.clock = clock;
    }

    /** What is reported. */
    enum Subject {
        OFFLINE_WINDOW_CLOSED,
        /** Closed, but one let something in before. */
        OFFLINE_WINDOW_CLOSED_USED,
        OFFLINE_WINDOW_OPEN,
        /** Open, and it let something in. */
        OFFLINE_WINDOW_OPEN_USED,
        OFFLINE_WINDOW_UNREADABLE
    }

    /** With what facts. */
    enum Name implements FactName {
        HOURS_LEFT,
        TOLERANCE_DAYS,
        /** Since a window last let something in, rounded down. */
        USED_DAYS_AGO,
        /** How many settings this is that are less secure than they could be: 1. */
        DEVIATIONS
    }

    @Override
    public Status status() {
        try {
            Instant now = new TrustedTime(home, clock).now(); // read again: another part of the agent moves it on
            Optional<OfflineWindow> window = file.read();
            Optional<Instant> used = new OfflineWindowUses(home).newest();
            if (window.isEmpty() || !window.get().isOpen(now)) {
                return used.isEmpty()
                        ? new Status(Subject.OFFLINE_WINDOW_CLOSED, Facts.none())
                        : new Status(Subject.OFFLINE_WINDOW_CLOSED_USED, used(Facts.none(), used.get(), now));
            }
            long left = Duration.between(now, window.get().until()).toHours() + 1;
            Facts facts = Facts.none()
                    .with(Name.HOURS_LEFT, left)
                    .with(Name.TOLERANCE_DAYS, window.get().toleranceDays())
                    .with(Name.DEVIATIONS, 1);
            boolean inThisOne =
                    used.isPresent() && !used.get().isBefore(window.get().opened());
            return inThisOne
                    ? new Status(Subject.OFFLINE_WINDOW_OPEN_USED, used(facts, used.get(), now))
                    : new Status(Subject.OFFLINE_WINDOW_OPEN, facts);
        } catch (IOException | OfflineWindowException e) {
            return new Status(Subject.OFFLINE_WINDOW_UNREADABLE, Facts.none());
        }
    }

    private static Facts used(Facts facts, Instant used, Instant now) {
        return facts.with(
                Name.USED_DAYS_AGO, Math.max(0, Duration.between(used, now).toDays()));
    }
}
