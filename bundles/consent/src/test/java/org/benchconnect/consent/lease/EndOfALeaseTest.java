package org.benchconnect.consent.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.Lease;
import org.benchconnect.core.session.LeaseEnd;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What ends a lease, and who hears of it. */
class EndOfALeaseTest {
    private Keeper keeper;

    @BeforeEach
    void open() throws Exception {
        keeper = new Keeper();
    }

    @Test
    void aLeaseEndsWithItsTimeByTheMonotonicClock() throws Exception {
        Lease lease = keeper.leases.give(keeper.asking.answerable(), Keeper.VIEW);
        List<String> cut = new ArrayList<>();
        lease.onEnd(() -> cut.add("cut"));

        keeper.ticks.pass(Duration.ofMinutes(10));
        keeper.leases.look();

        assertEquals(List.of("cut"), cut);
        keeper.assertEnded(lease, LeaseEnd.TIME);
    }

    @Test
    void aLeaseOverItsTimeIsNoneEvenIfNobodyLookedSince() throws Exception {
        Lease lease = keeper.leases.give(keeper.asking.answerable(), Keeper.VIEW);

        keeper.ticks.pass(Duration.ofMinutes(10));

        keeper.assertEnded(lease, LeaseEnd.TIME);
    }

    @Test
    void aLeaseEndsWithItsSessionAndNoOtherDoes() throws Exception {
        Lease lease = keeper.leases.give(keeper.asking.answerable(), Keeper.VIEW);
        Lease other = keeper.leases.give(keeper.asking.answerable(), Keeper.request("visit-2", Keeper.FEATURE));

        keeper.leases.endSession("visit-1", LeaseEnd.SESSION_ENDED);

        keeper.assertEnded(lease, LeaseEnd.SESSION_ENDED);
        assertTrue(other.inForce());
    }

    @Test
    void everyLeaseOfAFeatureEndsBeforeAnyConnectionIsCut() throws Exception {
        Lease one = keeper.leases.give(keeper.asking.answerable(), Keeper.VIEW);
        Lease two = keeper.leases.give(keeper.asking.answerable(), Keeper.request("visit-2", Keeper.FEATURE));
        List<Boolean> inForceWhileCutting = new ArrayList<>();
        one.onEnd(() -> inForceWhileCutting.add(two.inForce()));
        two.onEnd(() -> inForceWhileCutting.add(one.inForce()));

        keeper.leases.endFeature(Keeper.FEATURE, LeaseEnd.WITHDRAWN);

        assertEquals(List.of(false, false), inForceWhileCutting);
    }

    @Test
    void aConnectionThatFailsToBeCutKeepsNoOther() throws Exception {
        Lease lease = keeper.leases.give(keeper.asking.answerable(), Keeper.VIEW);
        List<String> cut = new ArrayList<>();
        lease.onEnd(() -> {
            throw new IllegalStateException("it hangs");
        });
        lease.onEnd(() -> cut.add("cut"));

        lease.end(LeaseEnd.STOPPED);

        assertEquals(List.of("cut"), cut);
    }

    @Test
    void whoAsksToHearOfTheEndOfAnEndedLeaseHearsAtOnce() throws Exception {
        Lease lease = keeper.leases.give(keeper.asking.answerable(), Keeper.VIEW);
        lease.end(LeaseEnd.DONE);
        List<String> cut = new ArrayList<>();

        lease.onEnd(() -> cut.add("cut"));

        assertEquals(List.of("cut"), cut);
    }

    @Test
    void aLeaseEndsOnceAndIsInTheLedgerOnce() throws Exception {
        Lease lease = keeper.leases.give(keeper.asking.answerable(), Keeper.VIEW);

        lease.end(LeaseEnd.STOPPED);
        lease.end(LeaseEnd.ERROR);

        assertEquals(List.of(EventKind.LEASE_GIVEN, EventKind.LEASE_ENDED), keeper.kinds());
        keeper.assertEnded(lease, LeaseEnd.STOPPED);
    }

    @Test
    void noLeaseOutlivesItsKeeper() throws Exception {
        Lease lease = keeper.leases.give(keeper.asking.answerable(), Keeper.VIEW);

        keeper.leases.close();

        assertFalse(lease.inForce());
    }
}
