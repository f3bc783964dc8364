package org.benchconnect.consent.upgrade;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.Approval.When;

/** What the entries of one ledger say of fixes, read in order: whether they are allowed, and which plans somebody must answer all the same. Pure; for one thread. */
final class FixesBook {
    private Optional<Approval> allowed = Optional.empty();
    private final Set<String> answered = new HashSet<>();

    /** Reads the next entry. An allowance that nobody gave is none. */
    void take(Entry entry) {
        Map<Detail, String> said = entry.event().details();
        switch (entry.event().kind()) {
            case FIXES_ALLOWED ->
                allowed = entry.event()
                        .by()
                        .map(by -> new Approval(
                                entry.number(), by, entry.time(), When.IN_WINDOW, Optional.of(entry.number())));
            case FIXES_ASKED -> {
                Optional<Long> about =
                        Optional.ofNullable(said.get(Detail.ENTRY)).map(Long::valueOf);
                allowed = allowed.filter(one -> about.isPresent() && one.entry() > about.get());
            }
            case UPGRADE_ALLOWED, UPGRADE_REFUSED, UPGRADE_WENT_BACK ->
                Optional.ofNullable(said.get(Detail.PLAN)).ifPresent(answered::add);
            default -> {
                // says nothing of fixes
            }
        }
    }

    /** Who allowed them last, if nobody has taken it back since. */
    Optional<Approval> allowed() {
        return allowed;
    }

    /**
     * Whether this plan was allowed or refused already, or did not stay: then a standing consent does not carry it out (again), and a person must answer.
     */
    boolean isAnswered(String plan) {
        return answered.contains(plan);
    }
}
