package org.benchconnect.instrument.log.system;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.instrument.Evidence;
import org.benchconnect.core.instrument.InstrumentState;
import org.benchconnect.core.link.Egress;
import org.benchconnect.instrument.log.LogSettings;
import org.benchconnect.instrument.log.LogWatch;
import org.benchconnect.instrument.log.Neighbours;
import org.benchconnect.instrument.log.SteadyClock;
import org.benchconnect.instrument.log.Steps;
import org.jspecify.annotations.Nullable;

/**
 * The watch of a system that a laboratory knows from outside only: its log, and what stands around it. What an adapter of such a system is made of.
 *
 * <p>The Activity (R-60, fail closed) is what the log and the queue tell, whichever of them the settings let tell; the one that permits the least stands. That a service runs or a
 * connection stands proves neither that it works nor that it rests.
 */
public final class SiteWatch implements AutoCloseable {
    private final String id;
    private final boolean logTells;
    private final boolean queueTells;
    private final LogWatch log;
    private final SystemWatch system;
    private final Steps checks;

    /** Whoever permits connections, or nobody; asked anew each time. */
    @FunctionalInterface
    public interface Permission {
        /** Null while there is none. */
        @Nullable
        Egress egress();
    }

    private SiteWatch(String id, LogSettings logSettings, SystemSettings settings, LogWatch log, SystemWatch system) {
        this.id = id;
        this.logTells = logSettings.tellsActivity();
        this.queueTells = settings.tellsActivity();
        this.log = log;
        this.system = system;
        this.checks = new Steps("checks-" + id, system::step);
        checks.start();
    }

    /**
     * Watches from now on, on two threads.
     *
     * @param id the adapter's short name, under which notices and positions are kept
     */
    public static SiteWatch start(
            String id, LogSettings log, SystemSettings system, Neighbours neighbours, Permission permission) {
        Set<String> codes = Stream.of(SystemCode.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
        return new SiteWatch(
                id,
                log,
                system,
                LogWatch.start(id, log, codes, neighbours),
                new SystemWatch(
                        id, system, new Services(), neighbours, permission, Clock.systemUTC(), new SteadyClock()));
    }

    /** What is known now. Never blocks. */
    public InstrumentState state() {
        Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
        Activity activity = Activity.UNKNOWN;
        if (logTells) {
            evidence.add(Evidence.LOG);
            activity = log.activity();
        }
        if (queueTells) {
            evidence.add(Evidence.FILES);
            activity = logTells ? least(activity, system.activity()) : system.activity();
        }
        boolean watching = (log.watching() || !logTells) && system.watching();
        return new InstrumentState(id, null, null, activity, evidence, watching, null);
    }

    private static Activity least(Activity one, Activity other) {
        if (one == Activity.ACQUIRING || other == Activity.ACQUIRING) {
            return Activity.ACQUIRING;
        }
        return one == Activity.IDLE && other == Activity.IDLE ? Activity.IDLE : Activity.UNKNOWN;
    }

    /** Ends. */
    @Override
    public void close() {
        checks.close();
        log.close();
    }
}
