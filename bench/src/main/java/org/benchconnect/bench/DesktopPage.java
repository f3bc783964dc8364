package org.benchconnect.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.benchconnect.testing.browser.Chromium;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium without a window, and in it the same measurements in either page. It takes certificates that nobody vouches for. */
final class DesktopPage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Chromium browser;
    private final ChromeDriver driver;

    DesktopPage() {
        browser = Chromium.start(List.of("--headless", "--window-size=1366,1000"), Map.of());
        driver = browser.driver();
        driver.manage().timeouts().scriptTimeout(PATIENCE);
    }

    /** The browser's processes. */
    static List<ProcessHandle> processes() {
        return ProcessHandle.current()
                .children()
                .filter(process -> process.info().command().orElse("").contains("chrome"))
                .toList();
    }

    /** Opens a page and prepares it. */
    void open(String url) throws IOException {
        driver.get(url);
        await("the page", () -> browser.all("#place").size() == 1);
        try (InputStream script = Objects.requireNonNull(DesktopPage.class.getResourceAsStream("desktop.js"))) {
            run(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Fills in the supporter's page and asks for everything that is measured. */
    void join(String code, String password, Path key, Path chain) {
        await("the form", () -> browser.byId("start").isDisplayed());
        browser.byId("code").sendKeys(code);
        browser.byId("password").sendKeys(password);
        browser.byId("key-file").sendKeys(key.toString());
        browser.byId("chain-file").sendKeys(chain.toString());
        browser.click("#join-button");
        for (String privilege : List.of("ask-view-screen", "ask-control-input")) {
            browser.click("#" + privilege);
            await(privilege + " given", () -> !browser.byId(privilege).isDisplayed());
        }
    }

    /** Leaves the supporter's page. */
    void leave() {
        browser.click("#leave");
        blank();
    }

    void blank() {
        driver.get("about:blank");
    }

    /** Connects in the other page. */
    void connect(String url) {
        driver.executeScript("window.begin(arguments[0])", url);
    }

    /** Returns when the first picture is there. */
    void awaitPicture() {
        await(
                "a picture",
                () -> Boolean.TRUE.equals(
                        driver.executeScript("return !!window.bench.rfb && window.bench.area >= 1280 * 800")));
    }

    /** One call of what the script offers, as numbers. */
    double[] measured(String call) {
        List<?> numbers = (List<?>) Objects.requireNonNull(run("return [await bench." + call + "].flat()"));
        return numbers.stream()
                .mapToDouble(one -> ((Number) Objects.requireNonNull(one)).doubleValue())
                .toArray();
    }

    private Object run(String body) {
        Object result = driver.executeAsyncScript("const done = arguments[arguments.length - 1]; (async () => {" + body
                + "})().then((value) => done(value ?? []), (error) => done('failed: ' + error));");
        if (result instanceof String failed) {
            throw new IllegalStateException(failed);
        }
        return Objects.requireNonNull(result);
    }

    private void await(String what, BooleanSupplier condition) {
        new WebDriverWait(driver, PATIENCE, Duration.ofMillis(20))
                .withMessage(what)
                .until(browser -> condition.getAsBoolean());
    }

    @Override
    public void close() {
        browser.close();
    }
}
