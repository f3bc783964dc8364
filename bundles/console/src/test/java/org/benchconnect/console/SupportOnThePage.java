package org.benchconnect.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.SessionState;
import org.openqa.selenium.OutputType;

/** Remote support as a test brings it onto the page, and waits for it there. */
final class SupportOnThePage {
    private static final Path PICTURES = Path.of("target", "support-pictures");

    private final InABrowser page;

    SupportOnThePage(InABrowser page) {
        this.page = page;
    }

    FakeSessions sessions() {
        return page.agent().sessions;
    }

    void connected(Consumer<MadeView> how) {
        sessions().is(SessionState.AUTHENTICATED, made -> {
            made.supporter = ExampleSession.supporter();
            made.compared = true;
            how.accept(made);
        });
    }

    void asks(Privilege privilege) {
        connected(made -> made.request = Optional.of(sessions().example.asks(privilege, null)));
    }

    void awaitYes() {
        page.browser().await("it can be pressed", () -> "false"
                .equals(page.byId("support-yes").getDomAttribute("aria-disabled")));
    }

    void awaitDone(String what) {
        page.browser().await(what, () -> sessions().done.contains(what));
    }

    void picture(String name) throws IOException {
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name + ".png"), page.browser().driver().getScreenshotAs(OutputType.BYTES));
    }
}
