package org.benchconnect.consent.grant;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.benchconnect.consent.lease.LeasesOf;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.Accounts;
import org.benchconnect.core.consent.Answer;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.ConsentRequest;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.Features;
import org.benchconnect.core.feature.Generations;
import org.benchconnect.core.instrument.Instruments;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.upgrade.Upgrades;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.launcher.storage.Storage;
import org.jspecify.annotations.Nullable;

/** The real consents over a storage of the test's. In this package, because that is who may make them without a framework. */
public final class ConsentsOf implements AutoCloseable {
    private final GivenConsents consents;

    /** Those of an agent that starts now; nothing runs before {@link #look}. */
    public ConsentsOf(Storage storage, Path home, Path installation, Clock clock, Neighbourhood around) {
        consents = new GivenConsents(around, LeasesOf.started(clock), storage, home, installation, clock, () -> 0);
    }

    /** Starts what may run, stops what may not, tries again what the disk did not take. */
    public void look() {
        consents.look();
    }

    /** A person is asked to allow a feature whose modules are here, and does. */
    public void give(String question, String feature, AccountId by, String pin, boolean newerVersions)
            throws AnswerRefusedException, FeatureRefusedException {
        ConsentRequest request = consents.ask(feature, Language.EN);
        consents.give(request.id(), new Answer(question, by, pin.toCharArray(), request.textDigest(), newerVersions));
    }

    /** A person takes it back. Whether that survives a restart. */
    public boolean withdraw(String feature, AccountId by) {
        return consents.withdraw(feature, Optional.of(by)).durable();
    }

    /** No changes until they are thawed. */
    public void freeze(AccountId by, String pin) throws AnswerRefusedException {
        consents.freeze(by, pin.toCharArray());
    }

    /** Changes again. */
    public void thaw(String question, AccountId by, String pin) throws AnswerRefusedException {
        consents.thaw(question, by, pin.toCharArray());
    }

    /** Whether changes are frozen. */
    public boolean isFrozen() {
        return consents.frozen().isPresent();
    }

    @Override
    public void close() {
        consents.close();
    }

    /** What is around; nothing is installed from a source. */
    public record Neighbourhood(
            Ledger ledger, Accounts accounts, Questions questions, DeviceIdentity identity, Modules modules)
            implements Neighbours {
        @Override
        public @Nullable Generations generations() {
            return null;
        }

        @Override
        public @Nullable Features features() {
            return null;
        }

        @Override
        public @Nullable Instruments instruments() {
            return null;
        }

        @Override
        public @Nullable Upgrades upgrades() {
            return null;
        }
    }
}
