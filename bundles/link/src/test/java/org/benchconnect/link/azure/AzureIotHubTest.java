package org.benchconnect.link.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.LongStream;
import org.benchconnect.core.link.Stream;
import org.benchconnect.link.dialect.Access;
import org.benchconnect.link.dialect.Dialect.Outcome;
import org.benchconnect.link.dialect.Heard;
import org.benchconnect.link.dialect.Incoming;
import org.benchconnect.link.dialect.Message;
import org.benchconnect.link.dialect.UnreadableSecretException;
import org.junit.jupiter.api.Test;

class AzureIotHubTest {
    /** Bytes 0 to 31. */
    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private static final URI HUB = URI.create("wss://lab.azure-devices.net/$iothub/websocket");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final AzureIotHub hub = new AzureIotHub(HUB, "bench-7", KEY::toCharArray, new Random(1));

    @Test
    void aTokenIsWhatAnotherProgramMakesOfTheSameKey() throws Exception {
        // Made with Python's hmac, base64 and urllib.
        assertEquals(
                "SharedAccessSignature sr=lab.azure-devices.net%2Fdevices%2Fbench-7"
                        + "&sig=sy2FTAaRBxJv0sJ13WwPGVIXZlUwqqAfmg5q%2FD%2BATD4%3D&se=1800000000",
                new String(SasToken.of(
                        "lab.azure-devices.net", "bench-7", KEY.toCharArray(), Instant.ofEpochSecond(1_800_000_000L))));
    }

    @Test
    void withAKeyEachConnectionHasATokenAndEndsBeforeIt() throws Exception {
        long[] lives = LongStream.range(0, 1000)
                .map(i -> {
                    try (Access access = hub.access(NOON)) {
                        return access.life().toMinutes();
                    } catch (UnreadableSecretException e) {
                        throw new AssertionError(e);
                    }
                })
                .toArray();

        try (Access access = hub.access(NOON)) {
            assertEquals("lab.azure-devices.net/bench-7/?api-version=2021-04-12", access.user());
            assertTrue(new String(access.password())
                    .endsWith("&se=" + NOON.plus(AzureIotHub.TOKEN_LIFE).getEpochSecond()));
        }
        assertEquals(
                URI.create("wss://lab.azure-devices.net/$iothub/websocket?iothub-no-client-cert=true"), hub.address());
        assertEquals("bench-7", hub.client());
        long life = AzureIotHub.TOKEN_LIFE.toMinutes();
        assertTrue(LongStream.of(lives).allMatch(minutes -> minutes >= life * 80 / 100 && minutes <= life * 90 / 100));
        assertEquals(life * 0.85, LongStream.of(lives).average().orElseThrow(), 2);
        assertTrue(LongStream.of(lives).distinct().count() > 20, "all at the same time");
    }

    @Test
    void withoutAKeyTheCertificateSaysWho() throws Exception {
        AzureIotHub certified =
                new AzureIotHub(URI.create("wss://lab.azure-devices.net:443"), "bench-7", null, new Random(1));

        try (Access access = certified.access(NOON)) {
            assertEquals("lab.azure-devices.net/bench-7/?api-version=2021-04-12", access.user());
            assertEquals(0, access.password().length);
            assertNull(access.life());
        }
        assertEquals(URI.create("wss://lab.azure-devices.net:443/$iothub/websocket"), certified.address());
    }

    @Test
    void aKeyThatIsNoneIsNotRepeated() {
        for (String key : new String[] {"", "AAAA", "no base64 at all!", KEY + KEY + KEY, "\u00e9".repeat(44)}) {
            AzureIotHub wrong = new AzureIotHub(HUB, "bench-7", key::toCharArray, new Random(1));

            UnreadableSecretException refused = assertThrows(UnreadableSecretException.class, () -> wrong.access(NOON));

            assertNull(refused.getCause());
            assertEquals("a password or key cannot be read", refused.getMessage());
        }
    }

    @Test
    void aDeviceThatWouldNeedEncodingInATopicIsRefused() {
        for (String device : new String[] {"", "a/b", "a#", "+", "a b", "-a", "d".repeat(129)}) {
            assertFalse(AzureIotHub.isDevice(device));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new AzureIotHub(HUB, device, KEY::toCharArray, new Random(1)));
        }
    }

    @Test
    void anEventCarriesWhatTheHubRoutesAndReceiversCompareBy() {
        Message event = hub.event(Stream.NOTICES, "3-17", new byte[2]);

        assertEquals(
                "devices/bench-7/messages/events/$.mid=3-17&$.ct=application%2Fjson&$.ce=utf-8&stream=notify",
                event.topic());
        assertTrue(event.acknowledged());
    }

    @Test
    void nothingIsRetained() {
        for (Stream stream : Stream.values()) {
            assertFalse(hub.event(stream, "3-17", new byte[2]).retained());
        }
    }

    @Test
    void whatIsTooLongForTheHubIsNoMessage() {
        hub.event(Stream.NOTICES, "3-17", new byte[250 * 1024]);

        assertThrows(IllegalArgumentException.class, () -> hub.event(Stream.NOTICES, "3-17", new byte[250 * 1024 + 1]));
    }

    @Test
    void listensToFourAtMostAndToCommandsOnlyIfOneWouldBeObeyed() {
        assertEquals(4, hub.subscriptions(true).size());
        assertEquals(2, hub.subscriptions(false).size());
        assertTrue(hub.subscriptions(false).stream().allMatch(filter -> filter.contains("/twin/")));
    }

    @Test
    void aMethodIsACommandWithAnAnswerAndAnotherMethodIsUnknown() {
        Heard heard = hub.heard(come("$iothub/methods/POST/command/?$rid=a1", "{}"));

        assertEquals("a1", assertInstanceOf(Heard.Command.class, heard).request());
        assertEquals(new Heard.Unknown("a2"), hub.heard(come("$iothub/methods/POST/reboot/?$rid=a2", "{}")));
        assertInstanceOf(Heard.Unasked.class, hub.heard(come("$iothub/methods/POST/command/", "{}")));
        assertInstanceOf(Heard.Unasked.class, hub.heard(come("$iothub/methods/POST/command/?$rid=a/b", "{}")));
        assertEquals(
                "$iothub/methods/res/403/?$rid=a1",
                hub.answer("a1", Outcome.REFUSED).topic());
        assertEquals(
                "$iothub/methods/res/200/?$rid=a1",
                hub.answer("a1", Outcome.TAKEN).topic());
        assertFalse(hub.answer("a1", Outcome.TAKEN).acknowledged());
    }

    @Test
    void aMessageToTheDeviceIsACommandWithoutAnAnswer() {
        Heard heard = hub.heard(come("devices/bench-7/messages/devicebound/%24.mid=1", "{}"));

        assertNull(assertInstanceOf(Heard.Command.class, heard).request());
        assertInstanceOf(Heard.Unasked.class, hub.heard(come("devices/bench-8/messages/devicebound/", "{}")));
    }

    @Test
    void theTwinCanAskTheAgentToLookAndNothingElse() {
        String twin = "$iothub/twin/res/200/?$rid=1";
        String change = "$iothub/twin/PATCH/properties/desired/?$version=3";

        assertInstanceOf(
                Heard.Look.class,
                hub.heard(come(twin, "{\"desired\":{\"look\":true,\"$version\":3},\"reported\":{}}")));
        assertInstanceOf(Heard.Look.class, hub.heard(come(change, "{\"look\":true,\"$version\":3}")));
        for (String other : new String[] {
            "{\"desired\":{\"look\":false}}",
            "{\"desired\":{\"look\":\"true\"}}",
            "{\"desired\":{\"look\":1}}",
            "{\"desired\":{\"install\":true}}",
            "{\"desired\":null,\"reported\":{\"look\":true}}",
            "{\"look\":true}",
            "[]",
            "",
            "{\"desired\":{\"look\":true}",
            "{\"desired\":".repeat(1000)
        }) {
            assertInstanceOf(Heard.Nothing.class, hub.heard(come(twin, other)), other);
        }
        assertInstanceOf(
                Heard.Nothing.class, hub.heard(come("$iothub/twin/res/500/?$rid=1", "{\"desired\":{\"look\":true}}")));
    }

    @Test
    void whatNobodyAskedForIsUnasked() {
        for (String topic : new String[] {"t", "$iothub/other", "devices/bench-7/messages/events/", ""}) {
            assertInstanceOf(Heard.Unasked.class, hub.heard(come(topic, "{}")), topic);
        }
        assertInstanceOf(
                Heard.Unasked.class,
                hub.heard(new Incoming("$iothub/twin/res/200/?$rid=1", new byte[128 * 1024 + 1], false)));
    }

    @Test
    void nobodyPrintsAKeyOrToken() throws Exception {
        try (Access access = hub.access(NOON)) {
            assertEquals("Access", access.toString());
            access.close();
            assertEquals("\0".repeat(access.password().length), new String(access.password()));
        }
        assertEquals("AzureIotHub", hub.toString());
        assertEquals(Duration.ofHours(4), AzureIotHub.TOKEN_LIFE);
    }

    private static Incoming come(String topic, String payload) {
        return new Incoming(topic, payload.getBytes(StandardCharsets.UTF_8), false);
    }
}
