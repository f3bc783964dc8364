package org.benchconnect.consent.grant;

import java.util.List;
import org.benchconnect.core.account.Accounts;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.feature.Features;
import org.benchconnect.core.feature.Generations;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.instrument.InstrumentState;
import org.benchconnect.core.instrument.Instruments;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.upgrade.Upgrades;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.launcher.module.Modules;
import org.jspecify.annotations.Nullable;

/** What the consents find in the framework, each absent or another as a test wants, and one instrument. */
public final class FakeNeighbours implements Neighbours {
    public String model = "Navios EX";
    public Activity activity = Activity.IDLE;

    @Nullable
    public Ledger ledger;

    @Nullable
    public Accounts accounts;

    @Nullable
    public Questions questions;

    @Nullable
    public Generations generations;

    @Nullable
    public Features features;

    @Nullable
    public Modules modules;

    @Nullable
    public DeviceIdentity identity;

    @Nullable
    public Upgrades upgrades;

    @Override
    public @Nullable Ledger ledger() {
        return ledger;
    }

    @Override
    public @Nullable Accounts accounts() {
        return accounts;
    }

    @Override
    public @Nullable Questions questions() {
        return questions;
    }

    @Override
    public @Nullable Generations generations() {
        return generations;
    }

    @Override
    public @Nullable Features features() {
        return features;
    }

    @Override
    public @Nullable Modules modules() {
        return modules;
    }

    @Override
    public @Nullable DeviceIdentity identity() {
        return identity;
    }

    @Override
    public @Nullable Upgrades upgrades() {
        return upgrades;
    }

    @Override
    public Instruments instruments() {
        return () -> List.of(new InstrumentState(
                "navios", model.isEmpty() ? null : model, null, activity, java.util.Set.of(), true, null));
    }
}
