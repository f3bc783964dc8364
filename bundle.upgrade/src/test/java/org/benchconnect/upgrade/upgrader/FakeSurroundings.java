package org.benchconnect.upgrade.upgrader;

import java.util.List;
import java.util.Optional;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.Hindrance;

/** Neighbours that say what a test wants. */
final class FakeSurroundings implements Surroundings {
    volatile List<Hindrance> hindrances = List.of();
    volatile HealthLook health = Given.WELL;
    volatile Optional<Boolean> allowed = Optional.of(true);
    /** The real ones in place of {@link #hindrances}. */
    volatile Optional<Neighbours> hindrancesOf = Optional.empty();

    volatile Runnable whileHealthIsAsked = () -> {};

    @Override
    public List<Hindrance> hindrances(boolean stated) {
        if (hindrancesOf.isPresent()) {
            return hindrancesOf.get().hindrances(stated);
        }
        return stated
                ? hindrances.stream()
                        .filter(one ->
                                one.reason() == Hindrance.Reason.ACQUIRING || one.reason() == Hindrance.Reason.FROZEN)
                        .toList()
                : hindrances;
    }

    @Override
    public HealthLook health() {
        return health;
    }

    @Override
    public HealthLook healthBefore() {
        whileHealthIsAsked.run();
        return health;
    }

    @Override
    public Optional<Boolean> isAllowed(String plan, Approval approval) {
        return allowed;
    }
}
