package org.benchconnect.cli.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.launcher.storage.Disk;
import org.benchconnect.ledger.format.Heads;
import org.benchconnect.ledger.testing.TestDevice;
import org.benchconnect.ledger.testing.TestLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    @TempDir
    Path folder;

    private final TestDevice device = new TestDevice();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private TestLedger ledger;
    private Path key;

    @BeforeEach
    void makeALedger() throws Exception {
        key = Files.writeString(folder.resolve("device.pub"), device.key().toText());
        ledger = TestLedger.open(Disk.forOwner(), folder.resolve("home"), device, NOON);
        ledger.append(Event.of(EventKind.CONSENT_ASKED));
        ledger.append(Event.of(EventKind.CONSENT_REFUSED));
    }

    @Test
    void anExportIsProvenWithTheFileAndTheKeyAlone() throws Exception {
        Path file = export("export.ledger");

        int exit = audit("verify", file.toString(), "--key", key.toString());

        assertEquals(0, exit, err.toString(StandardCharsets.UTF_8));
        assertTrue(said().contains("entries 0 to 2 of ledger " + ledger.id()), said());
        assertTrue(said().contains("--head FILE"), said());
    }

    @Test
    void theFileInTheHomeFolderIsProvenUpToItsNewestHead() {
        Path entries = folder.resolve("home/ledger/entries");

        int before = audit("verify", entries.toString(), "--key-of-this-pc");
        String reason = err.toString(StandardCharsets.UTF_8);
        ledger.close();

        assertEquals(1, before);
        assertTrue(reason.contains("the 2 entries from number 1 on are whole, but under no signed head"), reason);
        assertEquals(0, audit("verify", entries.toString(), "--key-of-this-pc"));
    }

    @Test
    void aWitnessShowsWhatWasCutOff() throws Exception {
        Path early = export("early.ledger");
        ledger.append(Event.of(EventKind.CONSENT_GIVEN));
        Path late = export("late.ledger");
        ledger.close();
        Path head =
                Files.write(folder.resolve("head"), Heads.write(ledger.head().orElseThrow()));

        assertEquals(0, audit("verify", early.toString(), "--key", key.toString()));
        assertEquals(0, audit("verify", late.toString(), "--key", key.toString(), "--head", head.toString()));
        assertTrue(said().contains("nothing up to entry 3 was changed or cut off"), said());
        assertEquals(1, audit("verify", early.toString(), "--key", key.toString(), "--head", head.toString()));
        assertTrue(complained().contains("entries were cut off"), complained());
    }

    @Test
    void aForkIsFoundByTheHeadOfTheOther() throws Exception {
        Path copy = Files.createDirectories(folder.resolve("copy/ledger"));
        for (String name : List.of("entries", "head")) {
            Files.copy(folder.resolve("home/ledger").resolve(name), copy.resolve(name));
        }
        TestLedger fork = TestLedger.open(Disk.forOwner(), folder.resolve("copy"), device, NOON);
        fork.append(Event.of(EventKind.FILE_SENT));
        fork.close();
        ledger.append(Event.of(EventKind.CONSENT_GIVEN));
        ledger.close();
        Path head =
                Files.write(folder.resolve("head"), Heads.write(ledger.head().orElseThrow()));

        int exit =
                audit("verify", copy.resolve("entries").toString(), "--key", key.toString(), "--head", head.toString());

        assertEquals(1, exit);
        assertTrue(complained().contains("fork"), complained());
    }

    @Test
    void aChangedByteIsSaidInWordsAndInJson() throws Exception {
        Path file = export("export.ledger");
        byte[] bytes = Files.readAllBytes(file);
        bytes[100] ^= 1;
        Files.write(file, bytes);

        int exit = audit("verify", file.toString(), "--key", key.toString(), "--json");

        assertEquals(1, exit);
        assertTrue(said().contains("\"holds\":false"), said());
        assertTrue(said().contains("\"flaw\":\"CHECKSUM\""), said());
        assertTrue(complained().contains("bytes were changed"), complained());
    }

    @Test
    void anotherDevicesKeyProvesNothing() throws Exception {
        Path file = export("export.ledger");
        Path other = Files.writeString(
                folder.resolve("other.pub"), new TestDevice().key().toText());

        assertEquals(1, audit("verify", file.toString(), "--key", other.toString()));
        assertTrue(said().contains("Nothing is proven"), said());
        assertTrue(complained().contains("is it the right key?"), complained());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "show",
                "verify",
                "verify x",
                "verify x --key",
                "verify x --key a --key b",
                "verify x --key a --key-of-this-pc",
                "verify x y --key a",
                "verify x --key a --home h",
                "head x",
                "head --key a",
                "head --lang xx",
                "head --lang",
                "export a --json",
                "verify x --key a --force",
                "export a b"
            })
    void otherWordsAreRefusedWithTheUsage(String words) {
        assertEquals(2, audit(words.isEmpty() ? new String[0] : words.split(" ")));
        assertTrue(complained().contains("usage: benchconnect audit verify FILE"), complained());
    }

    @Test
    void whatIsMissingOrNoKeyOrNoHeadIsSaid() throws Exception {
        Path file = export("export.ledger");

        assertEquals(1, audit("verify", folder.resolve("none").toString(), "--key", key.toString()));
        assertTrue(complained().contains("there is no file"), complained());
        assertEquals(1, audit("verify", file.toString(), "--key", file.toString()));
        assertTrue(complained().contains("is no device's public key"), complained());
        assertEquals(1, audit("verify", file.toString(), "--key", key.toString(), "--head", key.toString()));
        assertTrue(complained().contains("is no head"), complained());
        assertEquals(1, audit("head"));
        assertTrue(complained().contains("no agent is running"), complained());
    }

    @Test
    void headAndExportComeFromTheRunningAgent() throws Exception {
        byte[] whole = Files.readAllBytes(export("export.ledger"));
        Head head = ledger.head().orElseThrow();
        HttpServer agent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer(agent, "/api/v1/audit/export", whole);
        answer(
                agent,
                "/api/v1/audit",
                ("{\"size\":3,\"head\":{\"ledger\":\"" + head.ledger() + "\",\"size\":" + head.size() + ",\"root\":\""
                                + head.root() + "\",\"time\":\"" + head.time() + "\",\"signature\":\""
                                + head.signature() + "\"}}")
                        .getBytes(StandardCharsets.UTF_8));
        agent.start();
        Files.createDirectories(folder.resolve("home/run"));
        Files.writeString(
                folder.resolve("home/run/api"),
                "{\"url\":\"http://127.0.0.1:" + agent.getAddress().getPort() + "\",\"token\":\"t\"}");
        try {
            assertEquals(0, audit("head"), complained());
            assertEquals(new String(Heads.write(head), StandardCharsets.US_ASCII), said().strip());
            Path file = folder.resolve("fetched");
            assertEquals(0, audit("export", file.toString()), complained());
            assertEquals(0, Arrays.compare(whole, Files.readAllBytes(file)));
            assertEquals(0, audit("head", "--json", "--lang", "it"), complained());
            assertEquals(new String(Heads.write(head), StandardCharsets.US_ASCII), said().strip());
            Files.writeString(file, "kept");
            assertEquals(1, audit("export", file.toString()));
            assertTrue(complained().contains("is there already"), complained());
            assertEquals("kept", Files.readString(file));
            assertEquals(0, audit("export", file.toString(), "--force"), complained());
            assertEquals(0, Arrays.compare(whole, Files.readAllBytes(file)));
            assertEquals(1, audit("export", folder.resolve("none/x").toString()));
            assertTrue(complained().contains("there is no folder " + folder.resolve("none")), complained());
        } finally {
            agent.stop(0);
        }
    }

    private static void answer(HttpServer agent, String path, byte[] body) {
        agent.createContext(path, exchange -> {
            boolean known = "Bearer t".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(known ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private Path export(String name) throws IOException {
        Path file = folder.resolve(name);
        try (var to = Files.newOutputStream(file)) {
            ledger.export(to);
        }
        return file;
    }

    private int audit(String... words) {
        out.reset();
        err.reset();
        return Audit.run(
                new ArrayList<>(List.of(words)),
                folder.resolve("home"),
                Optional.of(folder),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
