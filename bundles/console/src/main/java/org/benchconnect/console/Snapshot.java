package org.benchconnect.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.benchconnect.console.http.OncePerMinute;
import org.benchconnect.core.instrument.InstrumentState;
import org.benchconnect.core.instrument.Instruments;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.link.Link;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.status.StatusSource;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.UpgradeConsents;
import org.benchconnect.core.upgrade.UpgradeState;
import org.benchconnect.core.upgrade.Upgrades;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the agent is at one moment, in no language. Null is what is not running.
 *
 * @param agent this agent's identity; null also while its database has never been opened
 * @param instruments the watched instruments
 * @param link the cloud link
 * @param store the database
 * @param notifications whether the notification client runs
 * @param features whether the upgrade utility runs, which knows the features
 * @param upgrade how the upgrade utility is, and who allowed fixes
 * @param started whether every part has had the time to start, so that one that is missing is a trouble
 * @param parts what each part reports about itself, sorted by subject
 */
record Snapshot(
        @Nullable String agent,
        @Nullable List<InstrumentState> instruments,
        Link.@Nullable Status link,
        @Nullable StoreHealth store,
        boolean notifications,
        boolean features,
        @Nullable Upgrade upgrade,
        boolean started,
        List<Status> parts) {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshot.class);
    private static final OncePerMinute SAID = new OncePerMinute();

    /**
     * How upgrades are.
     *
     * @param state of the upgrade utility
     * @param fixes who allowed all fixes, if anybody did
     * @param entries while nothing is new: how long the audit log is, which says whether the newest release was refused; an entry may come after the state
     */
    record Upgrade(UpgradeState state, Optional<Approval> fixes, long entries) {
        /** Null while the upgrade utility is not running, or is being replaced. */
        static @Nullable Upgrade of(Neighbours neighbours) {
            Upgrades upgrades = neighbours.upgrades();
            UpgradeConsents consents = neighbours.upgradeConsents();
            if (upgrades == null) {
                return null;
            }
            try {
                UpgradeState state = upgrades.state();
                Ledger ledger = state.phase() == UpgradeState.Phase.NOTHING_NEW ? neighbours.ledger() : null;
                return new Upgrade(
                        state,
                        consents == null ? Optional.empty() : consents.fixesAllowed(),
                        ledger == null ? 0 : ledger.size());
            } catch (RuntimeException e) {
                if (SAID.allows(Upgrade.class)) {
                    LOG.warn("The upgrade utility does not say how it is", e);
                }
                return null;
            }
        }
    }

    /** How it is now, with the reports of the parts as they were: never blocks. */
    static Snapshot of(Neighbours neighbours, boolean started, List<Status> parts) {
        AgentStore store = neighbours.store();
        Instruments instruments = neighbours.instruments();
        Link link = neighbours.link();
        String agent = store == null ? null : identity(store);
        return new Snapshot(
                agent,
                instruments == null ? null : instruments.now(),
                link == null ? null : link.status(),
                store == null ? null : health(store, agent),
                neighbours.notifications() != null,
                neighbours.features() != null,
                Upgrade.of(neighbours),
                started,
                parts);
    }

    /** Null while the database has never been opened: the store logs why, and its health is shown. */
    private static @Nullable String identity(AgentStore store) {
        try {
            return store.agent().toString();
        } catch (StoreException e) {
            return null;
        }
    }

    /** A database without an identity is not well, even if nothing has been asked of it yet. */
    private static StoreHealth health(AgentStore store, @Nullable String agent) {
        StoreHealth health = store.health();
        return agent == null && health == StoreHealth.OK ? StoreHealth.UNAVAILABLE : health;
    }

    /** What each part reports about itself now; may block for a second for each. One that fails is left out. */
    static List<Status> ask(Neighbours neighbours) {
        List<Status> parts = new ArrayList<>();
        for (StatusSource source : neighbours.sources()) {
            try {
                parts.add(source.status());
            } catch (RuntimeException e) {
                if (SAID.allows(source.getClass())) {
                    LOG.warn("A part of the agent does not report", e);
                }
            }
        }
        parts.sort(Comparator.comparing(part -> part.subject().toString()));
        return List.copyOf(parts);
    }
}
