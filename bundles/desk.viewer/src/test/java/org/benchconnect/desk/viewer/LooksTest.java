package org.benchconnect.desk.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.OutputType;

/** No barrier, nothing cut off, in every language, from a wide screen to 400 px. */
class LooksTest {
    /** Where pictures of each step go, for somebody who wants to look at them; none without it. */
    private static final String PICTURES = System.getProperty("benchconnect.pictures");

    @RegisterExtension
    final InABrowser page = new InABrowser();

    @ParameterizedTest
    @CsvSource({"en,1366", "en,400", "it,1366", "it,400", "es,1366", "es,400"})
    void everyStepCanBeReadAndUsed(String language, int width) throws Exception {
        page.browser().size(width, 900);
        page.language(language);
        page.byId("key-file").sendKeys(page.bench().key.toString());
        page.shown("key-open");
        page.click("join-button");
        page.shown("start-trouble");
        look(language, width, "start");
        try (TestAgent agent = page.admitted()) {
            look(language, width, "number");
            page.given(agent, "view-screen", null);
            agent.open(1280, 800);
            agent.send(1, Picture.filled(1280, 800, 60, 110, 140));
            page.browser().await("painted", () -> page.colour(1279, 799).equals("60,110,140"));
            page.given(agent, "control-input", null);
            page.given(agent, "share-clipboard", "in");
            page.byId("to-paste").sendKeys("€");
            page.click("ask-share-clipboard-out");
            agent.say("{\"t\":\"files\",\"files\":true}");
            page.shown("ask-transfer-files");
            look(language, width, "picture");
            agent.say("{\"t\":\"frozen\",\"frozen\":true}");
            page.shown("frozen");
            look(language, width, "frozen");
            agent.say("{\"t\":\"over\",\"why\":\"NOT_THE_SAME\"}");
            page.shown("over");
            look(language, width, "over");
        }
    }

    private void look(String language, int width, String step) throws IOException {
        assertEquals(
                "true",
                page.browser()
                        .script("const e = document.getElementById('string'); return e.scrollWidth <= e.clientWidth"),
                "the whole number is within its frame");
        if (PICTURES != null) {
            byte[] picture = page.browser().driver().getScreenshotAs(OutputType.BYTES);
            Files.write(Path.of(PICTURES, step + "-" + language + "-" + width + ".png"), picture);
        }
        assertEquals(List.of(), page.browser().barriers(), step);
        assertEquals(
                "[]",
                page.browser()
                        .script("return JSON.stringify([...document.querySelectorAll('body *:not(#place *)')]"
                                + ".filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.closest('.unseen'))"
                                + ".map(e => e.tagName + '.' + e.id + e.className))"),
                step);
    }
}
