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
        OFFLINE_WINDOW_OPEN,
        OFFLINE_WINDOW_UNREADABLE
    }

    /** With what facts. */
    enum Name implements FactName {
        HOURS_LEFT,
        TOLERANCE_DAYS
    }

    @Override
    public Status status() {
        try {
            Instant now = new TrustedTime(home, clock).now(); // read again: another part of the agent moves it on
            Optional<OfflineWindow> window = file.read();
            if (window.isEmpty() || !window.get().isOpen(now)) {
                return new Status(Subject.OFFLINE_WINDOW_CLOSED, Facts.none());
            }
            long left = Duration.between(now, window.get().until()).toHours() + 1;
            return new Status(
                    Subject.OFFLINE_WINDOW_OPEN,
                    Facts.none()
                            .with(Name.HOURS_LEFT, left)
                            .with(Name.TOLERANCE_DAYS, window.get().toleranceDays()));
        } catch (IOException | OfflineWindowException e) {
            return new Status(Subject.OFFLINE_WINDOW_UNREADABLE, Facts.none());
        }
    }
}
