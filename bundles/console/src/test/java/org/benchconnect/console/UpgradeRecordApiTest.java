package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class UpgradeRecordApiTest {
    private static final String DOCUMENT = "{\"id\":\"org.benchconnect:org.benchconnect.base:0.2.0\",\"extensions\":"
            + "{\"org.benchconnect.release\":{\"json\":{\"statement\":{\"en\":\"<b>Faults</b> put right.\"}}}}}";

    @TempDir
    Path home;

    ConsoleOnTheBench console;

    @BeforeEach
    void start() throws Exception {
        console = new ConsoleOnTheBench(home, Clock.systemUTC());
        console.agent.ledger.append(
                Event.of(EventKind.UPGRADE_ALLOWED).by(FakeAccounts.MARIA).with(Detail.PLAN, FakeUpgrades.PLAN_ID));
        Path features = Files.createDirectories(home.resolve("generations/7/features"));
        Files.writeString(features.resolve("base.json"), DOCUMENT);
        UpgradeRecord bare = console.agent.upgrades.record(
                UpgradeRecord.Outcome.COMMITTED, Optional.empty(), Optional.of(console.agent.upgrades.allowed()));
        console.agent.upgrades.changed(new UpgradeRecord(
                bare.generation(),
                bare.before(),
                bare.kind(),
                bare.plan(),
                List.of(new UpgradeRecord.FeatureStep(
                        "org.benchconnect.base", Optional.of("0.1.0"), Optional.of("0.2.0"), Optional.of(digest()))),
                bare.modules(),
                bare.approval(),
                bare.begun(),
                bare.ended(),
                bare.outcome(),
                bare.reason()));
    }

    private static String digest() throws Exception {
        return digest(DOCUMENT);
    }

    private static String digest(String document) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8)));
    }

    @AfterEach
    void stop() throws IOException {
        console.close();
    }

    @Test
    void itIsADocumentWithoutScriptsInWhichNothingOfAnAuthorsIsMarkup() throws Exception {
        HttpResponse<String> answer = console.call("GET", "/api/v1/upgrade/records/7?lang=en");

        assertEquals(200, answer.statusCode());
        assertEquals(
                "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors 'none'",
                answer.headers().firstValue("Content-Security-Policy").orElseThrow());
        assertTrue(answer.body().contains("“&lt;b&gt;Faults&lt;/b&gt; put right.”"), answer.body());
        assertTrue(answer.body().contains(digest()), answer.body());
        assertTrue(answer.body().contains("Entry 0, "), answer.body());
        assertTrue(answer.body().contains("Allowed by Maria Rossi on "), answer.body());
    }

    @Test
    void whatAnAuthorSaysIsPrintedOnlyFromTheDocumentThatTheJournalNames() throws Exception {
        Files.writeString(home.resolve("generations/7/features/base.json"), DOCUMENT.replace("right", "wrong"));

        String body = console.call("GET", "/api/v1/upgrade/records/7?lang=en").body();

        assertFalse(body.contains("put wrong"), body);
        assertFalse(body.contains("What the authors say"), body);
    }

    @Test
    void oneThatIsNotThereIsSaidInWords() throws Exception {
        HttpResponse<String> answer = console.call("GET", "/api/v1/upgrade/records/99?lang=it");

        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains("Non c’è alcun documento"), answer.body());
        assertEquals(404, console.call("GET", "/api/v1/upgrade/records/x").statusCode());
        assertEquals(
                400, console.call("GET", "/api/v1/upgrade/records/7?form=exe").statusCode());
    }

    @Test
    void theDocumentBeforeTheFirstUpgradeIsTheOneThatTheInstallerBrought() throws Exception {
        Path release = Files.createDirectories(home.resolve("installation/release"));
        String brought = DOCUMENT.replace("0.2.0", "0.1.0");
        Files.writeString(release.resolve("org.benchconnect.base.json"), brought);

        String body = console.call("GET", "/api/v1/upgrade/records/7?lang=en").body();

        assertTrue(body.contains(digest(brought) + " → " + digest()), body);
    }

    @Test
    void aDocumentOfAnotherVersionIsNotTakenForTheOneBefore() throws Exception {
        Path release = Files.createDirectories(home.resolve("installation/release"));
        String other = DOCUMENT.replace("0.2.0", "0.0.9");
        Files.writeString(release.resolve("org.benchconnect.base.json"), other);

        String body = console.call("GET", "/api/v1/upgrade/records/7?lang=en").body();

        assertFalse(body.contains(digest(other)), body);
    }

    @Test
    void whoSaidThatTheInstrumentIsIdleIsInTheRecord() throws Exception {
        UpgradeRecord bare = console.agent.upgrades.records().get(0);
        console.agent.ledger.append(Event.of(EventKind.IDLE_STATED).by(FakeAccounts.LUIS));
        Instant now = Instant.now();
        Approval given = new Approval(
                0, FakeAccounts.MARIA, now.minusSeconds(60), Approval.When.AS_SOON_AS_IDLE, Optional.empty());
        console.agent.upgrades.changed(new UpgradeRecord(
                8,
                7,
                bare.kind(),
                bare.plan(),
                bare.features(),
                bare.modules(),
                Optional.of(given),
                now.plusSeconds(60),
                Optional.empty(),
                UpgradeRecord.Outcome.PROVES,
                Optional.empty()));

        String with = console.call("GET", "/api/v1/upgrade/records/8?lang=en").body();
        String without =
                console.call("GET", "/api/v1/upgrade/records/7?lang=en").body();

        assertTrue(with.contains("said that the instrument is idle. By Luis Ortega"), with);
        assertFalse(without.contains("is idle"), without);
    }

    @Test
    void itIsOpenedByItsAddressWithTheCookieOfAPageAndNothingIsChangedSo() throws Exception {
        String cookie = console.cookie();

        assertEquals(200, typed("GET", "/api/v1/upgrade/records/7?lang=en", cookie));
        assertEquals(403, typed("POST", "/api/v1/upgrade/rollback", cookie));
    }

    private int typed(String method, String path, String cookie) throws Exception {
        return console.send(console.request(method, path, false)
                        .header("Cookie", cookie)
                        .header("Sec-Fetch-Site", "none")
                        .header("Sec-Fetch-Mode", "navigate")
                        .header("Sec-Fetch-Dest", "document"))
                .statusCode();
    }
}
