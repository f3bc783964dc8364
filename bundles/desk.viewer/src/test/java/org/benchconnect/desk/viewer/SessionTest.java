package org.benchconnect.desk.viewer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** One session, from its code to its end, on the real page over the real relay. */
class SessionTest {
    private static final String RED = "220,20,30";

    @RegisterExtension
    final InABrowser page = new InABrowser();

    @Test
    void bothEndsReadTheSameNumber() throws Exception {
        try (TestAgent agent = page.admitted()) {
            String shown = page.byId("string").getText();

            assertEquals(agent.keys().authenticationString(), shown.replace(" ", ""));
            assertTrue(page.byId("string").getSize().getHeight() > 60, "in very large type");
            assertEquals(List.of(), page.browser().complaints());
        }
    }

    @Test
    void nothingIsPaintedBeforeTheViewLease() throws Exception {
        try (TestAgent agent = page.admitted()) {
            page.click("ask-view-screen");
            agent.heard();
            assertEquals(List.of(), page.canvases());

            agent.send(1, Picture.VERSION);

            page.over("Something came that does not belong");
            assertEquals(List.of(), page.canvases());
        }
    }

    @Test
    void aLeaseShowsThePictureAndItsEndLeavesNothingOfIt() throws Exception {
        try (TestAgent agent = page.admitted()) {
            page.given(agent, "view-screen", null);
            picture(agent, 220, 20, 30);
            assertEquals(RED, page.colour(10, 10));

            agent.say("{\"t\":\"ended\",\"privilege\":\"view-screen\"}");

            page.shown("nothing");
            assertEquals(List.of(), page.canvases());
            assertEquals(
                    0,
                    page.browser()
                            .driver()
                            .findElements(By.cssSelector("#place *"))
                            .size());
        }
    }

    @Test
    void everyLeaseHasAStreamOfItsOwn() throws Exception {
        try (TestAgent agent = page.admitted()) {
            page.given(agent, "view-screen", null);
            picture(agent, 220, 20, 30);
            agent.say("{\"t\":\"ended\",\"privilege\":\"view-screen\"}");
            page.shown("nothing");
            agent.received().clear();

            page.given(agent, "view-screen", null);
            picture(agent, 10, 120, 30);

            assertEquals("10,120,30", page.colour(10, 10));
            assertEquals(1, page.canvases().size());
        }
    }

    @Test
    void keysAndPointerAreSentOnlyWhileControlIsAllowed() throws Exception {
        try (TestAgent agent = page.admitted()) {
            page.given(agent, "view-screen", null);
            picture(agent, 220, 20, 30);
            type("a");
            page.given(agent, "control-input", null); // what the page sent before it asked has come
            assertEquals(List.of(), inputSoFar(agent));
            page.awaitText("Keyboard and mouse are yours");

            type("b");

            List<String> allowed = inputUntil(agent, "key b");
            assertTrue(allowed.contains("pointer"), allowed.toString());
            agent.say("{\"t\":\"frozen\",\"frozen\":true}");
            page.shown("frozen");
            new Actions(page.browser().driver()).sendKeys("c").perform(); // to whatever still has the focus
            agent.say("{\"t\":\"frozen\",\"frozen\":false}");
            page.browser().await("shown again", () -> !page.byId("frozen").isDisplayed());
            type("d");
            List<String> after = inputUntil(agent, "key d");
            assertFalse(after.contains("key c"), after.toString());
        }
    }

    @Test
    void aFrozenPictureIsNotSeen() throws Exception {
        try (TestAgent agent = page.admitted()) {
            page.given(agent, "view-screen", null);
            picture(agent, 220, 20, 30);

            agent.say("{\"t\":\"frozen\",\"frozen\":true}");

            page.shown("frozen");
            assertEquals(
                    "hidden",
                    page.browser()
                            .script("return getComputedStyle(document.querySelector('#place canvas')).visibility"));
            assertFalse(page.byId("ask-control-input").isEnabled());
            page.awaitText("Picture paused");
        }
    }

    @Test
    void theClipboardPassesInOneDirectionOnly() throws Exception {
        try (TestAgent agent = page.admitted()) {
            page.given(agent, "view-screen", null);
            picture(agent, 220, 20, 30);
            agent.send(1, Picture.cutText("a patient's name"));
            page.given(agent, "share-clipboard", "out");
            assertEquals("", page.byId("copied").getDomProperty("value"));

            agent.send(1, Picture.cutText("error <b>17</b>"));

            page.browser().await("it came", () -> "error <b>17</b>"
                    .equals(page.byId("copied").getDomProperty("value")));
            assertFalse(page.byId("clipboard-in").isDisplayed());
            page.given(agent, "share-clipboard", "in");
            page.byId("to-paste").sendKeys("caf\u00e9 \u20ac");
            page.awaitText("Characters that will arrive as a question mark: 1");
            page.click("paste");
            byte[] pasted = await(agent, 6);
            assertEquals("6 caf\u00e9 ?", pasted[0] + " " + new String(pasted, 8, pasted.length - 8, ISO_8859_1));
        }
    }

    @Test
    void aWrongPasswordMayBeTypedAgain() throws Exception {
        try (TestAgent agent = page.bench().agent()) {
            page.join();
            agent.handshake();
            agent.say("{\"t\":\"ready\"}");
            assertEquals("{\"t\":\"password\",\"password\":\"23LZ4ABCDE\"}", agent.heard());

            agent.say("{\"t\":\"wrong\"}");

            page.shown("again");
            page.byId("password-again").sendKeys("ZZZZZ 11111", Keys.ENTER);
            assertEquals("{\"t\":\"password\",\"password\":\"ZZZZZ11111\"}", agent.heard());
            agent.say("{\"t\":\"authenticated\"}");
            page.shown("asks");
        }
    }

    @Test
    void leavingIsSaidAndLeavesNothing() throws Exception {
        try (TestAgent agent = page.admitted()) {
            page.given(agent, "view-screen", null);
            picture(agent, 220, 20, 30);
            agent.received().clear();

            page.click("leave");

            page.over("You left.");
            assertEquals("{\"t\":\"leave\"}", agent.heard());
            assertEquals(6, agent.next()[0]);
            assertEquals(List.of(), page.canvases());
            assertFalse(page.byId("string").isDisplayed());
        }
    }

    @Test
    void whoeverStopsItIsSaidInPlainWords() throws Exception {
        try (TestAgent agent = page.admitted()) {
            page.given(agent, "view-screen", null);
            picture(agent, 220, 20, 30);

            agent.say("{\"t\":\"over\",\"why\":\"STOPPED\"}");

            page.over("The person at the instrument stopped it.");
            assertEquals(List.of(), page.canvases());
            page.click("new");
            page.shown("start");
            assertEquals("", page.byId("password").getDomProperty("value"));
        }
    }

    @Test
    void anAgentThatVanishesEndsIt() throws Exception {
        TestAgent agent = page.admitted();

        agent.vanish();

        page.over("The connection ended");
    }

    @Test
    void aCodeThatNobodyHasIsSaid() throws Exception {
        page.join();

        page.over("Nobody waits under this code");
    }

    @Test
    void aRekeyChangesNothingThatOneSees() throws Exception {
        try (TestAgent agent = page.admitted()) {
            page.given(agent, "view-screen", null);
            agent.open(64, 48);
            agent.send(7, new byte[0]);
            agent.send(1, Picture.filled(64, 48, 220, 20, 30));
            agent.send(5, new byte[0]);

            page.browser().await("painted", () -> page.colour(10, 10).equals(RED));
        }
    }

    private void picture(TestAgent agent, int red, int green, int blue) throws Exception {
        agent.open(64, 48);
        agent.send(1, Picture.filled(64, 48, red, green, blue));
        page.browser().await("painted", () -> page.colour(63, 47).equals(red + "," + green + "," + blue));
    }

    /** Clicks on the picture and types. */
    private void type(String text) {
        page.canvases().get(0).click(); // the page takes the pointer: no click arrives there
        page.browser().driver().switchTo().activeElement().sendKeys(text);
    }

    private static List<String> inputSoFar(TestAgent agent) throws Exception {
        List<String> found = new ArrayList<>();
        for (byte[] plain = agent.picture(Duration.ZERO); plain != null; plain = agent.picture(Duration.ZERO)) {
            input(plain).ifPresent(found::add);
        }
        return found;
    }

    /** The input messages that the page sent up to this one, in the order in which it sent them. */
    private static List<String> inputUntil(TestAgent agent, String last) throws Exception {
        List<String> found = new ArrayList<>();
        while (!found.contains(last)) {
            input(picture(agent, () -> "no " + last + " after " + found)).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<String> input(byte[] plain) {
        if (plain[0] == 5) {
            return Optional.of("pointer");
        }
        return plain[0] == 4 && plain[1] == 1 ? Optional.of("key " + (char) plain[7]) : Optional.empty();
    }

    /** The next RFB message of this type. */
    private static byte[] await(TestAgent agent, int type) throws Exception {
        byte[] plain = picture(agent, () -> "no message of type " + type);
        while (plain[0] != type) {
            plain = picture(agent, () -> "no message of type " + type);
        }
        return plain;
    }

    private static byte[] picture(TestAgent agent, Supplier<String> otherwise) throws Exception {
        return Objects.requireNonNull(agent.picture(Duration.ofMinutes(1)), otherwise);
    }
}
