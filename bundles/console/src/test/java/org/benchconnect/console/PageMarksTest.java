package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.benchconnect.console.BenchCode.BenchFact;
import org.benchconnect.console.BenchCode.Laser;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.instrument.Evidence;
import org.benchconnect.core.instrument.InstrumentState;
import org.benchconnect.core.link.Link;
import org.benchconnect.core.link.NoticeReport;
import org.benchconnect.core.link.Stream;
import org.benchconnect.core.signal.ConfiguredCode;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** What stands beside notices and instruments: by what it is known, what was pressed on, who has seen it, what is this PC's. In a real browser. */
class PageMarksTest {
    private static final ConfiguredCode DISK = ConfiguredCode.of("DISK_FILLS", Kind.CONFIGURATION);

    /** What the agent says of the service side, and of what the last shift should know. */
    private static final Map<String, List<String>> SAID = Map.of(
            "en", List.of("Connection state", "The blue laser is too weak\nOpen"),
            "it", List.of("Stato della connessione", "Il laser blu è troppo debole\nAperto"),
            "es", List.of("Estado de la conexión", "El láser azul es demasiado débil\nAbierto"));

    @RegisterExtension
    final InABrowser page = new InABrowser();

    @Test
    void eachInstrumentSaysByWhatItsActivityIsKnown() throws IOException, InterruptedException {
        page.agent().watched = instruments();

        page.open();

        assertEquals(
                List.of("How this is known: its files, its log.", "Nothing tells BenchConnect what it does now."),
                page.browser().all(".evidence").stream()
                        .map(WebElement::getText)
                        .toList());
    }

    @Test
    void whatNobodyAcknowledgedAndServiceHasSeenStaysOpenAndSaysBoth() throws IOException, InterruptedException {
        page.agent().raise(BenchCode.LASER_BELOW_TARGET, Severity.FAULT, Laser.BLUE);
        page.open();

        page.agent().notices.escalate(1, 30);
        page.awaitText("Nobody acknowledged it for 30 minutes");
        assertTrue(spoken("urgent").startsWith("Still not acknowledged, Fault: The blue laser"), spoken("urgent"));
        page.agent().notices.seenByServiceNow(1);

        page.awaitText("it still needs somebody here");
        assertTrue(page.byId("acknowledge-1").isDisplayed());
        assertEquals(1, page.browser().all(".card.fault:not(.quiet)").size());
    }

    @Test
    void ofLongAgoNoNumberOfMinutesIsSaid() throws IOException, InterruptedException {
        page.agent().raise(BenchCode.LASER_BELOW_TARGET, Severity.FAULT, Laser.BLUE);
        page.agent().notices.escalate(1, 5 * 24 * 60);

        page.open();

        page.awaitText("Nobody acknowledged it for too long");
    }

    @Test
    void noticesAboutThisPcAreAGroupOfTheirOwn() throws IOException, InterruptedException {
        page.agent().notices.raise(NoticeReport.HOST, DISK, Severity.WARNING, FakeNotices.facts(Laser.BLUE));

        page.open();

        String group = page.browser().await(".pc").getText();
        assertTrue(group.startsWith("This PC") && group.contains("Little room on the disk"), group);
        assertTrue(page.says("Nothing to report from the instrument"));
        assertFalse(page.says("All is well"));
        page.click("acknowledge-1");
        page.awaitText("This PC: seen, and still so");
        assertEquals(0, page.browser().all(".pc").size());
    }

    @Test
    void theLastShiftIsToldWhatHappenedWithHowItIsNow() throws IOException, InterruptedException {
        page.agent().raise(BenchCode.LASER_BELOW_TARGET, Severity.FAULT, Laser.BLUE);
        page.agent().raise(BenchCode.RUN_TRUNCATED, Severity.WARNING, Laser.RED);
        page.agent().clear(2);
        page.open();
        page.awaitText("Since your last shift: 2 notices");

        page.browser().click(".shift summary");

        String text = page.browser().await(".shift").getText();
        assertTrue(text.contains("Open, ") && text.contains("Resolved, "), text);
        page.agent().raise(BenchCode.DETECTOR_DRIFT, Severity.WARNING, Laser.RED);
        page.awaitText("Since your last shift: 3 notices");
    }

    @Test
    void aRuleOfTheSettingsIsSaidInWords() throws IOException, InterruptedException {
        page.agent()
                .notices
                .raise("cellmek", ConfiguredCode.of("QUEUE_STUCK", Kind.SOFTWARE), Severity.WARNING, Facts.none());
        page.open();

        page.language("es");

        page.awaitText("Regla QUEUE_STUCK de la configuración");
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 400, 1280, 1920})
    void nothingOfItIsCutOffOrABarrierInAnyLanguage(int width) throws IOException, InterruptedException {
        everything();
        page.browser().size(width, 900);
        page.open();
        page.byId("departures");
        page.browser().await(".shift summary");
        page.browser()
                .driver()
                .executeScript(
                        "document.querySelectorAll('.outgoing details, .shift details').forEach((one) => (one.open = true))");
        page.browser().await(".departures li");
        page.click("register");

        for (String language : List.of("en", "it", "es")) {
            page.language(language);
            page.browser()
                    .await(
                            "what the agent says is translated too",
                            () -> Objects.requireNonNull(SAID.get(language)).stream()
                                    .allMatch(page::says));
            assertEquals("[]", page.cutOff("main"), language);
            picture(language + "-" + width);
        }
        assertEquals(List.of(), page.browser().barriers());
        assertEquals(List.of(), page.browser().complaints());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "it", "es"})
    void thePreviewFitsANarrowScreen(String language) throws IOException, InterruptedException {
        page.browser().size(360, 740);
        page.open();
        page.language(language);
        page.click("register");
        page.enter("registration-email", "a".repeat(60) + "@" + "hospital.".repeat(18) + "example");
        page.enter("registration-name", "Maria Rossi");
        page.enter("registration-instrumentId", "FC-0042");

        page.click("registration-preview");
        page.browser().await("dialog pre.sent");

        assertEquals("[]", page.cutOff("dialog"));
        assertEquals(List.of(), page.browser().barriers());
        picture("preview-" + language);
    }

    private void everything() {
        FakeNotices notices = page.agent().notices;
        page.agent().watched = instruments();
        page.agent().linkStatus = new Link.Status(Link.State.ONLINE, Instant.now(), 3);
        page.agent().outgoing.givenUp = 12;
        page.agent().raise(BenchCode.LASER_BELOW_TARGET, Severity.FAULT, Laser.BLUE);
        notices.escalate(1, 45);
        notices.seenByServiceNow(1);
        notices.raise(
                "cellmek",
                ConfiguredCode.of("A_RULE_WITH_A_NAME_OF_FORTY_CHARACTERS_X", Kind.SOFTWARE),
                Severity.WARNING,
                Facts.none().with(BenchFact.WINDOW_SECONDS, 1600));
        notices.raise(NoticeReport.HOST, DISK, Severity.WARNING, FakeNotices.facts(Laser.BLUE));
        page.agent().raise(BenchCode.DETECTOR_DRIFT, Severity.WARNING, Laser.RED);
        notices.seenByServiceNow(4);
        notices.acknowledge(4);
        page.agent().raise(BenchCode.RUN_TRUNCATED, Severity.WARNING, Laser.RED);
        page.agent().clear(5);
        page.agent()
                .outgoing
                .left(
                        Stream.NOTICES,
                        "{\"specversion\":\"1.0\",\"id\":\"7-1\",\"source\":\"urn:benchconnect:0b9d3a66-6f0e-4d3c-9c0f-4a4f6f9f5b11\",\"data\":{\"notice\":1,"
                                + "\"code\":\"LASER_BELOW_TARGET\",\"severity\":\"FAULT\",\"facts\":{\"measuredMilliwatt\":17.42}}}");
    }

    private List<InstrumentState> instruments() {
        InstrumentState navios = page.agent().navios(Activity.ACQUIRING, true);
        return List.of(
                navios,
                new InstrumentState("cellmek", "CellMek SPS", null, Activity.UNKNOWN, Set.<Evidence>of(), true, null));
    }

    private String spoken(String where) {
        return page.browser().driver().findElement(By.id(where)).getDomProperty("textContent");
    }

    /** The whole page, for people to look at, if somebody says where: {@code -Dbenchconnect.pictures=FOLDER}. */
    private void picture(String name) throws IOException {
        String folder = System.getProperty("benchconnect.pictures");
        if (folder != null) {
            Map<String, Object> taken = page.browser()
                    .driver()
                    .executeCdpCommand(
                            "Page.captureScreenshot", Map.of("captureBeyondViewport", !name.startsWith("preview")));
            Files.write(
                    Path.of(folder, name + ".png"),
                    Base64.getDecoder()
                            .decode(Objects.requireNonNull(taken.get("data")).toString()));
        }
    }
}
