package org.benchconnect.settings;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.benchconnect.core.feature.FeatureConfigurations;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.status.StatusSource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the settings file when it starts, before the modules behind it in the start order, again whenever the file changes,
 * and when a module comes. A section with a mistake is not applied at all: its component keeps what it has.
 * What the features of the running generation bring lies under the file: they change with the generation, in both directions, and the file stays.
 *
 * <p>Threads: everything happens under the lock of this object, on the activating thread, on that of an installer, or on the
 * one that watches.
 */
@Component(immediate = true, service = StatusSource.class)
public final class SettingsKeeper implements StatusSource, SynchronousBundleListener {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsKeeper.class);
    private static final String SOURCE = "settings";
    private static final long LOOK_MILLISECONDS = 1000; // a change counts at its second look: within two seconds

    private final BundleContext context;
    private final WatchedFile watched;
    private final InstalledSchemas schemas;
    private final Handout handout;
    private final ScheduledExecutorService thread;

    /** The file as it last could be understood, by this component; what it said then stays in force. */
    private @Nullable SettingsFile understood;

    private volatile State state = new State(SettingsFile.ABSENT, Outcome.of(SettingsFile.ABSENT, Map.of()));
    private volatile boolean modulesChanged;
    private boolean reported;
    private @Nullable Notifications notifications;
    private @Nullable FeatureConfigurations features;
    /** What features brought when they were last asked: while the upgrade utility itself is exchanged, it stays. */
    private Map<String, FeatureConfigurations.Brought> brought = Map.of();

    private final Runnable generationChanged = () -> soon(this::applyAgain);

    /** The file as it was last read, and what it meant then. */
    private record State(SettingsFile file, Outcome outcome) {}

    /** Applies the file before it returns. */
    @Activate
    public SettingsKeeper(BundleContext context, @Reference ConfigurationAdmin admin) {
        this(context, admin, Path.of(context.getProperty(Platform.HOME)).resolve(file(context)), LOOK_MILLISECONDS);
    }

    /** Its path within home: the agent's, unless whoever started the framework says another, as the desk does. */
    private static String file(BundleContext context) {
        return Objects.requireNonNullElse(context.getProperty("org.benchconnect.settings"), "config/agent.json");
    }

    SettingsKeeper(BundleContext context, ConfigurationAdmin admin, Path path, long lookMilliseconds) {
        this.context = context;
        this.watched = new WatchedFile(path);
        this.schemas = new InstalledSchemas(context);
        this.handout = new Handout(admin);
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, "settings");
            daemon.setDaemon(true);
            return daemon;
        });
        read();
        context.addBundleListener(this);
        thread.scheduleWithFixedDelay(this::look, lookMilliseconds, lookMilliseconds, TimeUnit.MILLISECONDS);
    }

    /** Stops watching. What was handed out stays in force. */
    @Deactivate
    void close() {
        context.removeBundleListener(this);
        thread.shutdownNow();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindNotifications(Notifications arrived) {
        synchronized (this) {
            notifications = arrived;
        }
        soon(this::report);
    }

    synchronized void unbindNotifications(Notifications gone) {
        if (notifications == gone) {
            notifications = null;
        }
    }

    /** In force before this returns. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    synchronized void bindFeatures(FeatureConfigurations arrived) {
        features = arrived;
        arrived.listen(generationChanged);
        applyAgain();
    }

    synchronized void unbindFeatures(FeatureConfigurations gone) {
        gone.forget(generationChanged);
        if (features == gone) {
            features = null;
        }
    }

    @Override
    public Status status() {
        State now = state;
        return Findings.status(!now.file.equals(SettingsFile.ABSENT), now.outcome);
    }

    /**
     * A new module has its settings before it can start. One that takes the place of another has them when it starts: then the other has stopped, and is not disturbed
     * by settings that are not for it. Whatever else changed waits for the next look with no such module in waiting.
     */
    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.INSTALLED && InstalledSchemas.has(event.getBundle())) {
            if (others(event.getBundle()).findAny().isPresent()) {
                modulesChanged = true;
            } else {
                applyAgain();
            }
        } else if (event.getType() == BundleEvent.STARTING
                && modulesChanged
                && InstalledSchemas.has(event.getBundle())) {
            applyAgain();
        } else if (event.getType() == BundleEvent.RESOLVED || event.getType() == BundleEvent.UNINSTALLED) {
            modulesChanged = true;
        }
    }

    private Stream<Bundle> others(Bundle module) {
        return Arrays.stream(context.getBundles())
                .filter(other -> other.getBundleId() != module.getBundleId()
                        && Objects.equals(other.getSymbolicName(), module.getSymbolicName()));
    }

    /** A module is installed beside the one that it takes the place of, which still runs. */
    private boolean aSuccessorWaits() {
        return Arrays.stream(context.getBundles())
                .filter(module -> !runs(module))
                .flatMap(this::others)
                .anyMatch(other -> runs(other) && InstalledSchemas.has(other));
    }

    private static boolean runs(Bundle module) {
        return (module.getState() & (Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING)) != 0;
    }

    private synchronized void applyAgain() {
        ask();
        apply(state.file);
    }

    /** What the features bring is asked for when they or the modules change; not while a module still runs that it may not be for. */
    private void ask() {
        modulesChanged = false;
        if (features != null) {
            brought = features.now();
        }
    }

    private synchronized void look() {
        try {
            if (watched.changed()) {
                read();
            }
            if (modulesChanged && !aSuccessorWaits()) {
                applyAgain();
            }
            report();
        } catch (RuntimeException e) {
            LOG.error("the settings could not be applied; they are tried again", e);
            modulesChanged = true;
        }
    }

    private synchronized void read() {
        apply(watched.read());
    }

    private synchronized void apply(SettingsFile file) {
        Outcome outcome = outcome(file, schemas.now());
        handout.apply(outcome);
        handout.foreign(Foreign.of(brought));
        if (!outcome.problems().equals(state.outcome.problems())
                || !outcome.wrong().equals(state.outcome.wrong())) {
            outcome.problems().forEach(problem -> LOG.warn("{}", problem));
            outcome.wrong().forEach(wrong -> LOG.warn("{}", wrong));
            reported = false;
        }
        state = new State(file, outcome);
    }

    private Outcome outcome(SettingsFile file, Map<String, Schema> now) {
        Brought checked = Brought.of(brought, now);
        Problem whole = file.problem();
        if (whole == null) {
            understood = file;
            return Outcome.of(file, now, schemas.seen(), checked);
        }
        return understood == null
                ? Outcome.of(file, now, schemas.seen(), checked)
                : Outcome.of(understood, now, schemas.seen(), checked).because(whole);
    }

    /** Once for each outcome; again at the next look if it could not be stored. */
    private synchronized void report() {
        if (notifications != null && !reported) {
            reported = true;
            notifications
                    .report(SOURCE, Findings.signals(state.outcome), Findings.healthy(state.outcome))
                    .whenComplete((done, failure) -> {
                        if (failure != null) {
                            soon(this::reportAgain);
                        }
                    });
        }
    }

    private synchronized void reportAgain() {
        reported = false;
    }

    private void soon(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException closed) {
            LOG.debug("closed meanwhile");
        }
    }
}
