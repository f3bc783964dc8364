package org.benchconnect.tests.powerloss;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.launcher.storage.testing.DiskState;
import org.benchconnect.launcher.storage.testing.Fault;
import org.benchconnect.launcher.storage.testing.FaultyStorage;
import org.benchconnect.launcher.storage.testing.Loss;
import org.benchconnect.launcher.storage.testing.PowerLoss;
import org.benchconnect.launcher.storage.testing.PowerLoss.Counts;
import org.benchconnect.tests.powerloss.UpgradeDeeds.Deed;
import org.benchconnect.tests.powerloss.UpgradePc.View;

/**
 * Goes through deeds at one PC. In every state that a loss of power leaves, the agent starts again, and there runs, whole, what was there before the deed or what is there after
 * it: its modules, its settings, and with every grant; and what people wrote is there. From what is on trial then, going back works.
 */
final class UpgradeCampaign {
    private final int tears;
    /** Every so many states power is lost once more while the agent starts. */
    private final int againEvery;

    private final Set<Integer> distinct = new HashSet<>();
    private Counts counts = new Counts(0, 0, 0);
    private int seen;
    private int wentBack;

    UpgradeCampaign(int tears, int againEvery) {
        this.tears = tears;
        this.againEvery = againEvery;
    }

    /** How many states were different from all others; never more than they were. */
    int distinct() {
        return distinct.size();
    }

    void lose(List<Deed> deeds) throws Exception {
        FaultyStorage storage = UpgradePc.furnished();
        storage.tears(tears);
        UpgradePc pc = new UpgradePc(storage);
        for (Deed deed : deeds) {
            DiskState rest = storage.state();
            View before = UpgradePc.view(copy(storage));
            PowerLoss<String> during = PowerLoss.on(storage, Loss.OF_POWER, deed::name);
            pc = deed.done().at(pc);
            View after = UpgradePc.view(copy(storage));
            Set<View> allowed = allowed(deed, rest, before, after);
            Set<View> later = later(allowed, rest, storage.state());
            check(during, allowed, later);
            PowerLoss<String> afterwards = PowerLoss.on(storage, Loss.OF_POWER, () -> "after " + deed.name());
            check(afterwards, Set.of(after), later(Set.of(after), storage.state()));
        }
    }

    private static FaultyStorage copy(FaultyStorage storage) {
        return storage.state().storage();
    }

    private static Set<View> allowed(Deed deed, DiskState rest, View before, View after) throws Exception {
        Set<View> allowed = new HashSet<>(Set.of(before));
        allowed.add(after);
        if (deed.between().isPresent()) {
            FaultyStorage meanwhile = rest.storage();
            deed.between().get().at(new UpgradePc(meanwhile));
            allowed.add(UpgradePc.view(meanwhile));
        }
        return allowed;
    }

    /** The same, and where the ways back lead that lie there in these states. */
    private static Set<View> later(Set<View> allowed, DiskState... states) throws Exception {
        Set<View> later = new HashSet<>(allowed);
        for (DiskState state : states) {
            UpgradePc pc = new UpgradePc(state.storage());
            if (pc.steps.trial().isPresent()) {
                pc.steps.goBack();
                pc.consents.look();
                later.add(pc.view());
            }
            pc.consents.close();
        }
        return later;
    }

    private void check(PowerLoss<String> all, Set<View> allowed, Set<View> later) {
        counts = counts.plus(all.check((left, during) -> {
            starts(left, allowed, later);
            if (seen++ % againEvery == 0) {
                FaultyStorage again = left.storage();
                PowerLoss<String> second =
                        PowerLoss.on(again, Loss.OF_POWER, () -> during + ", and while the agent started");
                UpgradePc.view(again);
                counts = counts.plus(second.check((leftThen, then) -> startsLater(leftThen, later)));
            }
        }));
    }

    private void starts(DiskState left, Set<View> allowed, Set<View> later) throws Exception {
        distinct.add(left.hashCode());
        UpgradePc pc = new UpgradePc(left.storage());
        View found = pc.view();
        assertTrue(allowed.contains(found), () -> "mixed or lost: " + found);
        requireTold(pc);
        if (pc.steps.trial().isPresent()) {
            int generation = pc.launcher.generation();
            pc.steps.goBack();
            assertFalse(pc.launcher.generation() == generation, "it did not go back");
            View back = pc.view();
            assertTrue(later.contains(back), () -> "mixed or lost on the way back: " + back);
            requireTold(pc);
            wentBack++;
        }
        pc.consents.close();
    }

    /** One start more was counted: what was on trial may have gone back. */
    private void startsLater(DiskState left, Set<View> later) throws Exception {
        distinct.add(left.hashCode());
        UpgradePc pc = new UpgradePc(left.storage());
        View found = pc.view();
        assertTrue(later.contains(found), () -> "mixed or lost: " + found);
        requireTold(pc);
        pc.consents.close();
    }

    /** The journal is readable, and nothing is open but what is on trial. */
    private static void requireTold(UpgradePc pc) throws Exception {
        boolean open =
                pc.journal.records().stream().anyMatch(record -> record.outcome() == UpgradeRecord.Outcome.PROVES);
        assertTrue(!open || pc.steps.trial().isPresent(), "a change without an end in the journal");
        assertTrue(
                pc.storage.names(UpgradePc.HOME).stream().noneMatch(name -> name.startsWith("journal.refused")),
                "a loss of power looks like damage");
    }

    /** Each deed again, with the disk failing in each way from each operation of the deed on; then power is lost. */
    void fail(List<Deed> deeds, int every) throws Exception {
        FaultyStorage storage = UpgradePc.furnished();
        UpgradePc pc = new UpgradePc(storage);
        int number = 0;
        for (Deed deed : deeds) {
            DiskState rest = storage.state();
            View before = UpgradePc.view(copy(storage));
            int first = storage.operations();
            pc = deed.done().at(pc);
            View after = UpgradePc.view(copy(storage));
            Set<View> later = later(allowed(deed, rest, before, after), rest, storage.state());
            for (Fault fault : Fault.values()) {
                for (int operation = 1; operation <= storage.operations() - first; operation++) {
                    if (number++ % every == 0) {
                        fail(deed, rest.storage(), fault, operation, later);
                    }
                }
            }
        }
    }

    private void fail(Deed deed, FaultyStorage storage, Fault fault, int operation, Set<View> later) throws Exception {
        UpgradePc pc = new UpgradePc(storage);
        storage.failFrom(operation, fault);
        String what = deed.name() + " with " + fault + " from operation " + operation + " of the deed on";
        PowerLoss<String> during = PowerLoss.on(storage, Loss.OF_POWER, () -> what);
        try {
            deed.done().at(pc);
        } catch (Exception | AssertionError refused) {
            // as it should, where the disk does not take it
        }
        pc.consents.close();
        counts = counts.plus(during.check((left, known) -> startsLater(left, later)));
    }

    @Override
    public String toString() {
        return counts + ", distinct " + distinct.size() + ", of them gone back from " + wentBack;
    }
}
