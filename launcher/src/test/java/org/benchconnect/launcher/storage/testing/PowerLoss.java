package org.benchconnect.launcher.storage.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Gathers every state in which a run can leave a disk, each with what the run had acknowledged at that moment, and has each checked once the run is over:
 *
 * <pre>{@code
 * PowerLoss<Set<String>> loss = PowerLoss.on(storage, Loss.OF_POWER, () -> Set.copyOf(acknowledged));
 * ... // the run: adds to acknowledged whenever something returned
 * loss.check((left, known) -> ...);
 * }</pre>
 *
 * @param <A> what was acknowledged: immutable, compared by value
 */
public final class PowerLoss<A> {
    /** Says whether a state is good. */
    @FunctionalInterface
    public interface Check<A> {
        /**
         * Throws if it is not.
         *
         * @param left what is on the disk when the PC starts again
         * @param acknowledged what callers had been told by then
         */
        void accept(DiskState left, A acknowledged) throws Exception;
    }

    /**
     * What was looked at.
     *
     * @param operations of the storage
     * @param states different ones, where the same bytes with something else acknowledged count as another
     * @param bad those that were not good
     */
    public record Counts(int operations, int states, int bad) {
        /** Both together. */
        public Counts plus(Counts more) {
            return new Counts(operations + more.operations, states + more.states, bad + more.bad);
        }
    }

    private record Left<A>(DiskState state, A acknowledged) {}

    private final FaultyStorage storage;
    private final Loss loss;
    private final Supplier<A> acknowledged;
    private final int before;
    private final Map<Left<A>, String> states = new LinkedHashMap<>();

    private PowerLoss(FaultyStorage storage, Loss loss, Supplier<A> acknowledged) {
        this.storage = storage;
        this.loss = loss;
        this.acknowledged = acknowledged;
        this.before = storage.operations();
    }

    /** From now on; asks what is acknowledged on the threads that change files, while the storage is locked. */
    public static <A> PowerLoss<A> on(FaultyStorage storage, Loss loss, Supplier<A> acknowledged) {
        PowerLoss<A> all = new PowerLoss<>(storage, loss, acknowledged);
        all.lookAfter("nothing");
        storage.listen(all::lookAfter);
        return all;
    }

    /** Looks now: something was acknowledged without another operation. */
    public void look() {
        lookAfter("the end");
    }

    private void lookAfter(String operation) {
        A known = acknowledged.get(); // before the states: what is acknowledged meanwhile is only asked for next time
        Set<DiskState> left = storage.left(loss);
        synchronized (states) {
            left.forEach(state -> states.putIfAbsent(new Left<>(state, known), operation));
        }
    }

    /** Looks a last time, listens no more, and has each state checked; the first that is not good ends it, with what was done and what is on the disk. */
    public Counts check(Check<A> check) {
        return each(check, true);
    }

    /** The same, but goes on and counts the states that are not good. */
    public Counts count(Check<A> check) {
        return each(check, false);
    }

    private Counts each(Check<A> check, boolean endAtFirst) {
        look();
        storage.listen(operation -> {});
        int bad = 0;
        for (Map.Entry<Left<A>, String> one : states.entrySet()) {
            Left<A> left = one.getKey();
            try {
                check.accept(left.state(), left.acknowledged());
            } catch (Exception | AssertionError failure) {
                bad++;
                if (endAtFirst) {
                    throw new AssertionError(
                            "power lost after operation " + one.getValue() + "; acknowledged: " + left.acknowledged()
                                    + "; on the disk then:\n" + left.state() + failure,
                            failure);
                }
            }
        }
        return new Counts(storage.operations() - before, states.size(), bad);
    }
}
