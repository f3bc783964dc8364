package org.benchconnect.upgrade.upgrader;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.upgrade.plan.UpgradePlanner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for releases when it is time, when a person asks, and when what is under way needs it, on a thread of its own. Safe for any thread. */
final class Looking {
    private static final Logger LOG = LoggerFactory.getLogger(Looking.class);

    private final Course course;
    private final UpgradeSettings settings;
    private final SteadyClock steady;
    private final Watch watch;
    private final Look look;
    private final ExecutorService thread;

    Looking(UpgradePlanner planner, Course course, UpgradeSettings settings, SteadyClock steady, ThreadFactory thread) {
        this.course = course;
        this.settings = settings;
        this.steady = steady;
        this.watch = new Watch(settings.every(), steady.instant(), new SplittableRandom());
        this.look = new Look(planner, course, watch, steady);
        this.thread = Executors.newSingleThreadExecutor(thread);
    }

    /** Threads that keep no process alive. */
    static ThreadFactory daemon(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Begins what is due; never waits. */
    void begin() {
        if (course.wanted().takeSoon()) {
            soon();
        }
        if (course.wanted().takeAgain()) {
            execute(this::again);
        } else if (isDue()) {
            execute(() -> look.byItself(settings.source()));
        }
    }

    private void execute(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("closed meanwhile");
        }
    }

    /** An allowed plan, from where it came: its person allowed it, so this is not by itself. */
    private void again() {
        try {
            look.byItself(course.source().or(settings::source));
        } finally {
            course.lookedAgain();
        }
    }

    private boolean isDue() {
        synchronized (watch) {
            boolean due = watch.isDue(steady.instant()) && course.wantsLook();
            if (due) {
                watch.begins();
            }
            return due;
        }
    }

    /** Because a person wants to know; as long as the source takes. */
    void asked(Optional<String> source) throws FeatureRefusedException {
        look.asked(source.or(settings::source));
    }

    /** Something may be new. */
    void soon() {
        synchronized (watch) {
            watch.soon(steady.instant());
        }
    }

    /** Nothing begins any more; what is under way is not waited for. */
    void close() {
        thread.shutdown();
    }
}
