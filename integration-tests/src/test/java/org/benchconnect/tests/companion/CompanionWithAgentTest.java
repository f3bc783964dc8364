package org.benchconnect.tests.companion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.agent.AgentProcess;
import org.benchconnect.tests.agent.InstrumentFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a file of the instrument to alerts on three desktops, and back by their buttons. */
class CompanionWithAgentTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern LEADS_TO = Pattern.compile("url=(http://127\\.0\\.0\\.1:[0-9]+)/#code=([^\"]+)\"");

    @TempDir
    Path folder;

    private InstrumentFolder instrument;
    private Path home;

    @BeforeEach
    void aHomeThatWatchesAFolder() throws Exception {
        for (String program : List.of("/usr/bin/dbus-daemon", "/usr/bin/xdg-open")) {
            assumeTrue(Files.isExecutable(Path.of(program)), program + " is missing here");
        }
        instrument = new InstrumentFolder(folder.resolve("instrument"));
        home = folder.resolve("home");
        AgentProcess.configure(
                home,
                Map.of("adapter.navios", Map.of("folder", instrument.path().toString())));
    }

    private DesktopSession session(String language) throws Exception {
        return new DesktopSession(folder.resolve("user-" + language), language, home);
    }

    @Test
    void aLaserFaultIsOnEachDesktopInItsLanguageAndGoesEverywhereWhenOneAcknowledgesIt() throws Exception {
        try (AgentProcess agent = AgentProcess.start(home);
                DesktopSession english = session("en");
                DesktopSession italian = session("it");
                DesktopSession spanish = session("es")) {
            instrument.write(InstrumentFolder.weakRedLaser());
            List<String> fault = english.alert("Fault: Laser power off target");
            List<String> guasto = italian.alert("Guasto: Potenza del laser fuori tolleranza");
            List<String> fallo = spanish.alert("Fallo: Potencia del láser fuera del valor nominal");

            italian.press(guasto, "acknowledge");
            english.goes(fault);
            italian.goes(guasto);
            spanish.goes(fallo);

            assertEquals("acknowledge,Prendi atto,open,Apri la pagina", guasto.get(3));
            assertTrue(fallo.get(2).contains("llame al servicio técnico"), fallo.toString());
            assertEquals("ACKNOWLEDGED", laserFault(agent).get("state").getAsString());
        }
    }

    private static JsonObject laserFault(AgentProcess agent) throws Exception {
        return agent.notices("active").stream()
                .filter(notice -> notice.get("severity").getAsString().equals("FAULT"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theButtonThatOpensThePageSignsInOnceAndPutsTheCodeOnNoCommandLine() throws Exception {
        try (AgentProcess agent = AgentProcess.start(home);
                DesktopSession session = session("en")) {
            instrument.write(InstrumentFolder.weakRedLaser());
            session.press(session.alert("Fault: Laser power off target"), "open");
            Path page = session.opened();

            String html = Files.readString(page);
            Matcher leadsTo = LEADS_TO.matcher(html);
            assertTrue(leadsTo.find(), html);
            assertFalse(page.toString().contains(leadsTo.group(2)));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(page)));
            assertEquals(200, led(leadsTo.group(1), "document"));
            assertEquals(403, led(leadsTo.group(1), "iframe"));
            assertTrue(signsIn(leadsTo.group(1), leadsTo.group(2)));
            assertFalse(signsIn(leadsTo.group(1), leadsTo.group(2)), "the code works once");

            session.companion().destroy();
            assertTrue(session.companion().waitFor(2, TimeUnit.MINUTES), "it ends");
            assertFalse(Files.exists(page));
            assertTrue(agent.process().isAlive());
        }
    }

    /** What a browser is answered that a file leads to the page, for a document of its own or a frame. */
    private static int led(String address, String destination) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address + "/"))
                                .header("Sec-Fetch-Site", "cross-site")
                                .header("Sec-Fetch-Mode", "navigate")
                                .header("Sec-Fetch-Dest", destination)
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static boolean signsIn(String address, String code) throws Exception {
        JsonObject body = new JsonObject();
        body.addProperty("code", code);
        int status = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address + "/api/v1/session"))
                                .header("Content-Type", "application/json")
                                .header("Origin", address)
                                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
        return status / 100 == 2;
    }

    @Test
    void whatClearsByItselfGoesFromTheDesktopAndAnAgentThatStartsAgainIsFound() throws Exception {
        try (DesktopSession session = session("en")) {
            try (AgentProcess agent = AgentProcess.start(home)) {
                instrument.write(InstrumentFolder.weakRedLaser());
                List<String> fault = session.alert("Fault: Laser power off target");

                instrument.write(InstrumentFolder.healthy());
                session.goes(fault);

                Await.until("it is over for the agent too", PATIENCE, () -> agent.notices("active").stream()
                        .noneMatch(
                                notice -> notice.get("severity").getAsString().equals("FAULT")));
            }
            try (AgentProcess agent = AgentProcess.start(home)) {
                instrument.write(InstrumentFolder.healthy().withEvents(5));
                List<String> warning = session.alert("Warning: Hardly any events");

                assertTrue(warning.get(3).contains("Acknowledge"), warning.toString());
                assertTrue(agent.process().isAlive());
            }
            session.companion().destroy();
            assertTrue(session.companion().waitFor(2, TimeUnit.MINUTES), "it ends");
            assertTrue(session.errors().contains("alerts shown "), session.errors());
        }
    }
}
