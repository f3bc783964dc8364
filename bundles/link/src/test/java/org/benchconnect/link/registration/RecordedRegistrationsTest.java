package org.benchconnect.link.registration;

import static org.benchconnect.link.registration.Registering.BY;
import static org.benchconnect.link.registration.Registering.OURS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.link.RegistrationReport;
import org.benchconnect.link.registration.NotSentException.Lack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registration leaves this PC only behind the entry in the ledger that says who sent it. */
class RecordedRegistrationsTest {
    @TempDir
    Path home;

    private Registering lab;

    @BeforeEach
    void open() {
        lab = new Registering(home);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void aPreviewHasExactlyTheFiveFieldsThatAreSent() {
        String preview = lab.registrations.preview(OURS);

        assertEquals(
                JsonParser.parseString(
                        "{\"email\":\"a.b@lab.example\",\"name\":\"Somebody Important\",\"instrument\":\"Navios EX\","
                                + "\"instrumentId\":\"flow-2\",\"serial\":\"AB-12\"}"),
                JsonParser.parseString(preview));
        assertEquals(0, lab.waiting());
    }

    @Test
    void whoSentItIsInTheLedgerBeforeItIsInTheOutbox() {
        lab.registrations.send(OURS, BY).join();

        assertEquals(List.of(0L), lab.waitingAtEntry());
        assertEquals(
                List.of(Event.of(EventKind.REGISTRATION_SENT).by(BY).with(Detail.SERIAL, "AB-12")),
                lab.ledger.events());
        assertEquals(
                List.of(new RegistrationReport(OURS)),
                lab.rows().stream().map(OutboxEntry::report).toList());
    }

    @Test
    void theLedgerHasNeitherNameNorAddress() {
        lab.registrations.send(OURS, BY).join();

        String entry = lab.ledger.events().toString();
        assertFalse(entry.contains("Somebody"), entry);
        assertFalse(entry.contains("lab.example"), entry);
    }

    @Test
    void whatTheLedgerDoesNotTakeIsNotSent() {
        lab.ledger.refuse();

        assertEquals(Lack.ENTRY, lab.lack());
        assertEquals(0, lab.waiting());
        assertEquals(Optional.empty(), lab.registrations.last());
    }

    @Test
    void withoutLedgerOrDatabaseNothingIsSent() {
        lab.registrations.unbindLedger(lab.ledger);
        assertEquals(Lack.LEDGER, lab.lack());
        assertEquals(0, lab.waiting());

        lab.registrations.bindLedger(lab.ledger);
        lab.registrations.unbindStore(lab.store);

        assertEquals(Lack.DATABASE, lab.lack());
        assertEquals(List.of(), lab.ledger.events());
    }

    @Test
    void withoutTheSettingsOfStreamsNothingIsSent() {
        lab.store.bindStreams(stream -> false);

        assertEquals(Lack.STREAM, lab.lack());
        assertEquals(0, lab.waiting());
    }
}
