package org.benchconnect.consent.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.crypto.secret.PinHash;
import org.benchconnect.launcher.storage.testing.DiskState;
import org.benchconnect.launcher.storage.testing.FaultyStorage;
import org.benchconnect.launcher.storage.testing.Loss;
import org.benchconnect.launcher.storage.testing.PowerLoss;
import org.benchconnect.ledger.testing.TestDevice;
import org.benchconnect.ledger.testing.TestLedger;
import org.junit.jupiter.api.Test;

/** Accounts and the real ledger on a disk that loses power after any operation: what was acknowledged is there, what was not is there whole or not at all. */
class AccountsUnderPowerLossTest {
    private static final Path HOME = Path.of("/home").toAbsolutePath();
    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
    private static final AccountId ADA = new AccountId("00000000000000aa");
    private static final AccountId BRUNO = new AccountId("00000000000000bb");
    private static final PinHash PIN = PinHash.ofNothing();

    private final Device device = new Device(1);
    private final TestDevice signer = new TestDevice();
    /** What callers were told: how many changes were done, how many PINs of Ada counted. */
    private record Known(int changes, int tried) {}

    private volatile Known known = new Known(0, 0);

    @Test
    void nothingAcknowledgedIsForgottenAndNothingIsHalf() throws Exception {
        FaultyStorage storage = new FaultyStorage(HOME);
        TestLedger ledger = TestLedger.open(storage, HOME, signer, NOW);
        PowerLoss<Known> loss = PowerLoss.on(storage, Loss.OF_POWER, () -> known);
        Custody custody = open(storage, ledger);

        custody.commit(
                new AccountBook(ledger.id(), "0".repeat(64), List.of(member(ADA, "Ada")), Map.of()),
                event(EventKind.ACCOUNT_ADDED, ADA));
        known = new Known(1, 0);
        custody.count(ADA, NOW);
        known = new Known(1, 1);
        custody.count(ADA, NOW);
        known = new Known(1, 2);
        AccountBook book = custody.book().orElseThrow();
        custody.commit(book.add(member(BRUNO, "Bruno")), event(EventKind.ACCOUNT_ADDED, BRUNO));
        known = new Known(2, 2);
        book = custody.book().orElseThrow();
        custody.commit(book.close(book.find(BRUNO).orElseThrow()), event(EventKind.ACCOUNT_REMOVED, BRUNO));
        known = new Known(3, 2);
        PowerLoss.Counts counts = loss.check(this::isSound);

        assertTrue(counts.states() > 50, counts::toString);
    }

    private void isSound(DiskState left, Known acknowledged) throws IOException {
        FaultyStorage again = left.storage();
        Custody custody = open(again, TestLedger.open(again, HOME, signer, NOW));

        assertFalse(custody.status().isBroken(), () -> custody.status().toString());
        Optional<AccountBook> book = custody.book();
        int changes = book.isEmpty()
                ? 0
                : book.get().open().size() == 2 ? 2 : book.get().closed().isEmpty() ? 1 : 3;
        assertTrue(changes >= acknowledged.changes(), "forgotten: " + changes);
        assertTrue(changes <= acknowledged.changes() + 1, "too much: " + changes);
        assertTrue(custody.tried(ADA) >= acknowledged.tried(), "a PIN was not counted");
        if (book.isPresent()) {
            custody.commit(book.get().withRecovery("1".repeat(64)), event(EventKind.ACCOUNT_CHANGED, ADA));
            assertEquals("1".repeat(64), custody.book().orElseThrow().recovery());
        }
    }

    private Custody open(FaultyStorage storage, TestLedger ledger) throws IOException {
        return Custody.open(new AccountFiles(storage, HOME.resolve("consent")), device, ledger);
    }

    private static Member member(AccountId id, String name) {
        Role role = id.equals(ADA) ? Role.LABORATORY_ADMINISTRATOR : Role.LABORATORY_USER;
        return new Member(id, PersonName.of(name), role, Optional.empty(), PIN);
    }

    private static Event event(EventKind kind, AccountId id) {
        return Event.of(kind).with(Detail.ACCOUNT, id.value());
    }
}
