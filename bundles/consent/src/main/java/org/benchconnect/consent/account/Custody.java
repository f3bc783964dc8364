package org.benchconnect.consent.account;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.ledger.LedgerException;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.crypto.secret.SealBrokenException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts on the disk, held together with the ledger: the newest entry about accounts names the SHA-256 of the very bytes that count. So a file that was
 * changed, comes from another device, or is an older copy, opens no account. A change is prepared as {@code accounts.next}, then in the ledger,
 * then takes its place; a loss of power in between is finished or forgotten at the next start, as the ledger says. One thread at a time.
 *
 * <p>Not guaranteed: that whoever has the rights of the agent's account, and replaces ledger and accounts together, is found out here. Heads of the ledger that
 * were kept elsewhere find him out.
 */
final class Custody {
    private static final Logger LOG = LoggerFactory.getLogger(Custody.class);
    private static final String NEW_LEDGER = "NEW_LEDGER";

    private final AccountFiles files;
    private final DeviceIdentity identity;
    private final Ledger ledger;
    private AccountsStatus status = AccountsStatus.ACCOUNTS_NONE;
    private @Nullable AccountBook book;
    private Attempts attempts;
    /** The sealed bytes of the book. */
    private byte[] sealed = new byte[0];
    /** Whether those may not have got their place on the disk for good: then nothing may be prepared yet. */
    private boolean unsettled;

    private Custody(AccountFiles files, DeviceIdentity identity, Ledger ledger) {
        this.files = files;
        this.identity = identity;
        this.ledger = ledger;
        this.attempts = Attempts.none(ledger.id());
    }

    /**
     * Reads what there is. Files that do not count are a {@link #status()}.
     *
     * @throws IOException if the disk does not give them
     */
    static Custody open(AccountFiles files, DeviceIdentity identity, Ledger ledger) throws IOException {
        Custody custody = new Custody(files, identity, ledger);
        custody.readAccounts();
        if (custody.book != null) {
            custody.readAttempts(custody.book);
            custody.followLedger(custody.book);
        }
        return custody;
    }

    private void readAccounts() throws IOException {
        Optional<byte[]> current = files.accounts();
        Optional<String> wanted = LedgerOfAccounts.newest(ledger);
        if (wanted.isEmpty()) {
            if (current.isPresent()) {
                accept(current.get(), false);
            }
            return;
        }
        if (current.isPresent() && sha256(current.get()).equals(wanted.get())) {
            accept(current.get(), true);
            return;
        }
        Optional<byte[]> next = files.next();
        if (next.isPresent() && sha256(next.get()).equals(wanted.get())) {
            accept(next.get(), true);
        } else if (current.isEmpty()) {
            status = AccountsStatus.ACCOUNTS_MISSING;
        } else {
            accept(current.get(), false);
        }
    }

    /**
     * Opens sealed accounts.
     *
     * @param named whether the newest entry names these bytes; if not, they count only if they come from the time of an earlier ledger, and this one says
     *     that it follows one that was set aside: a ledger that is simply gone takes its accounts with it
     */
    private void accept(byte[] bytes, boolean named) throws IOException {
        try {
            AccountBook opened = AccountFiles.open(identity, bytes);
            boolean earlierLedger = !opened.ledger().equals(ledger.id());
            if (named || earlierLedger && LedgerOfAccounts.followsBroken(ledger)) {
                book = opened;
                sealed = bytes;
                status = AccountsStatus.ACCOUNTS_READY;
                unsettled = true;
            } else {
                status = AccountsStatus.ACCOUNTS_OLDER;
            }
        } catch (SealBrokenException | IllegalArgumentException e) {
            status = AccountsStatus.ACCOUNTS_CHANGED;
        }
        if (status.isBroken()) {
            LOG.error("The accounts of this PC do not count: {}", status);
        }
    }

    private void readAttempts(AccountBook opened) throws IOException {
        attempts = files.attempts(identity)
                .filter(kept ->
                        kept.ledger().equals(ledger.id()) || kept.ledger().equals(opened.ledger()))
                .map(kept -> kept.ledger().equals(ledger.id()) ? kept : renumbered(kept))
                .orElse(Attempts.none(ledger.id()));
        long start = opened.open().stream()
                .mapToLong(each -> attempts.of(each.id()).from())
                .min()
                .orElse(0);
        Map<AccountId, Long> wrong =
                LedgerOfAccounts.wrong(ledger, start, id -> attempts.of(id).from());
        opened.open().forEach(each -> attempts = attempts.atLeast(each.id(), wrong.getOrDefault(each.id(), 0L)));
    }

    /** The counts go on in a new ledger, whose numbers begin anew. */
    private Attempts renumbered(Attempts kept) {
        Attempts[] same = {new Attempts(ledger.id(), kept.seen(), Map.of())};
        kept.byAccount().forEach((id, tally) -> same[0] = same[0].atLeast(id, tally.count()));
        return same[0];
    }

    /** After an earlier ledger was set aside as evidence, the new one names the accounts; if the disk refuses that, the next start does it. */
    private void followLedger(AccountBook opened) {
        if (!opened.ledger().equals(ledger.id())) {
            try {
                commit(
                        opened.in(ledger.id()),
                        Event.of(EventKind.ACCOUNT_CHANGED).with(Detail.REASON, NEW_LEDGER));
            } catch (IOException e) {
                LOG.warn("The accounts are not yet named in the new ledger", e);
            }
        }
    }

    /** Whether it was opened with these very keys and writes into this very ledger. */
    boolean isOf(DeviceIdentity keys, Ledger log) {
        return identity == keys && ledger == log;
    }

    String ledgerId() {
        return ledger.id();
    }

    boolean hasUsed(String codeMark) {
        return LedgerOfAccounts.hasUsed(ledger, codeMark);
    }

    AccountsStatus status() {
        return status;
    }

    /** The accounts that count; empty if there are none or they do not count. */
    Optional<AccountBook> book() {
        return Optional.ofNullable(book);
    }

    int tried(AccountId id) {
        return attempts.of(id).count();
    }

    /** Never before the newest entry of the ledger, nor before the last time a PIN was tried. */
    Instant trusted(Instant now) {
        List<Entry> newest = ledger.size() == 0 ? List.of() : ledger.entries(ledger.size() - 1, 1);
        Instant least = newest.isEmpty() || newest.get(0).time().isBefore(attempts.seen())
                ? attempts.seen()
                : newest.get(0).time();
        return now.isBefore(least) ? least : now;
    }

    /** Counts a PIN that is going to be compared. When this returns, a loss of power does not take it back. */
    void count(AccountId id, Instant now) throws IOException {
        Attempts more = attempts.oneMore(id, now);
        files.write(identity, more);
        attempts = more;
    }

    /** It was the right one, or there is a new one. */
    void clear(AccountId id, Instant now) throws IOException {
        Attempts fewer = attempts.right(id, ledger.size(), now);
        files.write(identity, fewer);
        attempts = fewer;
    }

    /** It was a wrong one: counted already, and written down as soon as the disk takes it. */
    void wrong(Event event) {
        try {
            ledger.append(event);
        } catch (LedgerException e) {
            ledger.note(event);
        }
    }

    /**
     * Carries a change out: in the ledger before it counts, durable when this returns.
     *
     * @throws IOException if ledger or disk do not take it; then it does not count
     */
    void commit(AccountBook after, Event event) throws IOException {
        if (unsettled) {
            files.write(sealed);
            unsettled = false;
        }
        byte[] next = AccountFiles.seal(identity, after);
        files.prepare(next);
        try {
            ledger.append(event.with(Detail.DIGEST, sha256(next)));
        } catch (LedgerException e) {
            throw new IOException("the ledger takes no entry", e);
        }
        book = after;
        sealed = next;
        status = AccountsStatus.ACCOUNTS_READY;
        unsettled = true;
        try {
            files.putInPlace();
            unsettled = false;
        } catch (IOException e) {
            LOG.warn("A change of the accounts counts, but its file has not got its name yet", e);
        }
    }

    /** Makes room for new accounts where those on the disk do not count. */
    void setAside() throws IOException {
        files.setAside();
        attempts = Attempts.none(ledger.id());
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
