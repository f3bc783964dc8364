package org.benchconnect.desk.teamviewer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares TeamViewer's reports with what agents recorded, now and then, and names in the log what is missing on either side, by ids alone. Only where the settings have
 * its section, and while a journal is there.
 */
@Component(
        immediate = true,
        service = Reconciling.class,
        configurationPid = "org.benchconnect.desk.teamviewer",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ReconcilingConfiguration.class)
public final class Reconciling {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciling.class);
    private static final Duration LATE = Duration.ofHours(1); // an agent may tell later

    private final WebApi api;
    private final Clock clock;
    private final Duration every;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "desk-teamviewer");
        daemon.setDaemon(true);
        return daemon;
    });

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable RecordedConnections journal;

    /**
     * For the component runtime.
     *
     * @throws IOException if there is no token that only the desk's account can read
     */
    @Activate
    public Reconciling(BundleContext context, ReconcilingConfiguration set) throws IOException {
        this(
                new WebApi(ApiToken.read(Path.of(String.valueOf(context.getProperty("org.benchconnect.home")))
                        .resolve(set.token()))),
                Clock.systemUTC(),
                Duration.ofHours(set.every_hours()));
        thread.scheduleWithFixedDelay(this::run, 1, every.toMinutes(), TimeUnit.MINUTES);
    }

    Reconciling(WebApi api, Clock clock, Duration every) {
        this.api = api;
        this.clock = clock;
        this.every = every;
    }

    private void run() {
        RecordedConnections there = journal;
        if (there == null) {
            LOG.info("no journal is there to compare TeamViewer's reports with");
            return;
        }
        try {
            compare(there).ifPresent(Reconciling::tell);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("comparing with TeamViewer's reports failed; it is tried again", e);
        }
    }

    /**
     * Compares what was over since the comparison before; empty if TeamViewer did not answer, which the log says. Pairs are looked for in a longer time, because an agent
     * may know only when a connection was over, and clocks differ.
     */
    Optional<Reconciliation> compare(RecordedConnections recorded) throws InterruptedException {
        Instant until = clock.instant().minus(LATE);
        Instant from = until.minus(every).minus(LATE);
        try {
            Instant earliest = from.minus(Reconciliation.LONGEST);
            Instant latest = until.plus(LATE);
            return Optional.of(Reconciliation.of(recorded.between(earliest, latest), api.connections(earliest, latest))
                    .overIn(from, until));
        } catch (WebApiException e) {
            LOG.warn("TeamViewer's reports cannot be had: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static void tell(Reconciliation found) {
        LOG.info("{} connections are on both sides", found.both().size());
        found.notReported()
                .forEach(one -> LOG.warn(
                        "agent {} recorded session {}, which TeamViewer does not report", one.agent(), one.session()));
        found.notRecorded()
                .forEach(one -> LOG.warn(
                        "TeamViewer reports connection {} of {}, which no agent recorded", one.id(), one.begins()));
    }

    /** Ends without waiting. */
    @Deactivate
    public void close() {
        thread.shutdownNow();
    }
}
