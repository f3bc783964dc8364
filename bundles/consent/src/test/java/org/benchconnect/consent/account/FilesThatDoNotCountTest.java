package org.benchconnect.consent.account;

import static org.benchconnect.consent.account.Pc.OTHER_PIN;
import static org.benchconnect.consent.account.Pc.QUESTION;
import static org.benchconnect.consent.account.Pc.pin;
import static org.benchconnect.consent.account.Pc.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.benchconnect.core.account.Account;
import org.benchconnect.core.account.AccountRefusedException.Reason;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.junit.jupiter.api.Test;

/** What somebody did to the file of the accounts: no account opens, the status says it, and nothing begins anew by itself. */
class FilesThatDoNotCountTest {
    private final Pc pc = new Pc();

    private void opensNothing(Account ada, String status) {
        pc.restart();
        assertEquals(status, pc.accounts.status().subject().toString());
        assertEquals(List.of(), pc.accounts.all());
        refuses(Reason.NOT_AVAILABLE, () -> pc.accounts.check(ada.id(), pin()));
        refuses(Reason.NOT_AVAILABLE, () -> pc.add(ada, "Eve", Role.LABORATORY_ADMINISTRATOR));
    }

    @Test
    void aChangedByteOpensNoAccount() throws Exception {
        Account ada = pc.first().account();
        byte[] bytes = pc.storage.read(Pc.FILE, 1 << 20).orElseThrow();
        bytes[bytes.length / 2] ^= 1;
        pc.storage.create(Pc.FILE, bytes);

        opensNothing(ada, "ACCOUNTS_CHANGED");
    }

    @Test
    void anotherDevicesFileOpensNoAccount() throws Exception {
        Account ada = pc.first().account();
        pc.device = new Device(2);
        pc.storage.create(
                Pc.FILE,
                AccountFiles.seal(new Device(3), new AccountBook(pc.ledger.id(), "0".repeat(64), List.of(), Map.of())));

        opensNothing(ada, "ACCOUNTS_CHANGED");
    }

    @Test
    void anOlderFileOpensNoAccount() throws Exception {
        Account ada = pc.first().account();
        byte[] older = pc.storage.read(Pc.FILE, 1 << 20).orElseThrow();
        Account bruno = pc.add(ada, "Bruno", Role.LABORATORY_USER);
        pc.accounts.remove(ada.id(), pin(), bruno.id());
        pc.storage.create(Pc.FILE, older);

        opensNothing(ada, "ACCOUNTS_OLDER");
    }

    @Test
    void aDeletedFileIsNoNewBeginning() throws Exception {
        String code = pc.putFirstCode();
        Account ada = pc.accounts
                .first(QUESTION, code.toCharArray(), "Ada Verdi", pin())
                .account();
        pc.storage.delete(Pc.FILE);

        opensNothing(ada, "ACCOUNTS_MISSING");
        refuses(Reason.WRONG_CODE, () -> pc.accounts.first(QUESTION, code.toCharArray(), "Eve", pin()));
    }

    @Test
    void anAdministratorOfTheOperatingSystemBeginsAnewWithANewCodeAndTheOldFileIsKept() throws Exception {
        Account ada = pc.first().account();
        byte[] broken = "nonsense".getBytes(StandardCharsets.US_ASCII);
        pc.storage.create(Pc.FILE, broken);
        opensNothing(ada, "ACCOUNTS_CHANGED");

        Account again = pc.first().account();

        assertEquals(List.of(again), pc.accounts.all());
        assertTrue(pc.storage.names(Pc.FILE.getParent()).contains("accounts.broken-1"));
        var newest = pc.ledger.entries.get(pc.ledger.entries.size() - 1).event();
        assertEquals(EventKind.ACCOUNT_ADDED, newest.kind());
        assertEquals("ACCOUNTS_CHANGED", newest.details().get(Detail.REASON));
        pc.restart();
        assertEquals(again, pc.accounts.check(again.id(), pin()));
    }

    @Test
    void aNewLedgerAfterABreakKeepsTheAccountsAndNamesThem() throws Exception {
        Account ada = pc.first().account();
        pc.ledger = LedgerInMemory.afterBroken("1".repeat(32), pc.clock());
        pc.restart();

        assertEquals(ada, pc.accounts.check(ada.id(), pin()));
        assertTrue(pc.ledger.kinds().contains(EventKind.ACCOUNT_CHANGED));
        byte[] older = pc.storage.read(Pc.FILE, 1 << 20).orElseThrow();
        pc.accounts.changePin(QUESTION, ada.id(), pin(), OTHER_PIN.toCharArray());
        pc.storage.create(Pc.FILE, older);
        opensNothing(ada, "ACCOUNTS_OLDER");
    }

    @Test
    void aRemovedAdministratorDoesNotComeBackWithAnOlderFileAndADeletedLedger() throws Exception {
        Account ada = pc.first().account();
        Account eve = pc.add(ada, "Eve", Role.LABORATORY_ADMINISTRATOR);
        byte[] older = pc.storage.read(Pc.FILE, 1 << 20).orElseThrow();
        pc.accounts.remove(ada.id(), pin(), eve.id());

        pc.storage.create(Pc.FILE, older);
        pc.ledger = new LedgerInMemory("2".repeat(32), pc.clock());

        opensNothing(eve, "ACCOUNTS_OLDER");
        Account again = pc.first().account();
        assertEquals(List.of(again), pc.accounts.all());
    }

    @Test
    void aLedgerThatTakesNothingStopsWhatRaisesRightsAndChangesNothing() throws Exception {
        Account ada = pc.first().account();
        pc.ledger.refuses = true;

        refuses(Reason.NOT_AVAILABLE, () -> pc.add(ada, "Bruno", Role.LABORATORY_USER));

        assertEquals(List.of(ada), pc.accounts.all());
        pc.ledger.refuses = false;
        pc.restart();
        assertEquals(List.of(ada), pc.accounts.all());
    }
}
