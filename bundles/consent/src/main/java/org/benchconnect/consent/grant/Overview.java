package org.benchconnect.consent.grant;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.consent.ConsentRequest;
import org.benchconnect.core.consent.NeedsConsent;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.ledger.LedgerState;

/** What people see: every consent with what came of it, every feature that needs one, and how it all is. Changes nothing but what was read of the ledger. */
final class Overview {
    private final Neighbours around;
    private final LedgerView view;
    private final GrantFiles grants;
    private final PresentFeatures present;
    private final Requests requests;
    private final Freezing freezing;
    private final Lowering lowering;
    private final Running running;

    Overview(
            Neighbours around,
            LedgerView view,
            GrantFiles grants,
            PresentFeatures present,
            Requests requests,
            Freezing freezing,
            Lowering lowering,
            Running running) {
        this.around = around;
        this.view = view;
        this.grants = grants;
        this.present = present;
        this.requests = requests;
        this.freezing = freezing;
        this.lowering = lowering;
        this.running = running;
    }

    /** Every consent of this ledger, newest first. */
    List<Consent> consents() {
        readLedger();
        return view.said().consents().stream().map(this::withState).toList();
    }

    /** The features that need a consent, by name. */
    List<NeedsConsent> features() {
        readLedger();
        return present.withPrivileges().stream()
                .map(one -> new NeedsConsent(
                        present.feature(one),
                        running.state(one),
                        grants.isBase(one.name()),
                        view.inForce(one.name()).map(this::withState)))
                .sorted(Comparator.comparing(one -> one.feature().name()))
                .toList();
    }

    private void readLedger() {
        Ledger ledger = around.ledger();
        if (ledger != null) {
            view.read(ledger);
        }
    }

    private Consent withState(Consent consent) {
        if (consent.state() != Consent.State.DOES_NOT_RUN) {
            return consent;
        }
        if (!view.counts(consent)) {
            return ConsentBook.in(consent, Consent.State.WITHDRAWN);
        }
        return around.runs(consent.feature()) ? ConsentBook.in(consent, Consent.State.RUNS) : consent;
    }

    /**
     * How it is, in short.
     *
     * @param running how many features with privileges run
     * @param stopped how many do not, although they are allowed
     * @param refused how many have a grant on the disk that counts for nothing
     * @param waiting how many questions are open
     * @param frozen whether changes are frozen
     * @param durable whether everything that was taken back stays so after a restart
     * @param ledger whether the ledger takes entries
     * @param readable whether it could be read the last time
     */
    record Summary(
            long running,
            long stopped,
            long refused,
            long waiting,
            boolean frozen,
            boolean durable,
            boolean ledger,
            boolean readable) {}

    /** For the status: by the last look and the ledger as it was last read. */
    Summary summary() {
        Ledger ledger = around.ledger();
        List<NeedsConsent.State> states =
                present.withPrivileges().stream().map(running::state).toList();
        return new Summary(
                count(states, Set.of(NeedsConsent.State.RUNS)),
                count(states, Set.of(NeedsConsent.State.FAILED, NeedsConsent.State.OTHER_INSTRUMENT)),
                count(states, Set.of(NeedsConsent.State.GRANT_REFUSED)),
                requests.waiting().stream()
                        .filter(asked -> asked.state() == ConsentRequest.State.OPEN)
                        .count(),
                freezing.now().isPresent(),
                lowering.isDurable(),
                ledger != null && ledger.state() != LedgerState.CANNOT_WRITE,
                view.isReadable());
    }

    private static long count(Collection<NeedsConsent.State> states, Set<NeedsConsent.State> which) {
        return states.stream().filter(which::contains).count();
    }
}
