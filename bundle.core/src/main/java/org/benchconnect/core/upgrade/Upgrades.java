package org.benchconnect.core.upgrade;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Looks for releases, and changes the running generation when a person has allowed it, every instrument is idle and the maintenance window is open. What it does
 * is in {@link #state}; what nobody allowed it does not do. Safe for any thread.
 */
@ProviderType
public interface Upgrades {
    /** How it is now; never blocks, at most one second old. */
    UpgradeState state();

    /** What is in the way of anything disruptive now, the maintenance window apart; empty if every instrument is idle. Answers within a second, whatever hangs. */
    List<Hindrance> hindrances();

    /**
     * Looks now and returns when that is done: as long as the source takes. What is new is fetched and verified, and then in {@link #state}; nothing else happens.
     * One that went back here before is offered again, since somebody asks.
     *
     * @param source the folder of a repository, a zip file of one, or an {@code https:} address; empty for the one of the settings or the vendor
     * @throws FeatureRefusedException if any rule is broken
     */
    UpgradeState check(Optional<String> source) throws FeatureRefusedException;

    /** A hint that something is new: a look within two minutes, at most one in ten minutes however often this is called. Never blocks. */
    void lookSoon();

    /**
     * Carries a plan out as soon as it may: the consent bundle calls this, when the ledger has the person's answer. Returns when the new generation is staged;
     * the switch waits for {@link Hindrance}s.
     *
     * @throws FeatureRefusedException if there is no such plan any more, or the disk does not take it
     */
    void approve(String plan, Approval approval) throws FeatureRefusedException;

    /** Nothing of a plan is carried out, and it is not offered again by itself; one that is switched already stays. Returns whether there was such a plan. */
    boolean refuse(String plan);

    /** A person looked: until then every instrument counts as idle. The consent bundle calls this, when the ledger has it. */
    void statedIdle(AccountId by, Instant until);

    /**
     * Back to the generation before, at once: reverting never waits. Returns when it runs, or the process ends and the next start runs it.
     *
     * @param by who, if somebody said so
     * @throws FeatureRefusedException if there is none, or its modules do not start; what runs then is in {@link #state}
     */
    void goBack(Optional<AccountId> by) throws FeatureRefusedException;

    /** Every change of the generation, the newest first, as far as the journal goes back. */
    List<UpgradeRecord> records();
}
