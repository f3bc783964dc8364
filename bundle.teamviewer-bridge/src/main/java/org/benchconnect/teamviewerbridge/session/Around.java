package org.benchconnect.teamviewerbridge.session;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.benchconnect.core.account.Accounts;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.instrument.InstrumentState;
import org.benchconnect.core.instrument.Instruments;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.session.Enforcement;
import org.benchconnect.core.session.Leases;
import org.benchconnect.teamviewerbridge.engine.Engine;
import org.benchconnect.teamviewerbridge.files.FileTransfer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The neighbours that are there at the moment. Each may come and go; one that is missing allows nothing.
 *
 * @param ledger or null
 * @param questions or null
 * @param accounts or null
 * @param leases or null
 * @param instruments or null
 * @param keys whether this PC's keys are open
 * @param files the feature that transfers files, while it runs, or null
 * @param engines those that run
 * @param withdrawn whether nobody allows this feature any more; may read the disk
 */
record Around(
        Supplier<@Nullable Ledger> ledger,
        Supplier<@Nullable Questions> questions,
        Supplier<@Nullable Accounts> accounts,
        Supplier<@Nullable Leases> leases,
        Supplier<@Nullable Instruments> instruments,
        BooleanSupplier keys,
        Supplier<@Nullable FileTransfer> files,
        Supplier<List<Engine>> engines,
        Predicate<String> withdrawn) {
    private static final Logger LOG = LoggerFactory.getLogger(Around.class);

    /** Who keeps it true with this engine now. Files are no engine's own: while the feature that transfers them runs, it does, behind an engine that enforces. */
    Enforcement enforcement(Engine engine, Privilege privilege) {
        if (privilege != Privilege.TRANSFER_FILES) {
            return Features.enforcement(engine, privilege);
        }
        return files.get() != null && Features.enforces(engine)
                ? Enforcement.ENFORCED_BY_AGENT
                : Enforcement.UNSUPPORTED;
    }

    /** The same of all privileges. */
    Map<Privilege, Enforcement> enforcement(Engine engine) {
        Map<Privilege, Enforcement> all = new EnumMap<>(Privilege.class);
        for (Privilege privilege : Privilege.values()) {
            all.put(privilege, enforcement(engine, privilege));
        }
        return all;
    }

    /** Whether every instrument is known to be idle: none watched, an error, or nobody who knows is a no. */
    boolean everyInstrumentIsIdle() {
        Instruments watching = instruments.get();
        if (watching == null) {
            return false;
        }
        try {
            List<InstrumentState> all = watching.now();
            return !all.isEmpty() && all.stream().allMatch(one -> one.watching() && one.activity() == Activity.IDLE);
        } catch (RuntimeException e) {
            LOG.debug("nobody says what the instruments do: control counts as not safe", e);
            return false;
        }
    }
}
