package org.benchconnect.consent.account;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.benchconnect.consent.account.AccountChanges.Now;
import org.benchconnect.core.account.Account;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.account.Accounts;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.status.StatusSource;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.launcher.storage.Disk;
import org.benchconnect.launcher.storage.Storage;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts of this PC: read when keys and ledger are there, changed only together with the ledger. One call at a time, so that guesses wait in line.
 * PINs are wiped before a call returns, whatever comes of it.
 */
@Component(service = {Accounts.class, StatusSource.class})
public final class LocalAccounts implements Accounts, StatusSource {
    private static final Logger LOG = LoggerFactory.getLogger(LocalAccounts.class);

    private final AccountFiles files;
    private final Clock clock;
    private final PinJudge judge;
    private final AccountChanges changes;
    /** What was read, and with what. Guarded by this. */
    private @Nullable Custody custody;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable DeviceIdentity identity;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Ledger ledger;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable Questions questions;

    /** Of this PC. */
    @Activate
    public LocalAccounts(BundleContext context) {
        this(
                Disk.forOwner(),
                Path.of(Objects.requireNonNull(context.getProperty(Platform.HOME), Platform.HOME)),
                Path.of(Objects.requireNonNull(context.getProperty(Platform.INSTALLATION), Platform.INSTALLATION)),
                Clock.systemUTC(),
                System::nanoTime);
    }

    LocalAccounts(Storage storage, Path home, Path installation, Clock clock, LongSupplier nanos) {
        this.files = new AccountFiles(storage, home.resolve("consent"));
        this.clock = clock;
        this.judge = new PinJudge(new Waits(nanos));
        this.changes = new AccountChanges(judge, new FirstAdministratorFile(storage, installation));
    }

    @Override
    public synchronized List<Account> all() {
        Custody held = held();
        return held == null
                ? List.of()
                : held.book()
                        .map(book -> book.open().stream()
                                .map(each -> changes.account(held, each))
                                .sorted(Comparator.comparing(one -> one.name().toLowerCase(Locale.ROOT)))
                                .toList())
                        .orElse(List.of());
    }

    @Override
    public synchronized Optional<String> name(AccountId id) {
        Custody held = held();
        return held == null
                ? Optional.empty()
                : held.book().flatMap(book -> book.name(id)).map(PersonName::text);
    }

    @Override
    public synchronized boolean needsFirstAdministrator() {
        Custody held = held();
        return held != null && held.book().isEmpty();
    }

    @Override
    public synchronized Status status() {
        Custody held = held();
        if (held == null) {
            return new Status(
                    identity == null || ledger == null
                            ? AccountsStatus.ACCOUNTS_WAIT
                            : AccountsStatus.ACCOUNTS_UNREADABLE,
                    Facts.none());
        }
        return new Status(
                held.status(), held.book().map(book -> facts(held, book)).orElse(Facts.none()));
    }

    private Facts facts(Custody held, AccountBook book) {
        List<Member> open = book.open();
        return Facts.none()
                .with(AccountsStatus.Name.ACCOUNTS, open.size())
                .with(
                        AccountsStatus.Name.ADMINISTRATORS,
                        open.stream().filter(Member::isLastingAdministrator).count())
                .with(
                        AccountsStatus.Name.LOCKED,
                        open.stream()
                                .filter(one -> !judge.locked(held, one.id()).isZero())
                                .count());
    }

    @Override
    public WithRecoveryCode first(String question, char[] code, String name, char[] pin)
            throws AccountRefusedException {
        return carryOut(now -> changes.first(now, () -> use(question), code, name, pin), code, pin);
    }

    @Override
    public Account check(AccountId id, char[] pin) throws AccountRefusedException {
        return carryOut(now -> changes.account(now.held(), changes.checked(now, id, pin)), pin);
    }

    @Override
    public Account add(
            String question, AccountId by, char[] pin, String name, Role role, Optional<Instant> until, char[] newPin)
            throws AccountRefusedException {
        return carryOut(now -> changes.add(now, () -> use(question), by, pin, name, role, until, newPin), pin, newPin);
    }

    @Override
    public void changePin(String question, AccountId id, char[] pin, char[] newPin) throws AccountRefusedException {
        carryOut(nothing(now -> changes.changePin(now, () -> use(question), id, pin, newPin)), pin, newPin);
    }

    @Override
    public void resetPin(String question, AccountId by, char[] pin, AccountId whose, char[] newPin)
            throws AccountRefusedException {
        carryOut(nothing(now -> changes.resetPin(now, () -> use(question), by, pin, whose, newPin)), pin, newPin);
    }

    @Override
    public void remove(AccountId by, char[] pin, AccountId whose) throws AccountRefusedException {
        carryOut(nothing(now -> changes.remove(now, by, pin, whose)), pin);
    }

    @Override
    public void eraseName(AccountId by, char[] pin, AccountId whose) throws AccountRefusedException {
        carryOut(nothing(now -> changes.eraseName(now, by, pin, whose)), pin);
    }

    @Override
    public WithRecoveryCode recover(String question, char[] code, AccountId id, char[] newPin)
            throws AccountRefusedException {
        return carryOut(now -> changes.recover(now, () -> use(question), code, id, newPin), code, newPin);
    }

    /** One of the changes, with what it returns. */
    private interface Work<T> {
        T with(Now now) throws AccountRefusedException, IOException;
    }

    /** One that returns nothing. */
    private interface Deed {
        void with(Now now) throws AccountRefusedException, IOException;
    }

    private static Work<Boolean> nothing(Deed deed) {
        return now -> {
            deed.with(now);
            return true;
        };
    }

    private synchronized <T> T carryOut(Work<T> work, char[]... secrets) throws AccountRefusedException {
        try {
            Custody held = required();
            return work.with(new Now(held, held.trusted(clock.instant())));
        } catch (IOException e) {
            throw Refusals.notDurable(e);
        } finally {
            for (char[] each : secrets) {
                Arrays.fill(each, '\0');
            }
        }
    }

    private Questions.Use use(String question) throws AccountRefusedException {
        Questions asked = questions;
        if (asked == null) {
            throw Refusals.notAvailable("nothing can be asked now");
        }
        try {
            return asked.use(question);
        } catch (AnswerRefusedException e) {
            throw Refusals.question(e);
        }
    }

    /**
     * What was read with the keys and the ledger that are there now; what was read before if they are gone for a moment; null if nothing was. Only in this
     * object's lock.
     */
    private @Nullable Custody held() {
        DeviceIdentity keys = identity;
        Ledger log = ledger;
        if (keys != null && log != null && (custody == null || !custody.isOf(keys, log))) {
            try {
                custody = Custody.open(files, keys, log);
            } catch (IOException e) {
                LOG.warn("The accounts cannot be read", e);
                custody = null;
            }
        }
        return custody;
    }

    private Custody required() throws AccountRefusedException {
        Custody held = held();
        DeviceIdentity keys = identity;
        Ledger log = ledger;
        if (held == null || keys == null || log == null || !held.isOf(keys, log)) {
            throw Refusals.notAvailable("the keys, the ledger or the disk of this PC are not there");
        }
        return held;
    }
}
