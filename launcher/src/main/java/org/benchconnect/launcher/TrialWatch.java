package org.benchconnect.launcher;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes back from a generation on trial in which nobody is left who would: the upgrade utility, which decides whether a generation stays, may be what the
 * generation broke. Looks every second while a generation is on trial.
 */
final class TrialWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrialWatch.class);
    /** The service of who decides. */
    private static final String DECIDES = "org.benchconnect.core.upgrade.Upgrades";
    /** A trial is an hour at most. */
    private static final Duration LONGEST = Duration.ofMinutes(90);

    /** So long who decides may be missing. */
    private final Duration missing;

    private final BundleContext context;
    private final VerifiedFiles files;
    private final VerifiedModules modules;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "watching the trial");
        thread.setDaemon(true);
        return thread;
    });
    /** Monotonic, in nanoseconds; used by the clock's thread alone. */
    private long begun;

    private long seen;
    private boolean onTrial;

    TrialWatch(Duration missing, BundleContext context, VerifiedFiles files, VerifiedModules modules) {
        this.missing = missing;
        this.context = context;
        this.files = files;
        this.modules = modules;
    }

    void begin() {
        clock.scheduleWithFixedDelay(this::lookWhateverHappens, 1, 1, TimeUnit.SECONDS);
    }

    /** An exception would end the looking for good. */
    private void lookWhateverHappens() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.error("The trial could not be looked at", e);
        }
    }

    private void look() {
        long now = System.nanoTime();
        if (!files.isOnTrial() || modules.isChanging()) {
            onTrial = false;
            return;
        }
        if (!onTrial) {
            onTrial = true;
            begun = now;
            seen = now;
        }
        if (isThere()) {
            seen = now;
        }
        if (now - seen > missing.toNanos() || now - begun > LONGEST.toNanos()) {
            goBack();
        }
    }

    private boolean isThere() {
        try {
            return context.getAllServiceReferences(DECIDES, null) != null;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("there is no filter", e);
        }
    }

    private void goBack() {
        LOG.error("Nobody decides whether the generation on trial stays: the one before it runs again");
        onTrial = false;
        try {
            modules.goBack(new Asker(context.getBundle()));
        } catch (ModulesRefusedException e) {
            LOG.error("The agent does not go back", e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
