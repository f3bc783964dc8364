package org.benchconnect.tests.powerloss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.LedgerState;
import org.benchconnect.launcher.storage.testing.DiskState;
import org.benchconnect.launcher.storage.testing.Fault;
import org.benchconnect.launcher.storage.testing.FaultyStorage;
import org.benchconnect.launcher.storage.testing.Loss;
import org.benchconnect.launcher.storage.testing.PowerLoss;
import org.benchconnect.launcher.storage.testing.PowerLoss.Counts;
import org.benchconnect.tests.powerloss.Pc.View;

/**
 * Goes through steps at one PC. In every state that a loss of power leaves during a step, the agent starts again, and then there is what was before the step or what
 * is after it, never a right that neither has; in every state after the step, what is after it.
 */
final class Campaign {
    /** Every so many states power is lost once more while the agent starts. */
    private final int againEvery;

    private final int tears;
    private final Loss loss;
    private Counts counts = new Counts(0, 0, 0);
    private int seen;

    Campaign(Loss loss, int tears, int againEvery) {
        this.loss = loss;
        this.tears = tears;
        this.againEvery = againEvery;
    }

    Counts counts() {
        return counts;
    }

    /** The agent's first start, and then each step. */
    void lose(List<Step> steps) throws Exception {
        FaultyStorage storage = Pc.installed();
        storage.tears(tears);
        PowerLoss<String> first = PowerLoss.on(storage, loss, () -> "first start");
        Pc pc = Pc.started(storage);
        check(first, View.NOTHING, Pc.view(copy(storage)));
        for (Step step : steps) {
            View before = Pc.view(copy(storage)).with(pc.ledger.all());
            PowerLoss<String> during = PowerLoss.on(storage, loss, step::name);
            step.deed().at(pc);
            View after = Pc.view(copy(storage)).with(pc.ledger.all());
            check(during, before, after);
            PowerLoss<String> rest = PowerLoss.on(storage, loss, () -> "after " + step);
            check(rest, after, after);
        }
    }

    private static FaultyStorage copy(FaultyStorage storage) {
        return storage.state().storage();
    }

    private void check(PowerLoss<String> all, View before, View after) {
        Counts ofThis = all.check((left, during) -> {
            requireOneOf(Pc.view(left.storage()), before, after);
            if (seen++ % againEvery == 0) {
                FaultyStorage again = left.storage();
                PowerLoss<String> second = PowerLoss.on(again, loss, () -> during + ", and while the agent started");
                Pc.view(again);
                Counts ofSecond =
                        second.check((leftThen, then) -> requireOneOf(Pc.view(leftThen.storage()), before, after));
                counts = counts.plus(ofSecond);
            }
        });
        counts = counts.plus(ofThis);
    }

    private static void requireOneOf(View left, View before, View after) {
        requireRights(left, Map.of("before", before, "after", after));
        if (before.equals(after)) {
            assertEquals(after.running(), left.running(), "what was given runs");
        }
        assertTrue(
                left.accounts().equals(before.accounts()) || left.accounts().equals(after.accounts()),
                () -> "other accounts than before or after:\n" + left + "\n" + before + "\n" + after);
        assertTrue(left.frozen() == before.frozen() || left.frozen() == after.frozen(), "frozen: " + left.frozen());
        assertTrue(left.tried() >= Math.min(before.tried(), after.tried()), "a wrong PIN is forgotten");
        requireLedger(left, before);
    }

    private static void requireRights(View left, Map<String, View> allowed) {
        assertTrue(
                allowed.values().stream().anyMatch(view -> view.running()
                        .entrySet()
                        .containsAll(left.running().entrySet())),
                () -> "runs: " + left.running() + " although " + allowed);
        left.running()
                .forEach((feature, version) -> assertTrue(
                        left.entries().stream().anyMatch(entry -> isConsent(entry, feature, version)),
                        "runs without a consent in the ledger"));
    }

    private static boolean isConsent(Entry entry, String feature, String version) {
        return entry.event().kind() == EventKind.CONSENT_GIVEN
                && entry.event().by().isPresent()
                && entry.event().details().containsValue(feature)
                && entry.event().details().containsValue(version);
    }

    /** Nothing that was acknowledged is lost, and no loss of power looks like tampering. */
    private static void requireLedger(View left, View before) {
        assertEquals(LedgerState.TAKES_ENTRIES, left.state(), "the ledger is broken");
        List<Entry> known = withoutCuts(before);
        assertEquals(
                known.stream().map(Entry::event).toList(),
                withoutCuts(left).stream().limit(known.size()).map(Entry::event).toList(),
                "an entry is lost");
    }

    private static List<Entry> withoutCuts(View view) {
        return view.entries().stream()
                .filter(entry -> entry.event().kind() != EventKind.TAIL_CUT)
                .toList();
    }

    /** Each step again, with the disk failing in each way from each operation of the step on; then power is lost. */
    void fail(List<Step> steps, int every) throws Exception {
        FaultyStorage storage = Pc.installed();
        Pc pc = Pc.started(storage);
        int number = 0;
        for (Step step : steps) {
            DiskState rest = storage.state();
            int first = storage.operations();
            View before = Pc.view(copy(storage));
            step.deed().at(pc);
            View after = Pc.view(copy(storage));
            for (Fault fault : Fault.values()) {
                for (int operation = 1; operation <= storage.operations() - first; operation++) {
                    if (number++ % every == 0) {
                        fail(step, rest.storage(), fault, operation, before, after);
                    }
                }
            }
        }
    }

    private void fail(Step step, FaultyStorage storage, Fault fault, int operation, View before, View after)
            throws IOException {
        Pc pc = Pc.started(storage);
        storage.failFrom(operation, fault);
        String what = step + " with " + fault + " from operation " + operation + " of the step on";
        PowerLoss<String> during = PowerLoss.on(storage, loss, () -> what);
        try {
            step.deed().at(pc);
        } catch (Exception refused) {
            // as it should, where the disk does not take it
        }
        Map<String, View> allowed = Map.of("before", before, "after", after);
        counts = counts.plus(during.check((left, known) -> requireRights(Pc.view(left.storage()), allowed)));
        PowerLoss<String> rest = PowerLoss.on(storage, loss, () -> "after " + what);
        counts = counts.plus(rest.check((left, known) -> {
            View then = Pc.view(left.storage());
            requireRights(then, allowed);
            assertFalse(then.accounts().isBroken(), "the accounts count no more");
            if (pc.withdrawn) {
                assertEquals(Map.of(), then.running(), "a withdrawal that was acknowledged as durable is forgotten");
            }
            if (pc.countedWrong) {
                assertTrue(then.tried() > before.tried(), "a wrong PIN that was compared is not counted");
            }
        }));
        pc.consents.close();
    }
}
