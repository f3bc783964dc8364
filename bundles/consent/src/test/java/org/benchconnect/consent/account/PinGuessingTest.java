package org.benchconnect.consent.account;

import static org.benchconnect.consent.account.Pc.pin;
import static org.benchconnect.consent.account.Pc.refuses;
import static org.benchconnect.consent.account.Pc.wrong;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.account.Account;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.AccountRefusedException.Reason;
import org.benchconnect.core.account.Role;
import org.benchconnect.launcher.storage.testing.Fault;
import org.junit.jupiter.api.Test;

/** What somebody gets who tries PINs. */
class PinGuessingTest {
    private final Pc pc = new Pc();

    @Test
    void takesAsLongAsPromisedWhateverIsRestartedAndHoweverTheClockIsSet() throws Exception {
        AccountId id = pc.first().account().id();
        Duration promised = Duration.ZERO;
        for (int wrong = 1; wrong < 14; wrong++) {
            promised = promised.plus(LockOut.after(wrong));
        }

        Duration taken = Duration.ZERO;
        int guesses = 0;
        while (guesses < 14) {
            if (guesses % 3 == 2) {
                pc.restart();
            }
            pc.wall = guesses % 2 == 0 ? pc.wall.plus(Duration.ofDays(400)) : Instant.parse("2020-01-01T00:00:00Z");
            Duration wait = pc.accounts.all().get(0).locked();
            if (!wait.isZero()) {
                refuses(Reason.LOCKED, () -> pc.accounts.check(id, pin()));
                pc.passes(wait);
                taken = taken.plus(wait);
            }
            refuses(Reason.WRONG_PIN, () -> pc.accounts.check(id, wrong()));
            guesses++;
        }

        assertTrue(taken.compareTo(promised) >= 0, taken + " is less than " + promised);
        assertEquals(Duration.ofHours(1), LockOut.after(14));
    }

    @Test
    void theRightPinIsRefusedWhileNoneIsTakenAndTakenAfterwards() throws Exception {
        AccountId id = pc.first().account().id();
        refuses(Reason.WRONG_PIN, () -> pc.accounts.check(id, wrong()));
        refuses(Reason.WRONG_PIN, () -> pc.accounts.check(id, wrong()));
        Duration wait =
                refuses(Reason.WRONG_PIN, () -> pc.accounts.check(id, wrong())).remaining();

        assertEquals(Duration.ofSeconds(30), wait);
        pc.passes(Duration.ofSeconds(29));
        assertEquals(
                Duration.ofSeconds(1),
                refuses(Reason.LOCKED, () -> pc.accounts.check(id, pin())).remaining());
        pc.passes(Duration.ofSeconds(1));
        assertEquals(Duration.ZERO, pc.accounts.check(id, pin()).locked());
        refuses(Reason.WRONG_PIN, () -> pc.accounts.check(id, wrong()));
        assertEquals(Duration.ZERO, pc.accounts.all().get(0).locked());
    }

    @Test
    void aKillBetweenCountingAndComparingLosesNoCount() throws Exception {
        AccountId id = pc.first().account().id();
        AccountFiles files = new AccountFiles(pc.storage, Pc.HOME.resolve("consent"));
        for (int guess = 0; guess < 3; guess++) {
            Custody.open(files, pc.device, pc.ledger).count(id, pc.wall); // and there the process ends
        }
        pc.restart();

        assertEquals(Duration.ofSeconds(30), pc.accounts.all().get(0).locked());
    }

    @Test
    void anOlderFileOfAttemptsGivesNoNewOnes() throws Exception {
        AccountId id = pc.first().account().id();
        pc.accounts.check(id, pin());
        Path file = Pc.FILE.resolveSibling(AccountFiles.ATTEMPTS);
        byte[] before = pc.storage.read(file, 1 << 20).orElseThrow();
        for (int i = 0; i < 3; i++) {
            refuses(Reason.WRONG_PIN, () -> pc.accounts.check(id, wrong()));
        }

        pc.storage.create(file, before);
        pc.restart();
        assertFalse(pc.accounts.all().get(0).locked().isZero());
        pc.storage.delete(file);
        pc.restart();
        assertFalse(pc.accounts.all().get(0).locked().isZero());
        pc.storage.create(file, "nonsense".getBytes(StandardCharsets.US_ASCII));
        pc.restart();
        refuses(Reason.LOCKED, () -> pc.accounts.check(id, pin()));
    }

    @Test
    void anUnknownAccountTakesTheSameWorkAsAWrongPin() throws Exception {
        AccountId id = pc.first().account().id();
        pc.accounts.check(id, pin());

        long wrong = work(() -> refuses(Reason.WRONG_PIN, () -> pc.accounts.check(id, wrong())));
        long unknown =
                work(() -> refuses(Reason.UNKNOWN, () -> pc.accounts.check(new AccountId("0".repeat(16)), wrong())));

        assertTrue(wrong > 19 << 20, "Argon2id takes 19 MiB, this took " + wrong);
        assertTrue(unknown > 19 << 20, "Argon2id takes 19 MiB, this took " + unknown);
    }

    /** In bytes of memory: of time a test cannot be sure. */
    private long work(Runnable call) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        call.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void aFullDiskThatCannotCountRefusesAndBreaksNothingElse() throws Exception {
        Account ada = pc.first().account();
        pc.storage.failFrom(1, Fault.NO_SPACE);

        refuses(Reason.NOT_AVAILABLE, () -> pc.accounts.check(ada.id(), pin()));
        refuses(Reason.NOT_AVAILABLE, () -> pc.add(ada, "Bruno", Role.LABORATORY_USER));

        assertEquals(List.of(ada), pc.accounts.all());
        assertEquals(Optional.of("Ada Verdi"), pc.accounts.name(ada.id()));
        assertEquals("ACCOUNTS_READY", pc.accounts.status().subject().toString());
        pc.storage.heal();
        assertEquals(ada, pc.accounts.check(ada.id(), pin()));
    }
}
