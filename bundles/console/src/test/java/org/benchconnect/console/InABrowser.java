package org.benchconnect.console;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.benchconnect.testing.browser.Chromium;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** A console with a fake agent, and a browser that all tests of the module share; each test gets a fresh console and no cookies. */
final class InABrowser implements BeforeEachCallback, AfterEachCallback {
    private static final ExtensionContext.Namespace SHARED = ExtensionContext.Namespace.create(InABrowser.class);

    private final Clock clock;
    private @Nullable Chromium started;
    private @Nullable ConsoleOnTheBench running;
    private @Nullable Path folder;

    /** By the clock of this PC. */
    InABrowser() {
        this(Clock.systemUTC());
    }

    InABrowser(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        assumeTrue(
                Chromium.isInstalled(),
                "Chromium and its driver are not installed: the page is not tested in a browser");
        Chromium browser = context.getRoot()
                .getStore(SHARED)
                .getOrComputeIfAbsent(Held.class, key -> new Held(Chromium.start()), Held.class)
                .browser();
        started = browser;
        browser.driver().executeCdpCommand("Network.clearBrowserCookies", Map.of());
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        browser.size(1366, 900);
        browser.complaints();
        Path home = Files.createTempDirectory("benchconnect-page");
        folder = home;
        running = new ConsoleOnTheBench(home, clock);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        if (started != null) {
            started.leave();
        }
        if (running != null) {
            running.close();
        }
        if (folder != null) {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    Chromium browser() {
        return Objects.requireNonNull(started);
    }

    ConsoleOnTheBench console() {
        return Objects.requireNonNull(running);
    }

    FakeAgent agent() {
        return console().agent;
    }

    /** Opens the page as the command line does, signed in, and waits until it shows the agent's state. */
    void open() throws IOException, InterruptedException {
        browser().driver().get(console().url + "/#code=" + console().code());
        browser().await(".content");
    }

    /** Another console in place of this one, which is closed already. */
    void restart(int port) throws IOException {
        running = new ConsoleOnTheBench(Objects.requireNonNull(folder), clock, agent(), port);
    }

    WebElement byId(String id) {
        return browser().await("#" + id);
    }

    void click(String id) {
        browser().click("#" + id);
    }

    void enter(String id, String text) {
        byId(id).sendKeys(text);
    }

    /** As soon as the page knows who there is. */
    void choose(String person) {
        browser().await(person + " can be chosen", () -> {
            new Select(byId("ask-account")).selectByVisibleText(person); // ends the try where there is none yet
            return true;
        });
    }

    /** Until the page knows who there is. */
    void awaitPeople() {
        browser().await("#ask-account option:not([value=''])");
    }

    void language(String tag) {
        browser().click("nav button[lang=" + tag + "]");
        browser().await("translated", () -> browser()
                .script("return document.documentElement.lang")
                .equals(tag));
    }

    boolean says(String text) {
        return browser().text().contains(text);
    }

    void awaitText(String text) {
        browser().await("it says: " + text, () -> says(text));
    }

    /** The button that allows. */
    WebElement approveButton() {
        return browser().driver().findElement(By.id("ask-approve"));
    }

    void awaitReady() {
        browser()
                .await("it can be pressed", () -> "false".equals(approveButton().getDomAttribute("aria-disabled")));
    }

    /** Presses it as soon as it can be pressed. */
    void approve() {
        approve(() -> click("ask-approve"));
    }

    /** Presses it with the keyboard alone. */
    void approveBySpace() {
        tabTo("ask-approve");
        approve(() -> press(Keys.SPACE));
    }

    /** Again until it counts, as a person would: amid keys it does not, for they may be a barcode scanner's. */
    private void approve(Runnable press) {
        browser().await("the answer is taken", () -> {
            awaitReady();
            press.run();
            return browser().all("#ask-approve[aria-disabled=false]").isEmpty();
        });
    }

    void press(Keys key) {
        browser().driver().switchTo().activeElement().sendKeys(key);
    }

    void type(String text) {
        browser().driver().switchTo().activeElement().sendKeys(text);
    }

    /** With the keyboard alone. */
    void tabTo(String id) {
        for (int i = 0; i < 60; i++) {
            if (id.equals(browser().driver().executeScript("return document.activeElement.id"))) {
                return;
            }
            press(Keys.TAB);
        }
        throw new AssertionError("the keyboard does not reach " + id);
    }

    /** The elements within a selector that are wider than the window. */
    String cutOff(String within) {
        return browser()
                .script("return JSON.stringify([...document.querySelectorAll('" + within + " *')]"
                        + ".filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)"
                        + ".map(e => e.tagName + '.' + e.className))");
    }

    /** The digest of the question's text as it stands on the page. */
    String digestOfThePage() {
        return Objects.requireNonNull(
                        browser()
                                .driver()
                                .executeAsyncScript(
                                        """
                        const done = arguments[arguments.length - 1];
                        const lines = [...document.querySelectorAll("dialog [data-part]")]
                          .map((one) => one.dataset.part + ": " + one.textContent + "\\n").join("");
                        crypto.subtle.digest("SHA-256", new TextEncoder().encode(lines)).then((bytes) =>
                          done([...new Uint8Array(bytes)].map((b) => b.toString(16).padStart(2, "0")).join("")));
                        """))
                .toString();
    }

    /** Ends with the last test of the module. */
    private record Held(Chromium browser) implements AutoCloseable {
        @Override
        public void close() {
            browser.close();
        }
    }
}
