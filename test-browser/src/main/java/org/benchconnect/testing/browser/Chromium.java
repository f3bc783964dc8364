package org.benchconnect.testing.browser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium with a fresh profile. It takes certificates that nobody vouches for, as those of a run's own are. For one thread. */
public final class Chromium implements AutoCloseable {
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(20);

    /** Held here, because a logger that nobody holds forgets its level. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Whether there is one on this machine. */
    public static boolean isInstalled() {
        return Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER);
    }

    /** Starts it without a window, in English. */
    public static Chromium start() {
        return start(List.of("--headless"), Map.of());
    }

    /** Starts it in English with these options of its own and these variables. */
    public static Chromium start(List<String> options, Map<String, String> environment) {
        SELENIUM.setLevel(Level.SEVERE);
        ChromeOptions all = new ChromeOptions();
        all.setBinary(BROWSER.toString());
        all.setAcceptInsecureCerts(true);
        all.addArguments(options);
        all.addArguments(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-proxy-server",
                "--ignore-certificate-errors",
                "--accept-lang=en",
                "--lang=en");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        all.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .withEnvironment(environment)
                .usingAnyFreePort()
                .withTimeout(PATIENCE)
                .build();
        ChromeDriver driver = new ChromeDriver(service, all);
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(3));
        return new Chromium(driver);
    }

    /** What it is driven by. */
    public ChromeDriver driver() {
        return driver;
    }

    /** How wide and high the page is, in pixels; a window cannot be as narrow as a telephone. */
    public void size(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Forgets what this page's origin keeps, and leaves the page: a later test may get the same port, and with it the same origin. */
    public void leave() {
        driver.executeScript("if (location.protocol.startsWith('http')) localStorage.clear()");
        driver.get("about:blank");
    }

    /** The first element of this selector, when it is there. */
    public WebElement await(String selector) {
        return patience(() -> "no " + selector + "; there is: " + text())
                .until(browser -> browser.findElement(By.cssSelector(selector)));
    }

    /** Waits until this is so; looked at again where the page drew itself anew in between. */
    public void await(String what, BooleanSupplier condition) {
        patience(() -> what + "; there is: " + text())
                .ignoring(StaleElementReferenceException.class)
                .until(browser -> condition.getAsBoolean());
    }

    /**
     * Clicks on the first element of this selector when it is there, and again until the click arrives: a page that draws itself anew takes what is
     * clicked on away from under the pointer, and a person would click again too.
     */
    public void click(String selector) {
        patience(() -> "no click arrives at " + selector + "; there is: " + text())
                .ignoring(NoSuchElementException.class)
                .ignoring(StaleElementReferenceException.class)
                .ignoring(ElementNotInteractableException.class)
                .until(browser -> arrives(browser.findElement(By.cssSelector(selector))));
    }

    private boolean arrives(WebElement element) {
        driver.executeScript(
                "const element = arguments[0]; window.arrivedOfTest = false;"
                        + "addEventListener('click', (event) => window.arrivedOfTest = element.contains(event.target), {capture: true, once: true});",
                element);
        element.click();
        // another page, and with it none of this, if the click led there
        return !Boolean.FALSE.equals(driver.executeScript("return window.arrivedOfTest;"));
    }

    private WebDriverWait patience(Supplier<String> message) {
        WebDriverWait wait = new WebDriverWait(driver, PATIENCE, LOOK);
        wait.withMessage(message);
        return wait;
    }

    /** The element with this id, which is there. */
    public WebElement byId(String id) {
        return driver.findElement(By.id(id));
    }

    /** All elements of this selector that are there now. */
    public List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** The visible text of the whole page. */
    public String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** What a script returns, as text. */
    public String script(String body, Object... arguments) {
        return String.valueOf(driver.executeScript(body, arguments));
    }

    /** What an asynchronous function's body returns, as text; the page's modules come by {@code await import("/name.js")}. */
    public String run(String body, Object... arguments) {
        return String.valueOf(driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1]; const given = [...arguments].slice(0, -1);"
                        + "(async (...arguments) => {" + body
                        + "})(...given).then(done, (error) => done('thrown: ' + error.constructor.name"
                        + " + (error.reason ? ' ' + error.reason : '') + ' ' + error.message));",
                arguments));
    }

    /** Errors and warnings in the browser's console since this was asked last: broken scripts, refused resources, violated policies. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(entry -> entry.getMessage())
                .toList();
    }

    /**
     * The barriers that axe-core finds: its rules' names with the elements.
     *
     * @throws IOException if its script cannot be read
     */
    public List<String> barriers() throws IOException {
        try (InputStream axe = Objects.requireNonNull(Chromium.class.getResourceAsStream("/axe.min.js"))) {
            driver.executeScript(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        Object found = driver.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "axe.run(document, {resultTypes: ['violations']}).then(r => done(r.violations.map("
                + "v => v.id + ': ' + v.nodes.map(n => n.target.join(' ') + ' ' + n.failureSummary).join('; '))))");
        return ((List<?>) Objects.requireNonNull(found))
                .stream().map(String::valueOf).toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
