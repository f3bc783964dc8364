package org.benchconnect.link.registration;

import static org.benchconnect.link.registration.Registering.BY;
import static org.benchconnect.link.registration.Registering.NOON;
import static org.benchconnect.link.registration.Registering.OURS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.link.Registrations.Sent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of the registration that was sent last, over restarts and without the database. */
class LastRegistrationTest {
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
    void theLastIsAcknowledgedWhenItsRowIsOut() {
        lab.ordinary(3);
        lab.registrations.send(OURS, BY).join();
        lab.ordinary(3);
        assertEquals(Optional.of(new Sent(OURS, NOON, false)), lab.registrations.last());

        lab.acknowledge(4);

        assertEquals(Optional.of(new Sent(OURS, NOON, true)), lab.registrations.last());
    }

    @Test
    void whatWasSetAsideIsNotSaidToBeAcknowledged() {
        lab.registrations.send(OURS, BY).join();

        lab.store
                .write(tables -> {
                    tables.outbox().remove(1);
                    return 1;
                })
                .join();

        assertEquals(Optional.of(new Sent(OURS, NOON, false)), lab.registrations.last());
    }

    @Test
    void whatWentWithTheDatabaseIsNotSaidToBeAcknowledged() throws IOException {
        lab.registrations.send(OURS, BY).join();
        lab.close();
        lab.loseDatabase();

        lab.open();
        lab.ordinary(1);
        lab.acknowledge(1);

        assertEquals(Optional.of(new Sent(OURS, NOON, false)), lab.registrations.last());
    }

    @Test
    void thatItWasAcknowledgedIsRememberedWithoutTheDatabase() throws IOException {
        lab.registrations.send(OURS, BY).join();
        lab.acknowledge(1);
        lab.registrations.look();
        lab.close();
        lab.loseDatabase();

        lab.open();

        assertEquals(Optional.of(new Sent(OURS, NOON, true)), lab.registrations.last());
    }

    @Test
    void theLastIsRememberedOverARestart() {
        lab.registrations.send(SampleRegistration.of("Somebody Else"), BY).join();
        lab.registrations.send(OURS, BY).join();

        lab.close();
        lab.open();

        assertEquals(Optional.of(new Sent(OURS, NOON, false)), lab.registrations.last());
    }

    @Test
    void aFileThatIsNotOursIsNoRegistration() throws IOException {
        Path file = home.resolve("data/registration.json");
        lab.registrations.send(OURS, BY).join();
        String ours = Files.readString(file);
        for (String other : List.of(
                "",
                "{}",
                ours.replace("AB-12", "no digit"),
                ours.replace("\"row\":1", "\"row\":1.5"),
                ours.replace("\"row\":1", "\"row\":\"1\""),
                ours.replace(NOON.toString(), "yesterday"),
                ours + ours,
                " ".repeat(5000) + ours)) {
            Files.writeString(file, other);

            RecordedRegistrations again = lab.another();

            assertEquals(Optional.empty(), again.last(), other);
            again.close();
        }
    }

    @Test
    void whatIsKeptReadsTheSame() throws Exception {
        Kept kept = new Kept(SampleRegistration.of("Zoë \"李\" O'Neil"), NOON, 7, 2, true);

        assertEquals(kept, Kept.decode(kept.encode().getBytes(StandardCharsets.UTF_8)));
    }
}
