package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.consent.ConsentRequest;
import org.benchconnect.core.feature.Feature;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.text.Language;

/** A question about file transfer on the page, which Maria Rossi may answer. */
record AskedOnThePage(InABrowser page) {
    private static final Feature TRANSFER =
            FakeConsents.feature("org.benchconnect.file-transfer", Set.of(Privilege.TRANSFER_FILES));

    ConsentRequest ask(String author) {
        return page.agent().consents.asks(TRANSFER, Optional.empty(), Language.EN, FakeConsents.text(author));
    }

    /** Opens the page and the question on it. */
    void open() throws IOException, InterruptedException {
        page.open();
        page.browser().click("[id^=open-]");
        page.browser().await("dialog[open]");
        page.awaitText("Closes by itself in");
    }

    /** Her name, and what she types. */
    void fill(String pin) {
        page.choose("Maria Rossi");
        page.enter("ask-pin", pin);
    }

    void assertStillAsking() {
        assertNull(page.agent().consents.given);
        assertEquals(1, page.agent().consents.requests(Language.EN).size());
        assertEquals(1, page.browser().all("dialog[open]").size());
    }
}
