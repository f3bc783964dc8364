package org.benchconnect.desk.viewer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;

/** An agent whose picture stream is none: the session ends, the page goes on. */
class HostileScreenTest {
    private static final byte[] NAME = {'P', 'C'};

    @RegisterExtension
    final InABrowser page = new InABrowser();

    static Stream<Named<byte[]>> openings() {
        return Stream.of(
                Named.of("another version", "RFB 003.003\n".getBytes(US_ASCII)),
                Named.of("other types of security", AgentKeys.join(Picture.VERSION, new byte[] {2, 16, 30})),
                Named.of(
                        "security refused", AgentKeys.join(Picture.VERSION, Picture.SECURITY, new byte[] {0, 0, 0, 1})),
                Named.of("an absurd size", opening(65_535, 65_535, NAME)),
                Named.of("no size", opening(0, 48, NAME)),
                Named.of("one side too long", opening(16_385, 10, NAME)),
                Named.of("too many pixels", opening(16_384, 16_384, NAME)),
                Named.of("an endless name", opening(64, 48, new byte[65])));
    }

    private static byte[] opening(int width, int height, byte[] name) {
        return AgentKeys.join(
                Picture.VERSION, Picture.SECURITY, Picture.ACCEPTED, Picture.serverInit(width, height, name));
    }

    @ParameterizedTest
    @MethodSource("openings")
    void anotherOpeningEndsTheSession(byte[] opening) throws Exception {
        try (TestAgent agent = page.admitted()) {
            page.given(agent, "view-screen", null);

            agent.send(1, opening);

            ended();
        }
    }

    static Stream<Named<byte[]>> messages() {
        byte[] zlibBomb = AgentKeys.join(
                Picture.rectangle(0, 0, 64, 48, 6),
                ByteBuffer.allocate(8).putInt(4).putInt(-1).array());
        return Stream.of(
                Named.of("an absurd new size", Picture.rectangle(0, 0, 65_535, 65_535, -223)),
                Named.of("no new size", Picture.rectangle(0, 0, 0, 0, -223)),
                Named.of("a part outside the picture", Picture.rectangle(60, 40, 64, 48, 0)),
                Named.of("an absurd part", Picture.rectangle(0, 0, 65_535, 65_535, 7)),
                Named.of("an unknown encoding", Picture.rectangle(0, 0, 64, 48, 4711)),
                Named.of("a damaged stream", zlibBomb),
                Named.of("an unknown message", new byte[] {99, 0, 0, 0}),
                Named.of("an extended clipboard", new byte[] {3, 0, 0, 0, -1, -1, -1, -4, 0, 0, 0, 1}),
                Named.of("a colour map", new byte[] {1, 0, 0, 0, 0, 0}));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void whatNoScreenSendsEndsTheSession(byte[] message) throws Exception {
        try (TestAgent agent = page.admitted()) {
            page.given(agent, "view-screen", null);
            agent.open(64, 48);

            agent.send(1, message);

            ended();
        }
    }

    @Test
    void aScreensNameIsNotEvenLookedAt() throws Exception {
        try (TestAgent agent = page.admitted()) {
            page.given(agent, "view-screen", null);

            agent.open(Picture.serverInit(64, 48, "<img src=x onerror=document.title='x'>".getBytes(US_ASCII)));
            agent.send(1, Picture.filled(64, 48, 1, 2, 3));

            page.browser().await("painted", () -> page.colour(5, 5).equals("1,2,3"));
            assertNotEquals("x", page.browser().driver().getTitle());
            assertEquals(List.of(), page.browser().driver().findElements(By.cssSelector("img[src=x]")));
        }
    }

    @Test
    void copiedMarkupStaysText() throws Exception {
        try (TestAgent agent = page.admitted()) {
            page.given(agent, "view-screen", null);
            agent.open(64, 48);
            page.given(agent, "share-clipboard", "out");
            String markup = "</textarea><img src=x onerror=document.title='x'><script>document.title='x'</script>";

            agent.send(1, Picture.cutText(markup));

            page.browser()
                    .await("it came", () -> markup.equals(page.byId("copied").getDomProperty("value")));
            assertNotEquals("x", page.browser().driver().getTitle());
            assertEquals(List.of(), page.browser().driver().findElements(By.cssSelector("img[src=x]")));
        }
    }

    private void ended() {
        page.over("Something came that does not belong into a session");
        assertEquals(List.of(), page.canvases());
        page.click("new");
        page.shown("start");
    }
}
