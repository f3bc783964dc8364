package org.benchconnect.link;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.benchconnect.core.feature.FeatureWithdrawals;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.link.Departures;
import org.benchconnect.core.link.Link;
import org.benchconnect.core.link.TlsClient;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.NotificationListener;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.upgrade.Upgrades;
import org.benchconnect.link.command.CommandEffects;
import org.benchconnect.link.command.CommandTaker;
import org.benchconnect.link.egress.ConfiguredEgress;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The link over Paho. Without an address it is off, by choice; with a setting that
 * cannot be used it is off too, and {@link LinkStatusSource} says which.
 */
@Component(
        service = {Link.class, NotificationListener.class, PahoLink.class},
        configurationPid = "org.benchconnect.link")
@Designate(ocd = LinkConfiguration.class)
public final class PahoLink implements Link, NotificationListener {
    private static final Logger LOG = LoggerFactory.getLogger(PahoLink.class);
    /** Farewell to the service side, and the end of Paho's threads. */
    private static final long STOP_SECONDS = 5;

    /** Who obeys the service side. */
    private final CommandEffects effects = new CommandEffects();

    private final Problem refused;
    private final Instant since;
    private final SignIns signIns;
    private final @Nullable Supervisor supervisor;
    private final @Nullable Way way;
    private final @Nullable Thread thread;

    /** Begins at once, if it may. */
    @Activate
    public PahoLink(LinkConfiguration configuration, BundleContext bundle) {
        this(
                configuration,
                Path.of(Optional.ofNullable(bundle.getProperty(Platform.HOME)).orElse("")),
                Optional.ofNullable(bundle.getProperty(Platform.INSTALLATION)).map(Path::of),
                Clock.systemUTC());
    }

    /** Without an installation, and so without a vendor's command key. */
    PahoLink(LinkConfiguration configuration, Path home, Clock clock) {
        this(configuration, home, Optional.empty(), clock);
    }

    PahoLink(LinkConfiguration configuration, Path home, Optional<Path> installation, Clock clock) {
        this.since = clock.instant();
        this.signIns = new SignIns(clock);
        Problem problem = Problem.LINK_NO_PROBLEM;
        Supervisor started = null;
        Way found = null;
        try {
            LinkSettings settings = LinkSettings.of(configuration, home).orElse(null);
            if (settings != null) {
                Clock steady = new SteadyClock();
                VendorWords vendor = VendorWords.of(settings.profile(), installation);
                PahoBroker broker = new PahoBroker(settings, signIns);
                found = broker.way();
                started = new Supervisor(
                        Dialects.of(settings, vendor.azureIotHub()),
                        new CommandTaker(vendor.commandKey(), effects, clock, steady),
                        broker,
                        new Backoff(settings.spans(), new SecureRandom()),
                        clock,
                        steady);
            }
        } catch (RefusedSettingException e) {
            problem = e.problem();
            LOG.error("The link is off: {} (settings, section link)", problem);
        }
        this.refused = problem;
        this.supervisor = started;
        this.way = found;
        this.thread = started == null ? null : start(started);
    }

    private static Thread start(Supervisor supervisor) {
        Thread thread = new Thread(supervisor, "benchconnect-link");
        // Paho's threads and timers are children of this one, and inherit it.
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Says good-bye to the service side, and waits until everything is given back. */
    @Deactivate
    void stop() {
        if (supervisor == null || thread == null) {
            return;
        }
        supervisor.stop();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
            if (thread.isAlive()) {
                LOG.warn("The link did not end within {} s", STOP_SECONDS);
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindEgress(ConfiguredEgress egress) {
        if (way != null) {
            way.permit(egress);
        }
    }

    void unbindEgress(ConfiguredEgress egress) {
        if (way != null) {
            way.permitNoMore(egress);
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindStore(AgentStore store) {
        if (supervisor != null) {
            supervisor.store(store);
        }
    }

    void unbindStore(AgentStore store) {
        if (supervisor != null) {
            supervisor.storeGone(store);
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindTls(TlsClient tls) {
        if (supervisor != null) {
            supervisor.tls(tls);
        }
    }

    void unbindTls(TlsClient tls) {
        if (supervisor != null) {
            supervisor.tlsGone(tls);
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindUpgrades(Upgrades now) {
        effects.upgrades.comes(now);
    }

    void unbindUpgrades(Upgrades now) {
        effects.upgrades.goes(now);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindNotifications(Notifications now) {
        effects.notifications.comes(now);
    }

    void unbindNotifications(Notifications now) {
        effects.notifications.goes(now);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindWithdrawals(FeatureWithdrawals now) {
        effects.withdrawals.comes(now);
    }

    void unbindWithdrawals(FeatureWithdrawals now) {
        effects.withdrawals.goes(now);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindLedger(Ledger now) {
        effects.ledger.comes(now);
    }

    void unbindLedger(Ledger now) {
        effects.ledger.goes(now);
    }

    @Override
    public void changed(Notification notification) {
        if (supervisor != null) {
            supervisor.wake();
        }
    }

    @Override
    public Status status() {
        if (supervisor == null) {
            return new Status(State.OFF, since, 0);
        }
        Supervisor.Seen seen = supervisor.seen();
        return new Status(seen.state(), seen.since(), seen.waiting());
    }

    /** Why it is off, or not connected. */
    Problem problem() {
        return supervisor == null ? refused : supervisor.seen().problem();
    }

    /** What the service side answered to the last sign-in of this run. */
    Optional<SignIns.Answer> lastSignIn() {
        return signIns.last();
    }

    /** Presence as it was said in this run, the newest first. */
    List<Departures.Departure> presence() {
        return supervisor == null ? List.of() : supervisor.presence().newest();
    }

    /** How long until the next attempt; zero if none is scheduled. */
    Duration untilNextAttempt() {
        return supervisor == null ? Duration.ZERO : supervisor.untilNextAttempt();
    }
}
