package org.benchconnect.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.LedgerException;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.benchconnect.ledger.testing.TestDevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    private static final Path FOLDER = Path.of("home", "ledger");

    private final MemoryStorage storage = new MemoryStorage();
    private final TestDevice device = new TestDevice();

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasTheSameKeys(Language language) throws Exception {
        assertEquals(
                texts(Language.EN).byKey().keySet(), texts(language).byKey().keySet());
    }

    @Test
    void everyStatusIsSaidWhollyInEveryLanguage() throws Exception {
        Set<LedgerStatus> seen = EnumSet.noneOf(LedgerStatus.class);

        for (Status status : statuses()) {
            seen.add(LedgerStatus.valueOf(status.subject().toString()));
            for (Language language : Language.values()) {
                String said = texts(language).get("status." + status.subject(), status.facts());

                assertFalse(said.contains("\u2013") || said.contains("{") || said.startsWith("status."), said);
            }
        }

        assertEquals(EnumSet.allOf(LedgerStatus.class), seen);
    }

    private List<Status> statuses() throws IOException {
        Status none = LedgerStatus.notOpen();
        FileLedger ledger = open();
        Status notSigned = LedgerStatus.of(ledger);
        ledger.signer(device);
        Status usual = LedgerStatus.of(ledger);
        storage.full = true;
        assertThrows(LedgerException.class, () -> ledger.append(Event.of(EventKind.CONSENT_GIVEN)));
        Status full = LedgerStatus.of(ledger);
        storage.full = false;
        storage.files.remove(FOLDER.resolve("entries"));
        Status evidence = LedgerStatus.of(open());
        return List.of(none, notSigned, usual, full, evidence);
    }

    private FileLedger open() throws IOException {
        Later never = new Later() {
            @Override
            public void run(Runnable task) {
                task.run();
            }

            @Override
            public void in(Duration delay, Runnable task) {
                // no time passes
            }

            @Override
            public void end() {
                // nothing runs
            }
        };
        return new FileLedger(
                storage, Reads.through(storage), FOLDER, Optional.empty(), () -> Instant.EPOCH, never, head -> {});
    }

    private static Texts texts(Language language) throws IOException {
        InputStream file = TextsTest.class.getResourceAsStream("/" + language.file());
        return Texts.read(language, Objects.requireNonNull(file, "a language has its file"));
    }
}
