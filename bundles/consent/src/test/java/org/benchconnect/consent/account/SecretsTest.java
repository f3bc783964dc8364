package org.benchconnect.consent.account;

import static org.benchconnect.consent.account.Pc.OTHER_PIN;
import static org.benchconnect.consent.account.Pc.PIN;
import static org.benchconnect.consent.account.Pc.QUESTION;
import static org.benchconnect.consent.account.Pc.pin;
import static org.benchconnect.consent.account.Pc.refuses;
import static org.benchconnect.consent.account.Pc.wrong;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.benchconnect.core.account.Account;
import org.benchconnect.core.account.AccountRefusedException.Reason;
import org.benchconnect.core.account.Accounts.WithRecoveryCode;
import org.benchconnect.core.account.Role;
import org.junit.jupiter.api.Test;

/** PINs, codes and names do not stand where others read. */
class SecretsTest {
    private final Pc pc = new Pc();

    @Test
    void pinsAndCodesAreWipedWhateverComesOfThem() throws Exception {
        Account ada = pc.first().account();
        char[][] given = {pin(), wrong(), pin(), OTHER_PIN.toCharArray(), "1".toCharArray(), "CODE".toCharArray()};

        pc.accounts.check(ada.id(), given[0]);
        refuses(Reason.WRONG_PIN, () -> pc.accounts.check(ada.id(), given[1]));
        pc.accounts.changePin(QUESTION, ada.id(), given[2], given[3]);
        refuses(Reason.WEAK_PIN, () -> pc.accounts.recover(QUESTION, given[5], ada.id(), given[4]));

        for (char[] each : given) {
            assertArrayEquals(new char[each.length], each);
        }
    }

    @Test
    void nothingOfAPinOrANameIsInTheLedgerOrInWhatPrintsItself() throws Exception {
        WithRecoveryCode first = pc.first();
        Account ada = first.account();
        Account bruno = pc.add(ada, "Bruno", Role.LABORATORY_USER);
        refuses(Reason.WRONG_PIN, () -> pc.accounts.check(bruno.id(), wrong()));
        pc.accounts.remove(ada.id(), pin(), bruno.id());

        Custody custody = Custody.open(new AccountFiles(pc.storage, Pc.HOME.resolve("consent")), pc.device, pc.ledger);
        AccountBook book = custody.book().orElseThrow();
        String printed = pc.ledger.entries + " " + book + book.open() + book.closed() + first + custody
                + PersonName.of("Ada Verdi") + pc.accounts.status();

        for (String secret : List.of(PIN, OTHER_PIN, "Ada", "Verdi", "Bruno", first.recoveryCode())) {
            assertFalse(printed.contains(secret), secret);
        }
        assertFalse(printed.contains("argon2"), printed);
    }

    @Test
    void theFilesShowNothing() throws Exception {
        pc.first();

        String sealed = new String(pc.storage.read(Pc.FILE, 1 << 20).orElseThrow(), StandardCharsets.ISO_8859_1);

        assertFalse(sealed.contains("argon2"));
        assertFalse(sealed.contains("account"));
    }
}
