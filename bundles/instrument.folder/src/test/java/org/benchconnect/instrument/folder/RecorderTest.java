package org.benchconnect.instrument.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecorderTest {
    private static final Instant START = Instant.EPOCH;
    private static final FileMark MARK = new FileMark("0".repeat(32), 1, 1);

    private final Recorder recorder = new Recorder();
    private final Answers answers = new Answers();
    private final List<String> ends = new ArrayList<>();
    private int wakes;

    /** A notification client whose answers a test gives one by one, in order. */
    private static final class Answers implements Notifications {
        @Override
        public CompletableFuture<Boolean> seenByService(long id) {
            throw new UnsupportedOperationException("the watch never asks for this");
        }

        @Override
        public Notifications.Shift sinceLastShift() {
            throw new UnsupportedOperationException("the watch never asks for this");
        }

        final Deque<CompletableFuture<Void>> open = new ArrayDeque<>();
        boolean leaving;

        @Override
        public CompletableFuture<Void> record(String adapter, FileMark file, Observation observation) {
            if (leaving) {
                throw new IllegalStateException("going away");
            }
            CompletableFuture<Void> answer = new CompletableFuture<>();
            open.add(answer);
            return answer;
        }

        void fail() {
            open.remove()
                    .completeExceptionally(
                            new StoreException(StoreHealth.DISK_FULL, "full", new IllegalStateException()));
        }

        @Override
        public CompletableFuture<Void> report(String source, List<Signal> signals, Set<Condition> healthy) {
            return CompletableFuture.failedFuture(new IllegalStateException("a recorder only records readings"));
        }

        @Override
        public CompletableFuture<Optional<Notification>> acknowledge(long id) {
            return CompletableFuture.completedFuture(Optional.empty());
        }

        @Override
        public List<Notification> active() {
            return List.of();
        }

        @Override
        public List<Notification> history(int limit) {
            return List.of();
        }
    }

    @BeforeEach
    void load() {
        assertTrue(recorder.wantsMemory(START));
        recorder.load(Memory.blank());
    }

    private void record(String name) {
        Observation observation = Observation.only(
                new Reading(Reading.Outcome.READ, null, "N", 1, null),
                recorder.memory().with(NumberAdapter.Row.NUMBERS, List.of((double) name.charAt(0))));
        recorder.record(answers, "counter", name, MARK, observation, START, () -> wakes++);
    }

    private void settle(Instant now) {
        recorder.settle(now, new Recorder.Ends() {
            @Override
            public void stored(String name, FileMark mark, Reading reading) {
                ends.add(name + " stored");
            }

            @Override
            public void failed(String name, boolean own) {
                ends.add(name + (own ? " failed by itself" : " failed"));
            }
        });
    }

    @Test
    void afterAFailureNothingIsHandedOnUntilAllUnderWayHaveEndedAndTheMemoryIsLoaded() {
        record("a");
        record("b");
        record("c");
        answers.fail();
        settle(START);
        assertFalse(recorder.hasRoom());
        assertFalse(recorder.wantsMemory(START.plusSeconds(5)), "two are still under way");

        answers.open.remove().complete(null);
        answers.fail();
        settle(START);

        assertEquals(List.of("a failed", "b stored", "c failed"), ends);
        assertFalse(recorder.wantsMemory(START), "not at once");
        assertTrue(recorder.wantsMemory(START.plusSeconds(5)));
        assertFalse(recorder.hasRoom());
        recorder.load(Memory.blank());
        assertTrue(recorder.hasRoom());
        assertEquals(3, wakes);
    }

    @Test
    void endsAreTakenInOrder() {
        record("a");
        record("b");
        CompletableFuture<Void> first = answers.open.remove();
        answers.open.remove().complete(null);
        settle(START);
        assertEquals(List.of(), ends);

        first.complete(null);
        settle(START);

        assertEquals(List.of("a stored", "b stored"), ends);
    }

    @Test
    void noAnswerForHalfAMinuteIsAFailureOfTheStore() {
        record("a");
        settle(START.plusSeconds(29));
        assertEquals(List.of(), ends);

        settle(START.plusSeconds(30));

        assertEquals(List.of("a failed"), ends);
    }

    @Test
    void whatIsNotTheStoresFailureIsTheFilesOwn() {
        record("a");
        answers.open.remove().completeExceptionally(new IllegalArgumentException("told to fail"));
        answers.leaving = true;
        record("b");
        settle(START);

        assertEquals(List.of("a failed by itself", "b failed by itself"), ends);
    }

    @Test
    void aBoundedNumberIsUnderWay() {
        for (int under = 0; under < Recorder.MOST_UNDER_WAY; under++) {
            assertTrue(recorder.hasRoom());
            record("a");
        }

        assertFalse(recorder.hasRoom());
    }
}
