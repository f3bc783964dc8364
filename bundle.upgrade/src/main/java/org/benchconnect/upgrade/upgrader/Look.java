package org.benchconnect.upgrade.upgrader;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.text.Language;
import org.benchconnect.upgrade.plan.UpgradePlanner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for new releases, one at a time, on the caller's thread and as long as the source takes. */
final class Look {
    private static final Logger LOG = LoggerFactory.getLogger(Look.class);

    private final UpgradePlanner planner;
    private final Course course;
    private final Watch watch;
    private final SteadyClock steady;
    private final ReentrantLock one = new ReentrantLock(true);
    private Optional<RefusedFor> logged = Optional.empty();

    Look(UpgradePlanner planner, Course course, Watch watch, SteadyClock steady) {
        this.planner = planner;
        this.course = course;
        this.watch = watch;
        this.steady = steady;
    }

    /** Because a person wants to know. */
    void asked(Optional<String> source) throws FeatureRefusedException {
        look(source, true);
    }

    /** Because it is time: a PC without vendor or network is no news every hour. */
    void byItself(Optional<String> source) {
        try {
            look(source, false);
            logged = Optional.empty();
        } catch (FeatureRefusedException e) {
            if (!logged.equals(Optional.of(e.reason()))) {
                logged = Optional.of(e.reason());
                LOG.info("no upgrade is offered: {}, {}", e.reason(), e.getMessage());
            }
        }
    }

    private void look(Optional<String> source, boolean asked) throws FeatureRefusedException {
        one.lock();
        begins();
        try {
            UpgradePlanner.Look found = planner.look(source, Language.EN);
            course.found(found.plan(), source, found.platform(), asked);
        } catch (FeatureRefusedException e) {
            if (asked || e.reason() != RefusedFor.NO_VENDOR) {
                course.failed(e.reason());
            }
            throw e;
        } finally {
            ended();
            one.unlock();
        }
    }

    private void begins() {
        synchronized (watch) {
            watch.begins();
        }
        course.looking(true);
    }

    private void ended() {
        synchronized (watch) {
            watch.ended(steady.instant());
        }
        course.looking(false);
    }
}
