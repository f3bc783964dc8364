package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.benchconnect.core.link.Link;
import org.benchconnect.core.link.Link.State;
import org.benchconnect.crypto.testing.TestAuthority;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused by either side, and what is said then. */
class RefusedConnectionTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path home;

    private TestAgent agent;

    @BeforeEach
    void open() throws IOException {
        agent = new TestAgent(home);
    }

    @AfterEach
    void close() throws Exception {
        agent.close();
    }

    @Test
    void wrongPasswordIsSaidAndNothingIsSent() throws Exception {
        Mosquitto broker = agent.broker();
        Received received = agent.closing(new Received(broker.plainPort()));
        Files.writeString(agent.home().resolve("password"), "wrong\n");
        Notices.append(agent.store(), 1, 1);

        PahoLink link = agent.link(agent.settings(broker.address()));

        awaitProblem(link, Problem.LINK_CREDENTIALS_REFUSED);
        assertEquals(5, link.lastSignIn().orElseThrow().code());
        assertEquals(1, agent.waiting());
        assertEquals(List.of(), received.notices());
    }

    @Test
    void newPasswordInTheFileNeedsNoRestart() throws Exception {
        Mosquitto broker = agent.broker();
        Files.writeString(agent.home().resolve("password"), "wrong\n");
        PahoLink link = agent.link(agent.settings(broker.address()));
        awaitProblem(link, Problem.LINK_CREDENTIALS_REFUSED);

        Files.writeString(agent.home().resolve("password"), Mosquitto.PASSWORD);

        Await.until(SOON, () -> link.problem().name(), () -> link.status().state() == State.ONLINE);
    }

    @Test
    void brokerOfAnotherAuthorityIsNeverConnected() throws Exception {
        TestAuthority foreign = TestAuthority.root("Foreign");
        Mosquitto broker = agent.broker(foreign.server().issue());

        PahoLink link = agent.link(agent.settings(broker.address()));

        awaitProblem(link, Problem.LINK_UNTRUSTED);
    }

    @Test
    void brokerWithTheCertificateOfAnotherHostIsNeverConnected() throws Exception {
        Mosquitto broker =
                agent.broker(agent.authority().server().host("example.org").issue());

        PahoLink link = agent.link(agent.settings(broker.address()));

        awaitProblem(link, Problem.LINK_UNTRUSTED);
    }

    @Test
    void noBrokerIsUnreachable() throws Exception {
        PahoLink link = agent.link(agent.settings("wss://localhost:" + LocalProcess.freePort() + "/mqtt"));

        awaitProblem(link, Problem.LINK_UNREACHABLE);
    }

    @Test
    void plainWebSocketIsRefusedBeforeAnyConnection() throws Exception {
        Mosquitto broker = agent.broker();

        PahoLink link = agent.link(agent.settings("ws://localhost:" + broker.plainPort() + "/mqtt"));

        assertEquals(State.OFF, link.status().state());
        assertEquals(Problem.LINK_ADDRESS_NOT_WSS, link.problem());
    }

    /** The problem stays as long as it is: after the next attempt it is still that, and the link was never online. */
    private static void awaitProblem(PahoLink link, Problem problem) throws InterruptedException {
        Await.until(SOON, () -> link.problem().name(), () -> link.problem() == problem);
        Await.until(SOON, () -> "it is not waiting", () -> link.status().state() == State.WAITING);
        Instant first = link.status().since();
        Await.until(SOON, () -> "no next attempt", () -> isWaitingAgain(link, first));
        assertEquals(problem, link.problem());
    }

    private static boolean isWaitingAgain(PahoLink link, Instant first) {
        Link.Status status = link.status();
        assertNotEquals(State.ONLINE, status.state());
        return status.state() == State.WAITING && !status.since().equals(first);
    }
}
