package org.benchconnect.consent.grant;

import java.util.Map;
import java.util.Optional;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.Generations;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.LeaseEnd;

/** An administrator removes a feature that was installed: it is lowered first, then its modules go from the generation. */
final class Removing {
    private final Neighbours around;
    private final Persons persons;
    private final LedgerView view;
    private final GrantFiles grants;
    private final Lowering lowering;

    Removing(Neighbours around, Persons persons, LedgerView view, GrantFiles grants, Lowering lowering) {
        this.around = around;
        this.persons = persons;
        this.view = view;
        this.grants = grants;
        this.lowering = lowering;
    }

    /** Not one of the base release. */
    void remove(String feature, AccountId by, char[] pin) throws AnswerRefusedException {
        persons.check(by, pin, Role.LABORATORY_ADMINISTRATOR);
        Generations generations = around.generations();
        if (generations == null || grants.isBase(feature)) {
            throw new AnswerRefusedException(
                    Reason.FAILED, "it is part of the base release, or the part that removes is not there");
        }
        Event removed = new Event(EventKind.FEATURE_REMOVED, Optional.of(by), Map.of()).with(Detail.FEATURE, feature);
        lowering.lower(feature, Lowering.about(removed, view.inForce(feature)), LeaseEnd.WITHDRAWN, "REMOVED");
        try {
            generations.remove(feature);
        } catch (FeatureRefusedException e) {
            throw new AnswerRefusedException(
                    Reason.FAILED, "it does not run any more, but its modules are still here: " + e.getMessage(), e);
        }
    }
}
