package org.benchconnect.teamviewerbridge.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.benchconnect.core.session.SessionState;
import org.benchconnect.teamviewerbridge.rules.World.After;

/** Whatever persons, supporters, clocks, companions and instruments do, in any order: what must never be is not. */
class SessionHistoriesTest {
    private static final long SECOND = 1_000_000_000L;

    @Property(tries = 2000)
    void whateverHappensNothingIsAllowedWithoutAPersonsClick(@ForAll("histories") List<After> history) {
        World world = new World();

        history.forEach(world::step);
    }

    /** Histories that begin somewhere on the way: without that most would end before anybody is authenticated. */
    @Property(tries = 5000)
    void theSameHoldsFromEveryPointOfASession(
            @ForAll @IntRange(max = 12) int steps, @ForAll("histories") List<After> history) {
        World world = new World();
        List<Move> way = List.of(
                Move.IDLE,
                Move.AT_THE_SCREEN,
                Move.REQUEST,
                Move.JOIN,
                Move.STRING,
                Move.ADMIT,
                Move.RIGHT,
                Move.ASK_VIEW,
                Move.COMPARE,
                Move.GIVE,
                Move.ASK_CONTROL,
                Move.GIVE);
        way.subList(0, steps).forEach(move -> world.step(new After(move, 1)));
        assertEquals(Math.max(0, (steps - 8) / 2), World.leases(world.course).size());

        history.forEach(world::step);
    }

    @Property(tries = 500)
    void afterAStopNothingIsAllowedWhateverComes(@ForAll("histories") List<After> history) {
        World world = new World();
        history.forEach(world::step);
        world.step(new After(Move.STOP, 1));
        Set<Move> aPersonBegins = Set.of(Move.REQUEST, Move.REQUEST_DELEGATED, Move.PRACTISE);

        history.stream().filter(after -> !aPersonBegins.contains(after.move())).forEach(after -> {
            world.step(after);
            assertFalse(world.course.runs());
        });
    }

    @Property(tries = 500)
    void whateverHappenedHelpCanBeRequestedAfterAStop(@ForAll("histories") List<After> history) {
        World world = new World();
        history.forEach(world::step);

        world.step(new After(Move.STOP, 1));
        world.step(new After(Move.REQUEST, 1));

        assertEquals(SessionState.INVITED, world.course.state());
    }

    @Provide
    Arbitrary<List<After>> histories() {
        Arbitrary<Move> moves = Arbitraries.of(Move.values());
        Arbitrary<Long> pauses = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.longs().between(0, SECOND)),
                Tuple.of(2, Arbitraries.longs().between(SECOND, 61 * SECOND)),
                Tuple.of(1, Arbitraries.longs().between(60 * SECOND, 5 * 3600 * SECOND)));
        return Combinators.combine(moves, pauses).as(After::new).list().ofMaxSize(80);
    }
}
