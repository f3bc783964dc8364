package org.benchconnect.desk.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one address may take, and how long anything may take. */
@Timeout(240)
class RelayLimitsTest {
    private static final byte[] LIST = RandomBytes.of(100, 1);
    private static final Duration LONG = Duration.ofMinutes(10);

    /** Of each address as shipped, and time enough for a busy machine. */
    private static final RelayLimits SHIPPED =
            limits(RelayLimits.SHIPPED.socketsPerAddress(), RelayLimits.SHIPPED.joinsPerMinute());

    private static final Duration SHORT = Duration.ofMillis(600);

    /** So that no ping comes before a close: whoever reads that one too late would answer to a socket that is gone. */
    private static final Duration NEVER = LONG.minusMinutes(1);

    /** Short enough to wait for, and longer than a busy machine keeps an honest end from answering. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    @Test
    void theEleventhSocketOfAnAddressIsClosed() throws Exception {
        try (RunningRelay running = RunningRelay.with(SHIPPED, LIST)) {
            List<RawEnd> ends = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                ends.add(RawEnd.agent(running));
            }
            Waiting.until(() -> running.relay().open() == 10, "all of them count");

            try (RawEnd eleventh = RawEnd.agent(running)) {
                assertEquals(4429, eleventh.closed());
            }
            ends.remove(0).close();
            Waiting.until(() -> canWait(running), "there is room for another");
            for (RawEnd end : ends) {
                end.close();
            }
        }
    }

    private static boolean canWait(RunningRelay running) {
        try (RawEnd next = RawEnd.agent(running)) {
            next.await("000000001");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void whatAHeaderSaysAboutTheAddressDoesNotCount() throws Exception {
        RelayLimits one = limits(1, 30);
        try (RunningRelay running = RunningRelay.with(one, LIST);
                RawEnd first = RawEnd.connect(running, "/v1/agent", "X-Forwarded-For: 192.0.2.1\r\n")) {
            Waiting.until(() -> running.relay().open() == 1, "the first one counts");

            try (RawEnd second = RawEnd.connect(
                    running, "/v1/agent", "X-Forwarded-For: 192.0.2.2\r\nForwarded: for=192.0.2.3\r\n")) {
                assertEquals(101, first.status);
                assertEquals(4429, second.closed());
            }
        }
    }

    @Test
    void guessingCodesEndsAtTheJoinsOfAMinute() throws Exception {
        try (RunningRelay running = RunningRelay.with(limits(100, 3), LIST)) {
            for (int i = 0; i < 3; i++) {
                try (RawEnd viewer = RawEnd.viewer(running)) {
                    assertEquals("closed 4404", viewer.join("00000000" + i));
                }
            }

            try (RawEnd viewer = RawEnd.viewer(running)) {
                assertEquals("closed 4429", viewer.join("000000003"));
            }
        }
    }

    @Test
    void whoSaysNothingIsClosed() throws Exception {
        try (RunningRelay running =
                        RunningRelay.with(RunningRelay.times(Duration.ofSeconds(2), LONG, NEVER, LONG), LIST);
                RawEnd viewer = throughTheDoor(running)) {
            assertEquals(4408, viewer.closed());
        }
    }

    /** The door has the time of a first message too, and a busy machine may not get through it at once. */
    private static RawEnd throughTheDoor(RunningRelay running) throws IOException {
        long begin = System.nanoTime();
        while (true) {
            try {
                return RawEnd.viewer(running);
            } catch (IOException e) {
                if (System.nanoTime() - begin > Duration.ofMinutes(1).toNanos()) {
                    throw e;
                }
            }
        }
    }

    @Test
    void whoDoesNotGetAsFarAsAnUpgradeIsCut() throws Exception {
        try (RunningRelay running = RunningRelay.with(RunningRelay.times(SHORT, LONG, SHORT, LONG), LIST);
                Socket silent = new Socket(
                        InetAddress.getLoopbackAddress(), running.relay().port())) {
            silent.setSoTimeout(60_000);

            assertEquals(-1, silent.getInputStream().read());
        }
    }

    @Test
    void oneAddressHasNoMoreThanTwiceItsSocketsBeforeTheUpgrade() throws Exception {
        RelayLimits limits = new RelayLimits(
                2, 30, 1000, LONG, LONG, Duration.ofSeconds(25), LONG, LONG); // two ends, so four sockets
        try (RunningRelay running = RunningRelay.with(limits, LIST)) {
            List<Socket> silent = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), running.relay().port());
                socket.setSoTimeout(1);
                silent.add(socket);
            }

            Waiting.until(() -> silent.stream().filter(RelayLimitsTest::ended).count() == 3, "three of seven are cut");

            assertEquals(4, silent.stream().filter(socket -> !ended(socket)).count());
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    private static boolean ended(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void aCodeIsVoidAfterItsTime() throws Exception {
        try (RunningRelay running = RunningRelay.with(RunningRelay.times(LONG, SHORT, NEVER, LONG), LIST);
                RawEnd agent = RawEnd.agent(running);
                RawEnd viewer = RawEnd.viewer(running)) {
            agent.await("123456789");

            assertEquals(4408, agent.closed());
            agent.close();
            Waiting.until(() -> running.relay().waiting() == 0, "nobody waits");
            assertEquals("closed 4404", viewer.join("123456789"));
        }
    }

    @Test
    void anEndThatAnswersPingsStays() throws Exception {
        RelayLimits limits = RunningRelay.times(LONG, LONG, Duration.ofMillis(300), SILENCE);
        try (RunningRelay running = RunningRelay.with(limits, LIST);
                RawEnd agent = RawEnd.agent(running);
                RawEnd viewer = RawEnd.viewer(running)) {
            agent.await("123456789");

            long begin = System.nanoTime();
            while (System.nanoTime() - begin < SILENCE.plusSeconds(1).toNanos()) {
                RawEnd.Frame ping = agent.nextFrame();
                assertEquals(RawEnd.PING, ping.opcode());
                agent.frame(RawEnd.PONG, true, ping.payload());
                viewer.frame(RawEnd.PONG, true, new byte[0]);
            }

            assertTrue(viewer.join("123456789").contains("joined"));
        }
    }

    @Test
    void anEndThatAnswersNoPingIsCutAndTheOtherIsTold() throws Exception {
        RelayLimits limits = RunningRelay.times(LONG, LONG, Duration.ofMillis(300), SILENCE);
        try (RunningRelay running = RunningRelay.with(limits, LIST);
                RawEnd agent = RawEnd.agent(running);
                RawEnd viewer = RawEnd.viewer(running)) {
            agent.await("123456789");
            viewer.join("123456789");

            int code = viewer.closed(); // and answers its own pings meanwhile; the agent reads and answers nothing

            assertEquals(4410, code);
        }
    }

    private static RelayLimits limits(int sockets, int joins) {
        RelayLimits shipped = RelayLimits.SHIPPED;
        return new RelayLimits(sockets, joins, shipped.sockets(), LONG, LONG, shipped.ping(), LONG, shipped.session());
    }
}
