package org.benchconnect.link.command;

import java.util.concurrent.atomic.AtomicReference;
import org.benchconnect.core.feature.FeatureWithdrawals;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.upgrade.Upgrades;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of the agent that obey, each of which may come and go. Safe for any thread. */
public final class CommandEffects {
    private static final Logger LOG = LoggerFactory.getLogger(CommandEffects.class);

    /** Who looks for releases. */
    public final Part<Upgrades> upgrades = new Part<>();
    /** Who keeps the notices. */
    public final Part<Notifications> notifications = new Part<>();
    /** Who takes features back. */
    public final Part<FeatureWithdrawals> withdrawals = new Part<>();
    /** Who writes down what was obeyed and refused. */
    public final Part<Ledger> ledger = new Part<>();

    /** None is there yet. */
    public CommandEffects() {}

    /** One part. */
    public static final class Part<S> {
        private final AtomicReference<@Nullable S> now = new AtomicReference<>();

        private Part() {}

        /** This one from now on. */
        public void comes(S service) {
            now.set(service);
        }

        /** This one no more; another may have taken its place already. */
        public void goes(S service) {
            now.compareAndSet(service, null);
        }

        private @Nullable S get() {
            return now.get();
        }
    }

    /** Whether this command's part is there now. */
    boolean canObey(Command command) {
        if (command instanceof Command.Withdraw) {
            return withdrawals.get() != null;
        }
        return command instanceof Command.Seen ? notifications.get() != null : upgrades.get() != null;
    }

    /** Obeys, on the calling thread; for a withdrawal up to a second. A part that is just being swapped is no fault. */
    void obey(Command command) {
        try {
            if (command instanceof Command.Withdraw withdraw) {
                withdraw(withdraw.feature());
            } else if (command instanceof Command.Seen seen) {
                seen(seen.notice());
            } else {
                look();
            }
        } catch (RuntimeException swapped) {
            LOG.warn(
                    "A command of the service side found nobody to obey it: {}",
                    swapped.getClass().getName());
        }
    }

    private void withdraw(String feature) {
        FeatureWithdrawals now = withdrawals.get();
        if (now != null) {
            now.withdraw(feature);
        }
    }

    private void seen(long notice) {
        Notifications now = notifications.get();
        if (now != null) {
            now.seenByService(notice);
        }
    }

    /** Looks soon, once in ten minutes at most however often it is called. */
    void look() {
        Upgrades now = upgrades.get();
        if (now != null) {
            now.lookSoon();
        }
    }

    /** Writes down, without waiting. */
    void note(Event event) {
        Ledger now = ledger.get();
        if (now == null) {
            LOG.warn("No ledger is there for {}", event.kind());
            return;
        }
        now.note(event);
    }
}
