package org.benchconnect.cli.doctor;

import static org.benchconnect.cli.doctor.LabServers.OURS;
import static org.benchconnect.cli.doctor.LabServers.broker;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.benchconnect.core.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** At Azure IoT Hub the agent tells how its own sign-in went. */
@Timeout(180)
class AgentsSignInTest {
    private static final String PART = "{\"subject\":\"TLS_READY\",\"facts\":{\"anchors\":1,%s}}";
    private static final String READY = "\"clientCertificate\":\"READY\",\"clientEndEpochSeconds\":1800000000";

    @TempDir
    Path folder;

    private Pc pc;

    @BeforeEach
    void aPcThatTrustsOurAuthority() {
        pc = new Pc(folder).trusts(OURS);
    }

    private static JsonObject status(String linkFacts, String tlsFacts) {
        String parts = tlsFacts.isEmpty() ? "" : PART.replace("%s", tlsFacts);
        return JsonParser.parseString(
                        "{\"link\":{\"state\":\"WAITING\",\"facts\":{" + linkFacts + "}},\"parts\":[" + parts + "]}")
                .getAsJsonObject();
    }

    private static JsonObject answered(int code, String tlsFacts) {
        return status("\"signInCode\":" + code + ",\"signInEpochSeconds\":1700000000", tlsFacts);
    }

    /** Of the hop, at a hub that takes the WebSocket. */
    private List<Finding> signIn(RunningAgent agent) {
        try (ScriptedServer hub = broker(0)) {
            pc.broker(hub.address() + "/$iothub/websocket");
            return new Doctor(pc.place(), Limits.USUAL, Clock.systemUTC(), agent)
                    .examine().findings().stream()
                            .filter(each -> each.hop() == Hop.MQTT)
                            .toList();
        }
    }

    @Test
    void acceptedIsShownWithItsTimeAndTheEndOfTheCertificate() {
        List<Finding> signIn = signIn(home -> answered(0, READY));

        assertEquals(1, signIn.size(), signIn::toString);
        Finding found = signIn.get(0);

        assertEquals(Finding.State.OK, found.state());
        assertEquals(Cause.SIGN_IN_ACCEPTED_UNTIL, found.cause());
        assertEquals(Map.of("when", "2023-11-14T22:13:20Z", "until", "2027-01-15"), found.local());
    }

    @Test
    void acceptedWithAKeyAloneHasNoEnd() {
        assertEquals(Cause.SIGN_IN_ACCEPTED, first(answered(0, "")).cause());
    }

    @Test
    void eachRefusalHasTheWordsOfASelfHostedBroker() {
        Map<Integer, Cause> causes = Map.of(
                1, Cause.NOT_MQTT,
                2, Cause.MQTT_CLIENT_REFUSED,
                3, Cause.MQTT_BUSY,
                4, Cause.MQTT_REFUSED,
                5, Cause.MQTT_REFUSED);
        causes.forEach((code, cause) -> {
            Finding found = AgentsSignInTest.first(answered(code, ""));

            assertEquals(Finding.State.FAILED, found.state());
            assertEquals(cause, found.cause());
            assertEquals(code.toString(), found.local().get("code"));
        });
    }

    private static Finding first(JsonObject status) {
        return new AgentsSignIn(home -> status, Path.of("home")).ask().get(0);
    }

    @Test
    void aCertificateThatIsNotInOrderIsAFindingOfItsOwn() {
        Map<String, Cause> causes = Map.of(
                "EXPIRING", Cause.CLIENT_CERTIFICATE_ENDS,
                "KEYS_NOT_THERE", Cause.CLIENT_CERTIFICATE_KEYS_MISSING,
                "NOT_ISSUED", Cause.CLIENT_CERTIFICATE_NOT_ISSUED,
                "KEY_NOT_PRIVATE", Cause.CLIENT_CERTIFICATE_UNUSABLE,
                "EXPIRED", Cause.CLIENT_CERTIFICATE_NOT_VALID);
        causes.forEach((state, cause) -> {
            JsonObject status = answered(0, "\"clientCertificate\":\"" + state + "\"");

            List<Finding> found = new AgentsSignIn(home -> status, Path.of("home")).ask();

            assertEquals(
                    List.of(Cause.SIGN_IN_ACCEPTED, cause),
                    found.stream().map(Finding::cause).toList());
            assertEquals(
                    state.equals("EXPIRING") ? Finding.State.WARNING : Finding.State.FAILED,
                    found.get(1).state());
        });
    }

    @Test
    void withoutARunningAgentItIsSaidThatNothingWasTriedAndWhatToDo() {
        List<Finding> found = signIn(Pc.NO_AGENT);

        assertEquals(Finding.State.NOT_TESTED, found.get(0).state());
        assertEquals(Cause.SIGN_IN_NOT_TRIED, found.get(0).cause());
        for (Language language : Language.values()) {
            String printed = printed(found, language);
            assertTrue(printed.contains(Words.of(language).title(found.get(0))), printed);
            assertTrue(printed.contains(Words.of(language).remedy(found.get(0))), printed);
        }
    }

    private static String printed(List<Finding> found, Language language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            new DoctorReport(new Diagnosis(found), language).print(print);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void beforeItsFirstAnswerTheAgentHasNothingToTell() {
        assertEquals(Cause.SIGN_IN_NOT_YET, first(status("\"waiting\":3", "")).cause());
    }

    @Test
    void theAgentKnowsHowFarTheClockIsOffWhereTheServerSendsNoDate() {
        JsonObject hour = JsonParser.parseString("{\"parts\":[{\"subject\":\"HOST_CHECKED\",\"facts\":"
                        + "{\"clockOffsetSeconds\":-3600,\"clockUncertaintySeconds\":2}}]}")
                .getAsJsonObject();

        AgentsClock.Known known =
                new AgentsClock(home -> hour, Path.of("home")).ask().orElseThrow();

        assertEquals(Duration.ofHours(-1), known.offset());
        assertTrue(known.isBeyond(Road.TOLERANCE));
        assertFalse(known.isBeyond(Duration.ofMinutes(60)));
        assertTrue(new AgentsClock(home -> answered(0, READY), Path.of("home"))
                .ask()
                .isEmpty());
        assertTrue(new AgentsClock(Pc.NO_AGENT, Path.of("home")).ask().isEmpty());
    }

    @Test
    void nothingButNumbersAndKnownWordsOfAnAgentCounts() {
        String escape = "\"\\u001b[31m\"";

        assertEquals(
                Cause.SIGN_IN_NOT_TRIED,
                first(status("\"signInCode\":" + escape, "")).cause());
        assertEquals(
                Cause.SIGN_IN_NOT_YET,
                first(status("\"signInCode\":0,\"signInEpochSeconds\":1e300", ""))
                        .cause());
        assertEquals(
                Map.of("when", "2023-11-14T22:13:20Z"),
                first(answered(0, "\"clientCertificate\":" + escape)).local());
        assertEquals(
                Cause.SIGN_IN_NOT_YET,
                first(JsonParser.parseString("{\"parts\":7}").getAsJsonObject()).cause());
    }
}
