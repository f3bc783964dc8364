package org.benchconnect.tests.session;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.benchconnect.crypto.testing.TestSupporters.Person;
import org.benchconnect.testing.browser.Chromium;
import org.benchconnect.tests.Await;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** The supporter in front of the page, in a real browser. The page can be made to send what it would hold back, so that the agent alone decides. */
final class SupporterPage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final SupportDesk desk;
    private final Chromium browser;
    private final ChromeDriver driver;

    SupporterPage(SupportDesk desk, Chromium browser) {
        this.desk = desk;
        this.browser = browser;
        this.driver = browser.driver();
    }

    /** A browser with a large window that shows nothing on any screen. */
    static Chromium browser() {
        Programs.require("chromium", "chromedriver");
        return Chromium.start(List.of("--headless", "--window-size=1200,900"), Map.of());
    }

    /** The page, fresh. */
    void open() throws Exception {
        driver.get("about:blank");
        driver.get(desk.page() + "/");
        shown("start");
    }

    /** Opens the page, fills it in and joins. */
    void join(SupportedPc.Invitation invitation, Person who) throws Exception {
        join(invitation.code(), invitation.password(), who);
    }

    void join(String code, String password, Person who) throws Exception {
        open();
        byId("code").sendKeys(code);
        byId("password").sendKeys(password);
        byId("key-file").sendKeys(desk.keyFile(who).toString());
        byId("chain-file").sendKeys(desk.chainFile(who).toString());
        browser.click("#join-button");
    }

    WebElement byId(String id) {
        return browser.byId(id);
    }

    /** Waits until this part of the page is shown. */
    void shown(String id) throws Exception {
        await(id + " is shown", () -> byId(id).isDisplayed());
    }

    /** Waits for something that the page says or does. */
    void await(String what, Callable<Boolean> condition) throws Exception {
        try {
            Await.until(what, PATIENCE, () -> isSo(condition));
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "; the page says: " + text(), e);
        }
    }

    /** Not where the page draws itself anew. */
    private static boolean isSo(Callable<Boolean> condition) throws Exception {
        try {
            return condition.call();
        } catch (NoSuchElementException | StaleElementReferenceException | ElementNotInteractableException drawnAnew) {
            return false;
        }
    }

    /** The six digits. */
    String string() {
        return byId("string").getText().replace(" ", "");
    }

    /** Asks for a permission; with a direction for the clipboard. */
    void ask(String privilege) {
        browser.click("#ask-" + privilege);
    }

    /** none, asked, given, refused or ended. */
    String permission(String privilege) {
        String state = byId("ask-" + privilege).findElement(By.xpath("..")).getDomAttribute("class");
        return state == null ? "" : state;
    }

    void awaitPermission(String privilege, String state) throws Exception {
        await(privilege + " is " + state, () -> permission(privilege).equals(state));
    }

    /** How many pictures are on the page. */
    int canvases() {
        return driver.findElements(By.cssSelector("canvas")).size();
    }

    /** How many different colours the picture has, 0 without one. */
    long colours() {
        Object found = driver.executeScript(
                "const c = document.querySelector('#place canvas');"
                        + "if (!c || !c.width || !c.height) return 0;"
                        + "return new Set(new Uint32Array(c.getContext('2d').getImageData(0, 0, c.width, c.height).data.buffer)).size;");
        return found instanceof Number number ? number.longValue() : -1;
    }

    /** Waits until something is painted. */
    void painted() throws Exception {
        await("something is painted", () -> colours() > 1);
    }

    /** Whoever holds the page makes it send every key and movement, whatever the agent said. Before the view is given. */
    void sendsEverything() {
        run(
                "const { Screen } = await import('/screen.js'); const { default: RFB } = await import('/novnc/core/rfb.js');"
                        + "const control = Screen.prototype.control; const focus = RFB.prototype._setDesktopName;"
                        + "Screen.prototype.control = function () { control.call(this, true); window.screenOfTest = this; };"
                        + "RFB.prototype._setDesktopName = function (name) { window.rfbOfTest = this; focus.call(this, name); };"
                        + "window.constructorOfTest = RFB;");
    }

    /** Puts text into a message for the instrument's clipboard, as only a page that {@linkplain #sendsEverything sends everything} does. */
    void pasteAnyway(String text) {
        driver.executeScript("window.screenOfTest.paste(arguments[0]);", text);
    }

    /** Remembers what comes of the picture stream, to be looked through for words. Before the view is given. */
    void remembersWhatComes() {
        run(
                "const { RfbSocket } = await import('/rfb-socket.js'); const deliver = RfbSocket.prototype.deliver; window.cameOfTest = '';"
                        + "RfbSocket.prototype.deliver = function (bytes) {"
                        + "  window.cameOfTest += new TextDecoder('latin1').decode(bytes); deliver.call(this, bytes); };");
    }

    /** Whether these words came in the picture stream. */
    boolean came(String words) {
        return Boolean.TRUE.equals(driver.executeScript("return window.cameOfTest.includes(arguments[0]);", words));
    }

    private void run(String body) {
        String thrown = browser.run(body + " return '';");
        if (!thrown.isEmpty()) {
            throw new AssertionError(thrown);
        }
    }

    /** Clicks on the picture at this part of its width and height, and types. */
    void clickAndType(double across, double down, CharSequence... keys) {
        WebElement canvas = driver.findElement(By.cssSelector("#place canvas"));
        int x = (int) Math.round(canvas.getSize().getWidth() * (across - 0.5));
        int y = (int) Math.round(canvas.getSize().getHeight() * (down - 0.5));
        new Actions(driver).moveToElement(canvas, x, y).click().perform();
        if (keys.length > 0) {
            driver.switchTo().activeElement().sendKeys(keys);
        }
    }

    /** The same past the page: the picture's own client sends a click at this part of the picture, even where the page covers it. */
    void clickAnyway(double across, double down) {
        driver.executeScript(
                "const rfb = window.rfbOfTest;"
                        + "const x = Math.round(arguments[0] * rfb._fbWidth), y = Math.round(arguments[1] * rfb._fbHeight);"
                        + "for (const mask of [0, 1, 0]) window.constructorOfTest.messages.pointerEvent(rfb._sock, x, y, mask);",
                across,
                down);
    }

    /** Keys by their names, likewise. */
    void typeAnyway(String... keys) {
        driver.executeScript(
                "const codes = {Tab: 0xff09, Enter: 0xff0d, Space: 0x20};"
                        + "for (const key of arguments[0]) window.rfbOfTest.sendKey(codes[key], key);",
                List.of(keys));
    }

    /** Waits until the session is over; what the page says of it. */
    String over() throws Exception {
        shown("over");
        return byId("why").getText();
    }

    /** Everything that the page says. */
    String text() {
        return browser.text();
    }

    ChromeDriver driver() {
        return driver;
    }

    @Override
    public void close() {
        browser.close();
    }
}
