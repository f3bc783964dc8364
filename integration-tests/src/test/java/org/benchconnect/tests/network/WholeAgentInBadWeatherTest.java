package org.benchconnect.tests.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.agent.AgentProcess;
import org.benchconnect.tests.agent.InstrumentFolder;
import org.benchconnect.tests.lab.PreparedIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole agent in a process of its own, from files of the instrument through bad weather to mosquitto. */
class WholeAgentInBadWeatherTest {
    private static final int FILES_EACH = 6;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<Weather> BAD =
            List.of(Weather.OUTAGE, Weather.FRAGMENTS, Weather.PROXY_NTLM, Weather.INSPECTION, Weather.QUOTA);

    @TempDir
    Path folder;

    @Test
    void everyEventOfTheAgentArrives() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        PreparedIdentity.into(home);
        InstrumentFolder instrument = new InstrumentFolder(folder.resolve("instrument"));
        TestAuthority ours = TestAuthority.root("Ours");
        ours.writePem(home.resolve("anchors.pem"));
        Files.writeString(home.resolve("proxy-password"), SpoilingProxy.PASSWORD + "\n");
        try (LocalBroker broker = new LocalBroker(folder.resolve("broker"));
                Arrivals arrivals = new Arrivals(broker.address());
                Gateway gateway = new Gateway(
                        ours.server().issue(),
                        TestAuthority.root("Inspector").server().issue(),
                        broker.address().getPort(),
                        1);
                SpoilingProxy proxy = new SpoilingProxy(gateway.port(), 1)) {
            configure(home, instrument, gateway, proxy);

            try (AgentProcess agent = AgentProcess.start(home)) {
                int runs = 0;
                for (Weather weather : BAD) {
                    say(weather, gateway, proxy);
                    for (int file = 0; file < FILES_EACH; file++, runs++) {
                        instrument.write(runs % 2 == 0 ? InstrumentFolder.weakRedLaser() : InstrumentFolder.healthy());
                    }
                    int faults = runs / 2;
                    Await.until("read in " + weather, PATIENCE, () -> lasers(agent) == faults);
                    say(Weather.CLEAR, gateway, proxy);
                    Await.until("nothing waits after " + weather, PATIENCE, () -> waiting(agent) == 0);
                }

                int events = runs;
                Await.until("every event arrived", PATIENCE, () -> arrivals.different() >= events);
                assertEquals(arrivals.different() + 1, arrivals.firstMissing());
                assertEquals(List.of(), arrivals.wrong());
                assertTrue(gateway.spoilt() > 0);
            }
        }
    }

    private static void configure(Path home, InstrumentFolder instrument, Gateway gateway, SpoilingProxy proxy)
            throws Exception {
        AgentProcess.configure(
                home,
                Map.of(
                        "adapter.navios", Map.of("folder", instrument.path().toString()),
                        "tls", Map.of("trust-anchors", "anchors.pem"),
                        "notifications", Map.of("flap-minutes", 0), // each fault is a notice, each clearing a message
                        "streams", Map.of("notices", true),
                        "link",
                                Map.of(
                                        "address", "wss://localhost:" + gateway.port() + "/mqtt",
                                        "proxy", "127.0.0.1:" + proxy.port(),
                                        "proxy-user", SpoilingProxy.USER,
                                        "proxy-password-file", "proxy-password",
                                        "keep-alive-seconds", 10,
                                        "connect-timeout-seconds", 5,
                                        "isolated-loss-seconds", 0,
                                        "server-loss-seconds", 0,
                                        "longest-wait-seconds", 1)));
    }

    private static void say(Weather weather, Gateway gateway, SpoilingProxy proxy) {
        gateway.weather(weather);
        proxy.weather(weather);
    }

    /** How many times a laser failed and was well again. */
    private static long lasers(AgentProcess agent) throws Exception {
        return agent.notices("history").stream()
                .filter(notice -> notice.getAsJsonObject("facts").has("laser"))
                .count();
    }

    private static long waiting(AgentProcess agent) throws Exception {
        return agent.get("/api/v1/status")
                .getAsJsonObject("link")
                .get("waiting")
                .getAsLong();
    }
}
