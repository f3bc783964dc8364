package org.benchconnect.cli.doctor;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLSocket;
import org.benchconnect.core.link.TlsClient;
import org.benchconnect.link.egress.Dialect;

/** From this PC to the service side, hop by hop, until one blocks. */
final class Road {
    /** Signed commands and tokens are refused by a clock that is further off; what people set by hand is nearer. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final ServiceSide side;
    private final TlsClient tls;
    private final Limits limits;
    private final Clock clock;
    private final AgentsSignIn agent;
    private final AgentsClock agentsClock;
    private final List<Finding> findings = new ArrayList<>();

    Road(ServiceSide side, TlsClient tls, Limits limits, Clock clock, AgentsSignIn agent, AgentsClock agentsClock) {
        this.side = side;
        this.tls = tls;
        this.limits = limits;
        this.clock = clock;
        this.agent = agent;
        this.agentsClock = agentsClock;
    }

    /** What each hop that was reached says. */
    List<Finding> walk() {
        try {
            walkOn();
        } catch (BlockedException e) {
            findings.add(e.finding());
        }
        return List.copyOf(findings);
    }

    private void walkOn() throws BlockedException {
        Approach approach =
                new Approach(side.server(), side.proxy(), side.proxyListed(), side.proxyLogin(), tls, limits, clock);
        try (SSLSocket secure = approach.open(findings::add)) {
            Upgrade.Answer answer = Upgrade.ask(secure, side.address(), side.server(), limits);
            compareClocks(answer.head().date());
            answer.check();
            findings.add(Finding.ok(Hop.WEBSOCKET, Map.of()));
            signIn(secure);
        } catch (IOException e) {
            // Only from closing; everything before has its own cause.
            return;
        }
    }

    private void compareClocks(Optional<Instant> server) {
        if (server.isEmpty()) {
            findings.add(agentsClock
                    .ask()
                    .map(known -> clock(known.offset(), known.isBeyond(TOLERANCE)))
                    .orElseGet(() -> Finding.notTested(Hop.CLOCK)));
            return;
        }
        Duration off = Duration.between(server.get(), clock.instant());
        findings.add(clock(off, off.abs().compareTo(TOLERANCE) > 0));
    }

    private Finding clock(Duration off, boolean wrong) {
        Map<String, String> local = Map.of(
                "minutes",
                Long.toString(off.abs().toMinutes()),
                "now",
                clock.instant().toString());
        return wrong
                ? Finding.failed(Cause.CLOCK_WRONG, local)
                : Finding.ok(Hop.CLOCK, Map.of("what", off.toSeconds() + " s"));
    }

    /** Not at Azure IoT Hub: there a second connection of the same device ends the agent's own, so the agent is asked. */
    private void signIn(SSLSocket secure) throws BlockedException {
        if (side.dialect() == Dialect.AZURE_IOT_HUB) {
            findings.addAll(agent.ask());
            return;
        }
        Login login = side.login();
        byte[] password = login == null ? new byte[0] : login.reveal();
        try {
            String client =
                    "benchconnect-doctor-" + UUID.randomUUID().toString().substring(0, 8);
            new SignIn(secure).tryOut(client, login == null ? null : login.user(), password, limits);
            findings.add(Finding.ok(Hop.MQTT, Map.of()));
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }
}
