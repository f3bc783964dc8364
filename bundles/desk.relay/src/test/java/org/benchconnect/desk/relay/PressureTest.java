package org.benchconnect.desk.relay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A slow end, a dead one, and many. */
@Timeout(300)
class PressureTest {
    private static final byte[] LIST = RandomBytes.of(100, 1);
    private static final byte[] MESSAGE = RandomBytes.of(RelayLimits.MESSAGE, 2);

    /** What sockets and TLS hold between an end that sends and one that does not read, and some more, in bytes. A relay that buffers takes everything. */
    private static final long BUFFERS = 16L << 20;

    /** How much is sent to an end that does not read, in MiB: more than {@link #BUFFERS}. */
    private static final int MEBIBYTES = Integer.getInteger("benchconnect.relay.mebibytes", 24);

    /** How many agents wait at the same time: more than the relay has threads. */
    private static final int AGENTS = Integer.getInteger("benchconnect.relay.agents", 100);

    private static final int SESSIONS = 8;
    private static final int ROUNDS = 25;

    @Test
    void aSlowEndSlowsTheOtherDownAndFillsNoMemory() throws Exception {
        try (RunningRelay running = RunningRelay.with(RunningRelay.RELAXED, LIST);
                RawEnd agent = RawEnd.agent(running);
                RawEnd viewer = RawEnd.viewer(running)) {
            RawEnd.join(agent, viewer, "123456789");
            AtomicLong sent = new AtomicLong();
            int messages = MEBIBYTES * ((1 << 20) / MESSAGE.length);
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(agent, messages, sent));

            untilItStands(sent);
            long whileNobodyReads = sent.get();
            boolean waits = !sending.isDone();
            MessageDigest expected = MessageDigest.getInstance("SHA-256");
            MessageDigest got = MessageDigest.getInstance("SHA-256");
            for (int i = 0; i < messages; i++) {
                expected.update(MESSAGE);
                got.update(viewer.next().payload());
            }
            sending.get(60, TimeUnit.SECONDS);

            assertTrue(waits, "the sender waits for the reader");
            assertTrue(whileNobodyReads < BUFFERS, whileNobodyReads + " bytes were taken while nobody read");
            assertArrayEquals(expected.digest(), got.digest());
        }
    }

    @Test
    void anEndThatTakesNothingIsCut() throws Exception {
        RelayLimits limits = RunningRelay.times(
                Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMillis(300), Duration.ofSeconds(15));
        try (RunningRelay running = RunningRelay.with(limits, LIST);
                RawEnd agent = RawEnd.agent(running);
                RawEnd viewer = RawEnd.viewer(running)) {
            RawEnd.join(agent, viewer, "123456789");
            CompletableFuture<Void> sending =
                    CompletableFuture.runAsync(() -> send(agent, Integer.MAX_VALUE, new AtomicLong()));

            Waiting.until(() -> running.relay().open() == 0, "both are gone");
            viewer.close();

            assertTrue(sending.handle((ignored, failure) -> failure != null).get(60, TimeUnit.SECONDS));
        }
    }

    @Test
    void moreAgentsThanThreadsWaitAtTheSameTime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (RunningRelay running = RunningRelay.with(RunningRelay.RELAXED, LIST)) {
            List<CompletableFuture<RawEnd>> opening = new ArrayList<>();
            for (int i = 0; i < AGENTS; i++) {
                String code = String.format("%09d", i);
                opening.add(CompletableFuture.supplyAsync(() -> waiting(running, code), threads));
            }
            List<RawEnd> agents = new ArrayList<>();
            for (CompletableFuture<RawEnd> agent : opening) {
                agents.add(agent.get(100, TimeUnit.SECONDS));
            }

            assertEquals(AGENTS, running.relay().waiting());
            for (int i : new int[] {0, AGENTS / 2, AGENTS - 1}) {
                try (RawEnd viewer = RawEnd.viewer(running)) {
                    assertTrue(viewer.join(String.format("%09d", i)).contains("joined"));
                    assertTrue(agents.get(i).next().text().contains("joined"));
                    agents.get(i).binary(MESSAGE);
                    assertArrayEquals(MESSAGE, viewer.next().payload());
                }
            }
            for (RawEnd agent : agents) {
                agent.close();
            }
            Waiting.until(() -> running.relay().open() == 0, "nothing is left of them");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void nothingOfOneSessionGetsIntoAnother() throws Exception {
        try (RunningRelay running = RunningRelay.with(RunningRelay.RELAXED, LIST)) {
            List<RawEnd> agents = new ArrayList<>();
            List<RawEnd> viewers = new ArrayList<>();
            for (int i = 0; i < SESSIONS; i++) {
                RawEnd agent = RawEnd.agent(running);
                agent.await(String.format("%09d", i));
                agents.add(agent);
            }
            for (int i = 0; i < SESSIONS; i++) {
                RawEnd viewer = RawEnd.viewer(running);
                viewer.join(String.format("%09d", i));
                agents.get(i).next();
                viewers.add(viewer);
            }

            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < SESSIONS; i++) {
                    agents.get(i).binary(number(i, round));
                    viewers.get(SESSIONS - 1 - i).binary(number(99 + SESSIONS - i, round));
                }
            }

            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < SESSIONS; i++) {
                    assertArrayEquals(number(i, round), viewers.get(i).next().payload());
                    assertArrayEquals(
                            number(100 + i, round), agents.get(i).next().payload());
                }
            }
            for (int i = 0; i < SESSIONS; i++) {
                agents.get(i).close();
                viewers.get(i).close();
            }
        }
    }

    private static byte[] number(int end, int round) {
        return ByteBuffer.allocate(8).putInt(end).putInt(round).array();
    }

    private static RawEnd waiting(RunningRelay running, String code) {
        try {
            RawEnd agent = RawEnd.agent(running);
            agent.await(code);
            return agent;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void send(RawEnd end, int messages, AtomicLong sent) {
        try {
            for (int i = 0; i < messages; i++) {
                end.binary(MESSAGE);
                sent.addAndGet(MESSAGE.length);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Until it did not move for half a second; a machine that is busy for longer stops the wait too early and breaks nothing. */
    private static void untilItStands(AtomicLong sent) throws InterruptedException {
        long[] last = {-1, System.nanoTime()};
        Waiting.until(
                () -> {
                    long now = sent.get();
                    if (now != last[0]) {
                        last[0] = now;
                        last[1] = System.nanoTime();
                    }
                    return now > 0 && System.nanoTime() - last[1] > 500_000_000L;
                },
                "the sender stands still");
        assertFalse(last[0] < MESSAGE.length);
    }
}
