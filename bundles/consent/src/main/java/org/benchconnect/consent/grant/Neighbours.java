package org.benchconnect.consent.grant;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import org.benchconnect.core.account.Accounts;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.feature.Features;
import org.benchconnect.core.feature.Generations;
import org.benchconnect.core.instrument.InstrumentState;
import org.benchconnect.core.instrument.Instruments;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.upgrade.UpgradeState.Phase;
import org.benchconnect.core.upgrade.Upgrades;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.launcher.module.Modules;
import org.jspecify.annotations.Nullable;

/** The services around, each there or not at any moment: ask again for each operation. Raising needs them, lowering does without. */
interface Neighbours {
    @Nullable
    Ledger ledger();

    @Nullable
    Accounts accounts();

    @Nullable
    Questions questions();

    @Nullable
    Generations generations();

    @Nullable
    Features features();

    @Nullable
    Modules modules();

    @Nullable
    DeviceIdentity identity();

    @Nullable
    Instruments instruments();

    @Nullable
    Upgrades upgrades();

    /** What is watched now; nothing while nobody says. */
    default Collection<InstrumentState> watched() {
        Instruments now = instruments();
        return now == null ? List.of() : now.now();
    }

    /** What that means for a consent. */
    default InstrumentRule instrumentRule() {
        return InstrumentRule.of(watched());
    }

    /** Whether all modules of a feature run now; not while nobody says. */
    default boolean runs(String feature) {
        Modules now = modules();
        return now != null && now.features().stream().anyMatch(one -> one.name().equals(feature) && one.running());
    }

    /** Whether the generation changes now: then the ledger does not say yet what becomes of it. */
    default boolean isChanging() {
        Upgrades now = upgrades();
        return now != null
                && EnumSet.of(Phase.SWITCHES, Phase.GOES_BACK)
                        .contains(now.state().phase());
    }
}
