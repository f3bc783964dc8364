package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.benchconnect.console.BenchCode.Laser;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.testing.SteppingClock;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page at every width, in every language, without barriers. */
class PageForEverybodyTest {
    final SteppingClock clock = new SteppingClock(Instant.now());

    @RegisterExtension
    final InABrowser page = new InABrowser(clock);

    @ParameterizedTest
    @ValueSource(ints = {400, 768, 1366, 1920})
    void nothingIsCutOffOrWiderThanTheWindow(int width) throws IOException, InterruptedException {
        for (BenchCode code : BenchCode.values()) {
            page.agent().raise(code, Severity.values()[code.ordinal() % 3], Laser.BLUE);
        }
        page.agent().notices.acknowledge(1);
        page.agent().clear(2);
        page.agent().features = FakeFeatures.withLongNames();
        page.browser().size(width, 800);
        page.open();

        for (String language : List.of("en", "it", "es")) {
            page.language(language);

            assertEquals(
                    "true",
                    page.browser()
                            .script(
                                    "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                    language);
            assertEquals(
                    "[]",
                    page.browser()
                            .script("return JSON.stringify([...document.querySelectorAll('main *')]"
                                    + ".filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)"
                                    + ".map(e => e.className))"),
                    language);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"calm", "busy", "alarm", "locked", "lost"})
    void theBarrierCheckFindsNothing(String situation) throws IOException, InterruptedException {
        if (situation.equals("busy")) {
            for (BenchCode code : BenchCode.values()) {
                page.agent().raise(code, Severity.values()[code.ordinal() % 3], Laser.BLUE);
                page.agent().raise(code, Severity.values()[code.ordinal() % 3], Laser.RED);
            }
            page.agent().notices.acknowledge(1);
            page.agent().clear(2);
            page.agent().features = FakeFeatures.withLongNames();
        } else if (situation.equals("alarm")) {
            page.agent().notificationsRun = false;
            page.agent().storeRuns = false;
            page.agent().watched = null;
            page.agent().linkStatus = null;
            page.agent().features = null;
            clock.step(Describer.START);
        }
        if (situation.equals("locked")) {
            page.browser().driver().get(page.console().url);
            page.browser().await(".locked");
        } else {
            page.open();
        }
        if (situation.equals("lost")) {
            page.console().close();
            page.browser().await(".banner.lost");
        }

        assertEquals(List.of(), page.browser().barriers());
        assertEquals(1, page.browser().all("main h1").size());
        assertEquals(1, page.browser().all("main").size());
    }
}
