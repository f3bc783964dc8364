package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.SessionState;
import org.benchconnect.core.session.SessionView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every state of remote support on the page, in a real browser: nothing is cut off, no barrier, a picture of each. */
class PageSupportStatesTest {
    @RegisterExtension
    final InABrowser page = new InABrowser();

    private final SupportOnThePage support = new SupportOnThePage(page);

    private Map<String, Runnable> states() {
        FakeSessions sessions = support.sessions();
        return new TreeMap<>(Map.of(
                "1-idle",
                () -> sessions.is(SessionState.IDLE, made -> made.last = sessions.example.last()),
                "2-disabled",
                () -> sessions.is(
                        SessionState.DISABLED, made -> made.hindrances = List.of(SessionView.Hindrance.values())),
                "3-invited",
                () -> sessions.is(SessionState.INVITED, made -> {
                    made.invitation = sessions.example.invitation();
                    made.companion = false;
                }),
                "4-string",
                () -> sessions.is(SessionState.AUTHENTICATED, made -> {
                    made.supporter = ExampleSession.supporter();
                    made.string = Optional.of("482913");
                }),
                "5-view",
                () -> support.asks(Privilege.VIEW_SCREEN),
                "6-control",
                () -> support.connected(made -> {
                    made.permissions = List.of(sessions.example.permission(Privilege.VIEW_SCREEN, null));
                    made.request = Optional.of(sessions.example.asks(Privilege.CONTROL_INPUT, null));
                }),
                "7-clipboard",
                () -> support.connected(made -> made.request =
                        Optional.of(sessions.example.asks(Privilege.SHARE_CLIPBOARD, FileToTransfer.Direction.OUT))),
                "8-file",
                () -> support.connected(
                        made -> made.request = Optional.of(sessions.example.file(FileToTransfer.Direction.IN))),
                "9-allowed",
                () -> support.connected(made -> {
                    made.practice = true;
                    made.permissions = List.of(
                            sessions.example.permission(Privilege.VIEW_SCREEN, null),
                            sessions.example.permission(Privilege.SHARE_CLIPBOARD, FileToTransfer.Direction.IN));
                })));
    }

    /** Until the page shows it. */
    private void show(Map.Entry<String, Runnable> state) {
        String before = text();
        state.getValue().run();
        page.browser().await(state.getKey(), () -> !text().equals(before));
        page.browser().driver().executeScript("document.querySelector('.support').scrollIntoView()");
    }

    /** In one step, because the page may draw itself anew between two. */
    private String text() {
        page.browser().await(".support");
        return page.browser().script("return document.querySelector('.support').innerText");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "it", "es"})
    void nothingIsCutOffAt400PixelsInAnyStateAndTheBarrierCheckFindsNothing(String language)
            throws IOException, InterruptedException {
        page.browser().size(400, 860);
        page.open();
        page.language(language);

        for (Map.Entry<String, Runnable> state : states().entrySet()) {
            show(state);

            support.picture(state.getKey() + "-" + language);
            assertEquals("[]", page.cutOff("body"), state.getKey());
            assertEquals(List.of(), page.browser().barriers(), state.getKey());
        }
        assertFalse(page.says("support."), page.browser().text());
    }

    @Test
    void everyStateHasAPictureOnALargeScreen() throws IOException, InterruptedException {
        page.open();

        for (Map.Entry<String, Runnable> state : states().entrySet()) {
            show(state);
            support.picture(state.getKey() + "-large");
        }

        assertEquals(List.of(), page.browser().complaints());
    }
}
