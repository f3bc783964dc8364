package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.benchconnect.core.link.Link;
import org.benchconnect.core.link.Stream;
import org.benchconnect.core.store.StoreHealth;
import org.benchconnect.core.testing.SteppingClock;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may leave and what left, over the local API. */
class OutgoingApiTest {
    /** Where the link keeps the schemas that it enforces, seen from this module. */
    private static final Path SCHEMAS = Path.of("../link/src/main/resources/schemas");

    private static final Map<Stream, String> SCHEMA = Map.of(
            Stream.PRESENCE, "presence",
            Stream.REGISTRATION, "registration",
            Stream.NOTICES, "notice",
            Stream.HOST_CHECKS, "notice",
            Stream.SESSIONS, "session",
            Stream.RELEASE_REPORTS, "release-report",
            Stream.AUDIT_HEADS, "audit-head");

    @AutoClose
    ConsoleOnTheBench console;

    @BeforeEach
    void start(@TempDir Path home) throws IOException {
        console = new ConsoleOnTheBench(home, new SteppingClock(Instant.now()));
    }

    @Test
    void everyStreamIsListedWithItsSwitchAndItsFieldsInEveryLanguage() throws IOException, InterruptedException {
        for (String language : List.of("en", "it", "es")) {
            JsonObject all = get("/api/v1/streams?lang=" + language);

            assertEquals(Stream.values().length, all.getAsJsonArray("streams").size());
            all.getAsJsonArray("streams").forEach(one -> assertEverythingIsSaid(one.getAsJsonObject()));
        }
    }

    @Test
    void aSwitchIsNamedAsTheSettingsNameIt() throws IOException, InterruptedException {
        JsonObject checks = stream(Stream.HOST_CHECKS);
        JsonObject notices = stream(Stream.NOTICES);

        assertEquals("streams.host-checks", checks.get("setting").getAsString());
        assertTrue(checks.get("on").getAsBoolean());
        assertTrue(checks.get("switchText").getAsString().startsWith("Switched on"), checks.toString());
        assertTrue(notices.get("switchText").getAsString().startsWith("Switched off"), notices.toString());
        assertTrue(stream(Stream.PRESENCE).get("setting").isJsonNull());
        assertTrue(stream(Stream.REGISTRATION).get("setting").isJsonNull());
    }

    @ParameterizedTest
    @EnumSource
    void theFieldsAreThoseThatTheLinkEnforces(Stream stream) throws IOException {
        Path file = SCHEMAS.resolve("org.benchconnect." + SCHEMA.get(stream) + ".v1.json");
        assumeTrue(Files.isRegularFile(file), "the link's schemas are not beside this module");

        JsonObject data = JsonParser.parseString(Files.readString(file))
                .getAsJsonObject()
                .getAsJsonObject("properties")
                .getAsJsonObject("data");

        assertEquals(List.copyOf(data.getAsJsonObject("properties").keySet()), Outgoing.fields(stream));
    }

    @Test
    void withoutALinkNothingIsOnAndItIsSaidThatNothingLeaves() throws IOException, InterruptedException {
        console.agent.rightsRun = false;
        console.agent.linkStatus = null;

        JsonObject all = get("/api/v1/streams?lang=en");

        all.getAsJsonArray("streams")
                .forEach(one ->
                        assertEquals(false, one.getAsJsonObject().get("on").getAsBoolean()));
        assertTrue(all.get("text").getAsString().contains("nothing leaves it"), all.toString());
    }

    @Test
    void howManyWaitAndWereGivenUpIsSaid() throws IOException, InterruptedException {
        console.agent.linkStatus = new Link.Status(Link.State.WAITING, Instant.now(), 3);
        console.agent.outgoing.givenUp = 1200;

        JsonObject all = get("/api/v1/streams?lang=it");

        assertEquals(1200, all.getAsJsonObject("outbox").get("givenUp").getAsLong());
        assertTrue(all.get("connects").getAsBoolean());
        assertTrue(all.get("outboxText").getAsString().startsWith("3 messaggi attendono"), all.toString());
        assertTrue(all.get("outboxText").getAsString().contains("1.200 messaggi"), all.toString());
    }

    @Test
    void anUnreadableDatabaseIsNoEmptyQueue() throws IOException, InterruptedException {
        console.agent.opened = false;
        console.agent.health = StoreHealth.UNAVAILABLE;

        JsonObject all = get("/api/v1/streams?lang=en");

        assertTrue(all.get("outbox").isJsonNull());
        assertTrue(all.get("outboxText").getAsString().contains("cannot be said"), all.toString());
    }

    @Test
    void whatLeftIsGivenByteForByteTheNewestFirst() throws IOException, InterruptedException {
        console.agent.outgoing.left(Stream.NOTICES, "{ \"a\":1}");
        console.agent.outgoing.left(Stream.PRESENCE, "{\"data\":{\"state\":\"ONLINE\"},\"x\":\"</script>\\u202e\"}");

        var left = get("/api/v1/departures?limit=2&lang=en").getAsJsonArray("departures");

        assertEquals(
                "{\"data\":{\"state\":\"ONLINE\"},\"x\":\"</script>\\u202e\"}",
                left.get(0).getAsJsonObject().get("content").getAsString());
        assertEquals("{ \"a\":1}", left.get(1).getAsJsonObject().get("content").getAsString());
        assertEquals(
                "Connection state", left.get(0).getAsJsonObject().get("title").getAsString());
        assertEquals(400, console.call("GET", "/api/v1/departures?limit=101").statusCode());
    }

    private static void assertEverythingIsSaid(JsonObject stream) {
        assertTrue(stream.getAsJsonArray("fields").size() > 0, stream.toString());
        for (JsonElement field : stream.getAsJsonArray("fields")) {
            assertSaid(field.getAsJsonObject().get("text"));
        }
        assertSaid(stream.get("title"));
        assertSaid(stream.get("text"));
        assertSaid(stream.get("switchText"));
    }

    /** A key that has no text is shown as itself. */
    private static void assertSaid(JsonElement text) {
        assertTrue(
                !text.getAsString().startsWith("stream.") && !text.getAsString().startsWith("field."), text::toString);
    }

    private JsonObject stream(Stream stream) throws IOException, InterruptedException {
        return get("/api/v1/streams?lang=en")
                .getAsJsonArray("streams")
                .get(stream.ordinal())
                .getAsJsonObject();
    }

    private JsonObject get(String path) throws IOException, InterruptedException {
        return ConsoleOnTheBench.json(console.call("GET", path));
    }
}
