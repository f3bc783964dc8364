package org.benchconnect.teamviewerbridge.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.ledger.LedgerState;
import org.benchconnect.core.session.SessionView.Hindrance;
import org.benchconnect.teamviewerbridge.engine.Engine;
import org.benchconnect.teamviewerbridge.support.Support;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether help can be requested now.
 *
 * @param engine the one that the settings name, if it runs
 * @param support what the installation says, if it says it well
 * @param hindrances what keeps it from being; empty if nothing does
 */
record Prospect(Optional<Engine> engine, Optional<Support> support, List<Hindrance> hindrances) {
    private static final Logger LOG = LoggerFactory.getLogger(Prospect.class);

    Prospect {
        hindrances = List.copyOf(hindrances);
    }

    /** Quick. */
    static Prospect look(Around around, String engineId, Optional<Support> support) {
        List<Hindrance> hindrances = new ArrayList<>();
        Optional<Engine> engine = around.engines().get().stream()
                .filter(one -> one.id().equals(engineId))
                .findFirst();
        if (engine.isEmpty()) {
            hindrances.add(Hindrance.NO_ENGINE);
        }
        engine.ifPresent(one -> hindrances.addAll(of(one)));
        boolean needsOwn = engine.map(Features::enforces).orElse(false);
        if (support.isEmpty() || needsOwn && support.get().own().isEmpty()) {
            add(hindrances, Hindrance.NO_SERVICE);
        }
        if (!around.keys().getAsBoolean()) {
            add(hindrances, Hindrance.NO_KEYS);
        }
        Ledger ledger = around.ledger().get();
        if (ledger == null || ledger.state() == LedgerState.CANNOT_WRITE) {
            add(hindrances, Hindrance.NO_LEDGER);
        }
        return new Prospect(engine, support, hindrances);
    }

    /** One that cannot say hides no session that runs: the view goes on. */
    private static List<Hindrance> of(Engine engine) {
        try {
            return engine.hindrances();
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("an engine does not say what hinders it", e);
            return List.of(Hindrance.NO_PROGRAM);
        }
    }

    private static void add(List<Hindrance> all, Hindrance one) {
        if (!all.contains(one)) {
            all.add(one);
        }
    }
}
