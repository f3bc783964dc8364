package org.benchconnect.consent.account;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.launcher.storage.Storage;

/** The real accounts over a storage of the test's. In this package, because that is who may make them without a framework. */
public final class AccountsOf {
    private AccountsOf() {}

    /** Those of an agent that starts now. */
    public static LocalAccounts started(
            Storage storage,
            Path home,
            Path installation,
            Clock clock,
            LongSupplier nanos,
            DeviceIdentity identity,
            Ledger ledger,
            Questions questions) {
        LocalAccounts accounts = new LocalAccounts(storage, home, installation, clock, nanos);
        accounts.identity = identity;
        accounts.ledger = ledger;
        accounts.questions = questions;
        return accounts;
    }

    /**
     * What counts when the agent starts.
     *
     * @param people everybody who has an account, with role and what is kept of the PIN
     * @param recovery what is kept of the recovery code
     * @param erasable the ids of closed accounts whose name is kept
     */
    public record Seen(String status, List<String> people, String recovery, List<String> erasable) {
        /** Whether there are accounts on the disk that do not count. */
        public boolean isBroken() {
            return AccountsStatus.valueOf(status).isBroken();
        }
    }

    /** Reads it as the agent does. */
    public static Seen seen(Storage storage, Path home, DeviceIdentity identity, Ledger ledger) throws IOException {
        Custody custody = Custody.open(new AccountFiles(storage, home.resolve("consent")), identity, ledger);
        return new Seen(
                custody.status().name(),
                custody.book().stream()
                        .flatMap(book -> book.open().stream())
                        .map(one ->
                                one.id() + " " + one.role() + " " + one.pin().toText())
                        .sorted()
                        .toList(),
                custody.book().map(AccountBook::recovery).orElse("none"),
                custody.book().stream()
                        .flatMap(book -> book.closed().keySet().stream())
                        .map(Object::toString)
                        .sorted(Comparator.naturalOrder())
                        .collect(Collectors.toList()));
    }

    /** How many PINs count as tried for everybody who has an account, the sum. */
    public static int tried(Storage storage, Path home, DeviceIdentity identity, Ledger ledger) throws IOException {
        Custody custody = Custody.open(new AccountFiles(storage, home.resolve("consent")), identity, ledger);
        return custody.book().stream()
                .flatMap(book -> book.open().stream())
                .mapToInt(one -> custody.tried(one.id()))
                .sum();
    }
}
