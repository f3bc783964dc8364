package org.benchconnect.desk.viewer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.benchconnect.testing.browser.Chromium;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A desk of its own for each test, and a browser that all tests of the module share. */
final class InABrowser implements BeforeEachCallback, AfterEachCallback {
    private static final ExtensionContext.Namespace SHARED = ExtensionContext.Namespace.create(InABrowser.class);

    private @Nullable Shared shared;
    private @Nullable Bench running;

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        assumeTrue(
                Chromium.isInstalled(),
                "Chromium and its driver are not installed: the page is not tested in a browser");
        shared = context.getRoot()
                .getStore(SHARED)
                .getOrComputeIfAbsent(Shared.class, key -> Shared.start(), Shared.class);
        browser().size(1366, 900);
        browser().complaints();
        running = new Bench(shared.tls);
        browser().driver().get(bench().url() + "/");
        browser().await("the page is there", () -> byId("start").isDisplayed());
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        if (running != null) {
            browser().leave();
            running.close();
        }
    }

    Chromium browser() {
        return Objects.requireNonNull(shared).browser;
    }

    Bench bench() {
        return Objects.requireNonNull(running);
    }

    WebElement byId(String id) {
        return browser().byId(id);
    }

    void click(String id) {
        browser().click("#" + id);
    }

    /** Fills in everything and joins. */
    void join() {
        join(bench().key, bench().chain);
    }

    void join(Path key, Path chain) {
        byId("code").sendKeys("123 456 789");
        byId("password").sendKeys("23lz4-abcde");
        byId("key-file").sendKeys(key.toString());
        byId("chain-file").sendKeys(chain.toString());
        click("join-button");
    }

    /** An agent that has let the page in; nothing is allowed. */
    TestAgent admitted() throws Exception {
        TestAgent agent = bench().agent();
        join();
        agent.admit();
        shown("asks");
        return agent;
    }

    /** Asks for it and gets it. */
    void given(TestAgent agent, String privilege, @Nullable String direction) throws Exception {
        String id = "ask-" + privilege + (direction == null ? "" : "-" + direction);
        click(id);
        String asked = agent.heard();
        String members = "\"privilege\":\"" + privilege + "\""
                + (direction == null ? "" : ",\"direction\":\"" + direction + "\"");
        if (!asked.equals("{\"t\":\"ask\"," + members + "}")) {
            throw new AssertionError(asked);
        }
        agent.say("{\"t\":\"given\"," + members + ",\"until\":\"2126-01-01T12:00:00Z\"}");
        browser().await(privilege + " is given", () -> row(id).equals("given"));
    }

    /** The state of a permission. */
    String row(String id) {
        return Objects.requireNonNull(byId(id).findElement(By.xpath("..")).getDomAttribute("class"));
    }

    void shown(String id) {
        browser().await(id + " is shown", () -> byId(id).isDisplayed());
    }

    void awaitText(String text) {
        browser().await("it says: " + text, () -> browser().text().contains(text));
    }

    /** Waits until the session is over for this reason. */
    void over(String text) {
        shown("over");
        awaitText(text);
    }

    List<WebElement> canvases() {
        return browser().driver().findElements(By.cssSelector("canvas"));
    }

    /** The colour at a place of the picture, as {@code r,g,b}. */
    String colour(int x, int y) {
        return browser()
                .script(
                        "const c = document.querySelector('#place canvas');"
                                + "return c ? [...c.getContext('2d').getImageData(arguments[0], arguments[1], 1, 1).data].slice(0, 3).join() : ''",
                        x,
                        y);
    }

    void language(String tag) {
        browser().click("nav button[lang=" + tag + "]");
        browser().await("translated", () -> tag.equals(browser().script("return document.documentElement.lang")));
    }

    /** Ends with the last test of the module. */
    private record Shared(Chromium browser, Tls tls) implements AutoCloseable {
        static Shared start() {
            Chromium browser = Chromium.start();
            try {
                browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
                return new Shared(browser, new Tls());
            } catch (Exception e) {
                browser.close();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            browser.close();
        }
    }
}
