package org.benchconnect.consent.account;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.benchconnect.core.account.Account;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.account.AccountRefusedException.Reason;
import org.benchconnect.core.account.Accounts.WithRecoveryCode;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.crypto.secret.OneTimeCode;
import org.benchconnect.launcher.storage.testing.FaultyStorage;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;

/** A PC with accounts, whose disk, clocks and restarts a test has in its hands. */
final class Pc {
    static final String QUESTION = "0123456789abcdef0123456789abcdef";
    static final String PIN = "739184";
    static final String OTHER_PIN = "508261";
    static final String WRONG = "640927";
    static final Path HOME = Path.of("/home").toAbsolutePath();
    static final Path INSTALLATION = Path.of("/installation").toAbsolutePath();
    static final Path FILE = HOME.resolve("consent/accounts");

    FaultyStorage storage = new FaultyStorage(HOME, INSTALLATION);
    /** What the wall clock says: anybody can set it. */
    Instant wall = Instant.parse("2027-03-01T08:00:00Z");
    /** What nobody can set. */
    Duration running = Duration.ZERO;
    /** Why a question cannot be used; empty: it can. */
    Optional<AnswerRefusedException.Reason> refused = Optional.empty();

    LedgerInMemory ledger = new LedgerInMemory("0".repeat(32), clock());
    Device device = new Device(1);
    LocalAccounts accounts = started();
    private int uses;

    Clock clock() {
        InstantSource source = () -> wall;
        return source.withZone(ZoneOffset.UTC);
    }

    private LocalAccounts started() {
        LocalAccounts made = new LocalAccounts(storage, HOME, INSTALLATION, clock(), () -> running.toNanos());
        made.identity = device;
        made.ledger = ledger;
        made.questions = new Questions() {
            @Override
            public Question open() {
                return new Question(QUESTION, wall, wall);
            }

            @Override
            public void close(String question) {}

            @Override
            public Use use(String question) throws AnswerRefusedException {
                if (refused.isPresent()) {
                    throw new AnswerRefusedException(refused.get(), "told to");
                }
                uses++;
                return () -> uses--;
            }
        };
        return made;
    }

    /** A restart of the agent; time goes on from the given moment of the monotonic clock, which then begins anew. */
    void restart() {
        running = Duration.ZERO;
        accounts = started();
    }

    void passes(Duration time) {
        running = running.plus(time);
    }

    /** As an administrator of the operating system. */
    String putFirstCode() throws IOException {
        String code = OneTimeCode.fresh();
        Path file = INSTALLATION.resolve(FirstAdministratorFile.NAME);
        storage.create(file, (OneTimeCode.digest(code.toCharArray()) + "\n").getBytes(StandardCharsets.US_ASCII));
        storage.force(file);
        storage.forceFolder(INSTALLATION);
        return code;
    }

    WithRecoveryCode first() throws IOException, AccountRefusedException {
        return accounts.first(QUESTION, putFirstCode().toCharArray(), "Ada Verdi", PIN.toCharArray());
    }

    Account add(Account by, String name, Role role) throws AccountRefusedException {
        return add(by, name, role, Optional.empty());
    }

    /** Temporary staff. */
    Account addUntil(Instant until, Account by, String name, Role role) throws AccountRefusedException {
        return add(by, name, role, Optional.of(until));
    }

    private Account add(Account by, String name, Role role, Optional<Instant> until) throws AccountRefusedException {
        return accounts.add(QUESTION, by.id(), pin(), name, role, until, OTHER_PIN.toCharArray());
    }

    static char[] pin() {
        return PIN.toCharArray();
    }

    static char[] wrong() {
        return WRONG.toCharArray();
    }

    static AccountRefusedException refuses(Reason reason, Executable call) {
        AccountRefusedException refused = Assertions.assertThrows(AccountRefusedException.class, call);
        Assertions.assertEquals(reason, refused.reason(), refused.getMessage());
        return refused;
    }
}
