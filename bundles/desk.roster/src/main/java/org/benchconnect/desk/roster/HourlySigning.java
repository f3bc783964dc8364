package org.benchconnect.desk.roster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs the lists when the desk starts and every hour. A list that cannot be signed stays as it is: after a day it admits nobody. */
@Component(immediate = true, service = HourlySigning.class)
public final class HourlySigning {
    private static final Logger LOG = LoggerFactory.getLogger(HourlySigning.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final RosterFolder folder;
    private final Clock clock;
    private final ScheduledExecutorService thread;

    /** Of the desk whose folder the framework's property {@code org.benchconnect.home} names. */
    @Activate
    public HourlySigning(BundleContext context) {
        this(
                new RosterFolder(Path.of(String.valueOf(context.getProperty("org.benchconnect.home")))),
                Clock.systemUTC(),
                EVERY);
    }

    HourlySigning(RosterFolder folder, Clock clock, Duration every) {
        this.folder = folder;
        this.clock = clock;
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, "roster");
            daemon.setDaemon(true);
            return daemon;
        });
        sign();
        thread.scheduleWithFixedDelay(this::sign, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void close() {
        thread.shutdownNow();
    }

    private void sign() {
        try {
            folder.sign(clock.instant());
            LOG.info("the lists of supporters and agents are signed");
        } catch (IOException | RosterException | RuntimeException e) { // or it would never sign again
            LOG.error("the lists of supporters and agents cannot be signed; those of before count for a day", e);
        }
    }
}
