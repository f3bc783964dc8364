package org.benchconnect.upgrade.upgrader;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.core.upgrade.UpgradeRecord.Kind;
import org.benchconnect.core.upgrade.UpgradeRecord.Outcome;
import org.benchconnect.upgrade.journal.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the ledger says about upgrades, and what it has to be told. Whatever it answers, no upgrade's outcome changes by it. */
final class LedgerEvents {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerEvents.class);
    private static final int MANY = 1000;
    /** A token of a way back that nobody here asked for. */
    private static final String NOBODY_ASKED = "NOBODY_ASKED";

    private LedgerEvents() {}

    /**
     * Whether the ledger has this approval of this plan, and nobody took it back or carried it out: for a plan that was allowed before this agent started.
     *
     * @return empty if it cannot be read now
     */
    static Optional<Boolean> allows(Ledger ledger, String plan, Approval approval) {
        try {
            Optional<Entry> given = ledger.entries(approval.entry(), 1).stream().findFirst();
            if (given.isEmpty()
                    || given.get().number() != approval.entry()
                    || given.get().event().kind() != EventKind.UPGRADE_ALLOWED
                    || given.get().event().details().containsKey(Detail.FEATURE) // allows that feature, not the plan
                    || !isAbout(given.get(), plan)) {
                return Optional.of(false);
            }
            return Optional.of(!isOver(ledger, plan, approval));
        } catch (UncheckedIOException e) {
            LOG.warn("the ledger cannot be read, so what it allowed waits", e);
            return Optional.empty();
        }
    }

    private static boolean isOver(Ledger ledger, String plan, Approval approval) {
        long next = approval.entry() + 1;
        while (next < ledger.size()) {
            List<Entry> entries = ledger.entries(next, MANY);
            if (entries.stream().anyMatch(entry -> ends(entry, plan, approval))) {
                return true;
            }
            next = entries.isEmpty()
                    ? next + MANY
                    : entries.get(entries.size() - 1).number() + 1;
        }
        return false;
    }

    /** Taken back, or carried out: an allowance counts once. */
    private static boolean ends(Entry entry, String plan, Approval approval) {
        return switch (entry.event().kind()) {
            case UPGRADE_SWITCHED, UPGRADE_COMMITTED, UPGRADE_WENT_BACK -> isAbout(entry, plan);
            case UPGRADE_REFUSED ->
                isAbout(entry, plan)
                        && Optional.ofNullable(entry.event().details().get(Detail.ENTRY))
                                .map(about -> about.equals(String.valueOf(approval.entry())))
                                .orElse(true);
            case FIXES_ASKED -> approval.standing().isPresent();
            default -> false;
        };
    }

    private static boolean isAbout(Entry entry, String plan) {
        return plan.equals(entry.event().details().get(Detail.PLAN));
    }

    /** What is to be told about a change: that it began to run, and how it ended. */
    static List<Event> of(UpgradeRecord change, List<org.benchconnect.upgrade.journal.Entry> journal) {
        List<Event> events = new ArrayList<>();
        if (change.kind() == Kind.FEATURE) {
            return events; // the consent bundle tells of these
        }
        events.add(
                change.kind() == Kind.ROLLBACK
                        ? about(EventKind.UPGRADE_WENT_BACK, change, change.before())
                                .with(
                                        Detail.REASON,
                                        isAskedFor(change, journal) ? WentBackFor.PERSON.name() : NOBODY_ASKED)
                        : about(EventKind.UPGRADE_SWITCHED, change, change.generation()));
        if (change.outcome() == Outcome.COMMITTED) {
            events.add(about(EventKind.UPGRADE_COMMITTED, change, change.generation()));
        } else if (change.outcome() == Outcome.WENT_BACK) {
            events.add(about(EventKind.UPGRADE_WENT_BACK, change, change.generation())
                    .with(Detail.REASON, change.reason().orElse(WentBackFor.CRASHED.name())));
        }
        return events;
    }

    /** Whether the journal has, immediately before the change, that a person wanted it. */
    private static boolean isAskedFor(UpgradeRecord change, List<org.benchconnect.upgrade.journal.Entry> journal) {
        Step asked = new Step.WentBack(change.before(), change.generation(), WentBackFor.PERSON.name());
        Optional<Step> former = Optional.empty();
        boolean found = false;
        for (org.benchconnect.upgrade.journal.Entry line : journal) {
            if (line.step() instanceof Step.Switched switched
                    && switched.generation() == change.generation()
                    && line.at().equals(change.begun())) {
                found = former.equals(Optional.of(asked));
            }
            former = Optional.of(line.step());
        }
        return found;
    }

    /** What is to be told about a yes that ended by itself. */
    static Event of(Ended.Told ended) {
        Event event = Event.of(EventKind.UPGRADE_REFUSED)
                .with(Detail.PLAN, ended.plan())
                .with(Detail.REASON, ended.reason().name());
        return ended.entry().map(entry -> event.with(Detail.ENTRY, entry)).orElse(event);
    }

    private static Event about(EventKind kind, UpgradeRecord change, int generation) {
        Event event = Event.of(kind).with(Detail.GENERATION, generation);
        return change.plan().map(plan -> event.with(Detail.PLAN, plan)).orElse(event);
    }
}
