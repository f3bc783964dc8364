package org.benchconnect.tests.session;

import java.util.List;
import java.util.Map;
import org.benchconnect.testing.browser.Chromium;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.lab.LabPc;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The agent's own page in a browser on the screen of the PC, which fills it. It notes each key and each press of a button of the mouse that reaches it. */
final class OwnPage implements AutoCloseable {
    private static final List<String> HOW = List.of(
            "--kiosk",
            "--window-position=0,0",
            "--window-size=800,600",
            "--force-device-scale-factor=1",
            "--disable-infobars",
            "--password-store=basic");

    private final Chromium browser;
    private final ChromeDriver driver;

    /** Opens it, signed in, and waits until it says how remote support is. */
    OwnPage(SupportedPc pc, String display) throws Exception {
        Programs.require("chromium", "chromedriver");
        browser = Chromium.start(HOW, Map.of("DISPLAY", display));
        driver = browser.driver();
        try {
            driver.get(pc.ownPage());
            Await.until("the page knows of remote support", LabPc.PATIENCE, () -> is("#support"));
            driver.executeScript("window.heardOfTest = [];"
                    + "addEventListener('keydown', (event) => heardOfTest.push(event.key), true);"
                    + "addEventListener('pointerdown', () => heardOfTest.push('press'), true);");
        } catch (Exception | AssertionError e) {
            browser.close();
            throw e;
        }
    }

    /** Whether it shows something of this selector. */
    boolean is(String selector) {
        List<WebElement> found = driver.findElements(By.cssSelector(selector));
        return !found.isEmpty() && found.get(0).isDisplayed();
    }

    /** Waits until it can be answered with a yes. */
    void awaitYes() throws Exception {
        Await.until("a yes would count: " + text(), LabPc.PATIENCE, () -> is("#support-yes[aria-disabled=false]"));
    }

    /** Where the middle of it is on the screen, as parts of 800 and 600 pixels. */
    double[] middle(String selector) {
        Object found = ((JavascriptExecutor) driver)
                .executeScript(
                        "const e = document.querySelector(arguments[0]); e.scrollIntoView({block: 'center'});"
                                + "const r = e.getBoundingClientRect();"
                                + "return [(screenX + r.x + r.width / 2) / 800, (screenY + outerHeight - innerHeight + r.y + r.height / 2) / 600];",
                        selector);
        List<?> both = (List<?>) found;
        return new double[] {((Number) both.get(0)).doubleValue(), ((Number) both.get(1)).doubleValue()};
    }

    /** What reached it so far, in its order. */
    List<String> heard() {
        Object found = driver.executeScript("return heardOfTest;");
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    /** What it says. */
    String text() {
        return browser.text();
    }

    @Override
    public void close() {
        browser.close();
    }
}
