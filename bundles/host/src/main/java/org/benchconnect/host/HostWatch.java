package org.benchconnect.host;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.benchconnect.core.link.ServiceDate;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.status.StatusSource;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.host.reading.Places;
import org.benchconnect.host.reading.ThisPc;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Looks at this PC now and then, and tells what is wrong as notices of source {@code host}. The first round comes, as shipped, a minute
 * after the start, so that a start stays quick; until then nothing of OSHI is loaded. A round that found nobody to tell is made again as
 * soon as there is somebody. One slow thread of the lowest priority makes the rounds; each look has a time limit of its own. A new
 * configuration makes a new watch.
 */
@Component(immediate = true, service = StatusSource.class, configurationPid = "org.benchconnect.host")
@Designate(ocd = HostConfiguration.class)
public final class HostWatch implements StatusSource {
    /** Whose notices these are; the stream of host checks sends those of this source alone. */
    static final String SOURCE = "host";

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final AtomicReference<@Nullable Notifications> notifications = new AtomicReference<>();
    private final AtomicReference<@Nullable AgentStore> store = new AtomicReference<>();
    private final AtomicReference<@Nullable ServiceDate> service = new AtomicReference<>();
    private final TimeLimit timeLimit = new TimeLimit(LIMIT);
    private final Rounds rounds;
    private final ScheduledExecutorService thread;
    /** Of the thread alone. */
    private boolean untold;

    /** Begins to wait for the first round. */
    @Activate
    public HostWatch(HostConfiguration configuration, BundleContext bundle) {
        Clock clock = Clock.systemUTC();
        ThisPc pc = ThisPc.asking(Places.of(
                folder(bundle, Platform.HOME),
                folder(bundle, Platform.INSTALLATION),
                configuration.data_folder(),
                configuration.backup_folder(),
                configuration.services(),
                configuration.certificates()));
        Remembered remembered = new Remembered(store);
        Checks checks = new Checks(pc, HostLimits.of(configuration), remembered, clock, this::serviceDate);
        this.rounds = new Rounds(checks, remembered, timeLimit, clock);
        // what arrives while this ends is not worth a round
        this.thread = new ScheduledThreadPoolExecutor(1, HostWatch::slow, new ThreadPoolExecutor.DiscardPolicy());
        thread.scheduleWithFixedDelay(
                this::round,
                configuration.first_round_seconds(),
                Duration.ofMinutes(configuration.every_minutes()).toSeconds(),
                TimeUnit.SECONDS);
    }

    private Optional<ServiceDate.Seen> serviceDate() {
        ServiceDate now = service.get();
        return now == null ? Optional.empty() : now.last();
    }

    private static Thread slow(Runnable work) {
        Thread daemon = new Thread(work, "host");
        daemon.setDaemon(true);
        daemon.setPriority(Thread.MIN_PRIORITY);
        return daemon;
    }

    private void round() {
        untold = !rounds.round(notifications.get());
    }

    private void roundIfUntold() {
        if (untold) {
            round();
        }
    }

    private static Path folder(BundleContext bundle, String property) {
        return Path.of(Optional.ofNullable(bundle.getProperty(property)).orElse(""));
    }

    /** Ends without waiting. */
    @Deactivate
    void close() {
        thread.shutdownNow();
        timeLimit.close();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindNotifications(Notifications arrived) {
        notifications.set(arrived);
        thread.execute(this::roundIfUntold);
    }

    void unbindNotifications(Notifications gone) {
        notifications.compareAndSet(gone, null);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindStore(AgentStore arrived) {
        store.set(arrived);
    }

    void unbindStore(AgentStore gone) {
        store.compareAndSet(gone, null);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindServiceDate(ServiceDate arrived) {
        service.set(arrived);
    }

    void unbindServiceDate(ServiceDate gone) {
        service.compareAndSet(gone, null);
    }

    @Override
    public Status status() {
        return rounds.status(serviceDate());
    }
}
