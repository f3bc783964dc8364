package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.Hindrance;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.core.upgrade.UpgradeState.Phase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.OutputType;

/** Newer releases and their records in every phase: nothing is cut off, no barrier, nothing of a script. In a real browser. */
class PageUpdatesForEverybodyTest {
    @RegisterExtension
    final InABrowser page = new InABrowser();

    FakeUpgrades upgrades;

    @BeforeEach
    void start() {
        upgrades = page.agent().upgrades;
    }

    @Test
    void aRecordPrintsWithoutScriptsAndNamesWhoAllowedIt() throws IOException, InterruptedException {
        page.agent().upgradeConsents.fixes = null;
        upgrades.changed(upgrades.record(
                UpgradeRecord.Outcome.WENT_BACK,
                Optional.of("HEALTH_CHECK"),
                Optional.of(new Approval(
                        0, FakeAccounts.MARIA, Instant.EPOCH, Approval.When.IN_WINDOW, Optional.empty()))));
        page.open();
        String first = page.browser().driver().getWindowHandle();
        page.browser().click(".changes a");
        page.browser()
                .await(
                        "a page of its own",
                        () -> page.browser().driver().getWindowHandles().size() == 2);
        page.browser().driver().getWindowHandles().stream()
                .filter(one -> !one.equals(first))
                .forEach(one -> page.browser().driver().switchTo().window(one));
        page.browser().await("footer");

        String text = page.browser().text();
        assertTrue(text.contains("Newer release: BenchConnect itself from 0.1.0 to 0.2.0."), text);
        assertTrue(text.contains("A part of it reported that it does not work."), text);
        assertTrue(text.contains("Allowed by Maria Rossi on "), text);
        assertTrue(text.contains("1".repeat(64) + " → " + "2".repeat(64)), text);
        assertTrue(text.contains(FakeUpgrades.PLAN_ID), text);
        assertTrue(text.contains("benchconnect audit verify benchconnect.ledger --key device.pub"), text);
        assertEquals("0", page.browser().script("return String(document.scripts.length)"));
        assertEquals(
                "rgb(255, 255, 255)",
                page.browser().script("return getComputedStyle(document.querySelector('main')).backgroundColor"));
        assertEquals(List.of(), page.browser().barriers());
        page.browser().size(360, 740);
        assertEquals("[]", page.cutOff("main"));
        picture("record");
        page.browser().driver().close();
        page.browser().driver().switchTo().window(first);
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void inNoPhaseIsAnythingCutOffOrABarrier(Phase phase) throws IOException, InterruptedException {
        upgrades.offers(FakeUpgrades.asking("x".repeat(300) + " <img src=x> \u202Egnp.exe"));
        upgrades.phase = phase;
        upgrades.platform = "9.9.9";
        upgrades.provenAt = Instant.now().plusSeconds(42);
        upgrades.waitsFor = List.of(
                new Hindrance(Hindrance.Reason.UNKNOWN, Optional.of("navios")), Hindrance.of(Hindrance.Reason.WINDOW));
        upgrades.approval = upgrades.allowed();
        upgrades.changed(
                upgrades.record(UpgradeRecord.Outcome.COMMITTED, Optional.empty(), Optional.of(upgrades.allowed())));
        page.browser().size(360, 740);
        page.open();
        page.browser().await(".changes li");
        page.browser().driver().executeScript("document.querySelectorAll('details').forEach(one => one.open = true)");

        for (String language : List.of("it", "es", "en")) {
            page.language(language);
            assertEquals("[]", page.cutOff("main"), language);
        }
        assertEquals(List.of(), page.browser().barriers());
        assertEquals(0, page.browser().all(".updates img").size());
        picture(phase + "-360");
        page.browser().size(1366, 900);
        picture(phase + "-1366");
        assertEquals(List.of(), page.browser().complaints());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "it", "es"})
    void theQuestionFitsANarrowScreen(String language) throws IOException, InterruptedException {
        upgrades.offers(FakeUpgrades.asking("x".repeat(300)));
        page.browser().size(360, 740);
        page.open();
        page.language(language);

        page.click("upgrade-answer");
        page.byId("ask-when");

        assertEquals("[]", page.cutOff("dialog"));
        assertEquals(List.of(), page.browser().barriers());
        picture("question-" + language);
    }

    /** For people to look at, if somebody says where: {@code -Dbenchconnect.pictures=FOLDER}. */
    private void picture(String name) throws IOException {
        String folder = System.getProperty("benchconnect.pictures");
        if (folder != null) {
            Path section = Path.of(folder, name + ".png");
            boolean whole = page.browser().all(".updates").isEmpty()
                    || !page.browser().all("dialog[open]").isEmpty();
            Files.write(
                    section,
                    whole
                            ? page.browser().driver().getScreenshotAs(OutputType.BYTES)
                            : page.browser().await(".updates").getScreenshotAs(OutputType.BYTES));
        }
    }
}
