package org.benchconnect.consent.account;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.core.account.Account;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.account.AccountRefusedException.Reason;
import org.benchconnect.core.account.Accounts.WithRecoveryCode;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.crypto.secret.OneTimeCode;
import org.benchconnect.crypto.secret.PinHash;

/**
 * What may be done to accounts, and in which order: what was given in is looked at, then the question is used up, then the PIN is judged, then the change is
 * carried out. Secrets are wiped by the caller. Guarded by who owns it.
 */
final class AccountChanges {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 8;

    private final PinJudge judge;
    private final FirstAdministratorFile firstFile;

    AccountChanges(PinJudge judge, FirstAdministratorFile firstFile) {
        this.judge = judge;
        this.firstFile = firstFile;
    }

    /** Uses the question up; what raises something is done while it is held. */
    interface Asked {
        Questions.Use use() throws AccountRefusedException;
    }

    /** The accounts as they are, and trusted time. */
    record Now(Custody held, Instant time) {
        AccountBook book() throws AccountRefusedException {
            return held.book()
                    .orElseThrow(() -> Refusals.notAvailable("no account of this PC counts; status says why"));
        }

        Member member(AccountId id) throws AccountRefusedException {
            return book().find(id).orElseThrow(Refusals::unknown);
        }
    }

    Account account(Custody held, Member member) {
        return new Account(
                member.id(), member.name().text(), member.role(), member.until(), judge.locked(held, member.id()));
    }

    Member checked(Now now, AccountId id, char[] pin) throws AccountRefusedException {
        return judge.pin(now.held(), now.book(), id, pin, now.time());
    }

    private AccountId administrator(Now now, AccountId by, char[] pin) throws AccountRefusedException {
        return Refusals.administrator(checked(now, by, pin)).id();
    }

    WithRecoveryCode first(Now now, Asked asked, char[] code, String name, char[] pin)
            throws AccountRefusedException, IOException {
        Custody held = now.held();
        if (held.book().isPresent()) {
            throw new AccountRefusedException(Reason.NOT_FIRST, "there is an administrator");
        }
        PersonName who = Refusals.name(name);
        Refusals.requireStrong(pin);
        String used = requireFirstCode(held, code);
        try (Questions.Use use = asked.use()) {
            String recovery = OneTimeCode.fresh();
            Member member = member(who, Role.LABORATORY_ADMINISTRATOR, Optional.empty(), pin);
            Event added = added(member).by(member.id()).with(Detail.REQUEST, used);
            if (held.status().isBroken()) {
                added = added.with(Detail.REASON, held.status().name());
                held.setAside();
            }
            held.commit(new AccountBook(held.ledgerId(), digest(recovery), List.of(member), Map.of()), added);
            return new WithRecoveryCode(account(held, member), recovery);
        }
    }

    /** The first half of the digest: the ledger keeps it, so that a code counts once, even where the accounts begin anew. */
    private String requireFirstCode(Custody held, char[] code) throws AccountRefusedException, IOException {
        Optional<String> wanted = firstFile.digest().filter(digest -> !held.hasUsed(mark(digest)));
        judge.code(held, code, wanted, Optional.empty());
        return mark(wanted.orElseThrow());
    }

    private static String mark(String digest) {
        return digest.substring(0, digest.length() / 2);
    }

    Account add(
            Now now,
            Asked asked,
            AccountId by,
            char[] pin,
            String name,
            Role role,
            Optional<Instant> until,
            char[] newPin)
            throws AccountRefusedException, IOException {
        PersonName who = Refusals.name(name);
        Refusals.requireStrong(newPin);
        Refusals.requireRoom(who, now.book());
        Optional<Instant> end = Refusals.until(until, now.time());
        try (Questions.Use use = asked.use()) {
            AccountId administrator = administrator(now, by, pin);
            Member member = member(who, role, end, newPin);
            now.held().commit(now.book().add(member), added(member).by(administrator));
            return account(now.held(), member);
        }
    }

    void changePin(Now now, Asked asked, AccountId id, char[] pin, char[] newPin)
            throws AccountRefusedException, IOException {
        Refusals.requireStrong(newPin);
        try (Questions.Use use = asked.use()) {
            Member member = checked(now, id, pin);
            replacePin(now, now.book(), member, newPin, changed(id, "PIN").by(id));
        }
    }

    void resetPin(Now now, Asked asked, AccountId by, char[] pin, AccountId whose, char[] newPin)
            throws AccountRefusedException, IOException {
        Refusals.requireStrong(newPin);
        try (Questions.Use use = asked.use()) {
            AccountId administrator = administrator(now, by, pin);
            replacePin(
                    now,
                    now.book(),
                    now.member(whose),
                    newPin,
                    changed(whose, "PIN_RESET").by(administrator));
        }
    }

    void remove(Now now, AccountId by, char[] pin, AccountId whose) throws AccountRefusedException, IOException {
        AccountId administrator = administrator(now, by, pin);
        Member member = now.member(whose);
        if (now.book().isLastAdministrator(member)) {
            throw new AccountRefusedException(Reason.LAST_ADMINISTRATOR, "the last administrator stays");
        }
        now.held()
                .commit(
                        now.book().close(member),
                        about(EventKind.ACCOUNT_REMOVED, whose).by(administrator));
    }

    void eraseName(Now now, AccountId by, char[] pin, AccountId whose) throws AccountRefusedException, IOException {
        AccountId administrator = administrator(now, by, pin);
        if (!now.book().closed().containsKey(whose)) {
            throw Refusals.unknown();
        }
        now.held()
                .commit(
                        now.book().erase(whose),
                        about(EventKind.NAME_ERASED, whose).by(administrator));
    }

    WithRecoveryCode recover(Now now, Asked asked, char[] code, AccountId id, char[] newPin)
            throws AccountRefusedException, IOException {
        Refusals.requireStrong(newPin);
        Member member = Refusals.administrator(now.member(id));
        PinJudge.requireTime(member, now.time());
        judge.code(now.held(), code, Optional.of(now.book().recovery()), Optional.of(id));
        try (Questions.Use use = asked.use()) {
            String next = OneTimeCode.fresh();
            AccountBook book = now.book().withRecovery(digest(next));
            replacePin(
                    now,
                    book,
                    member,
                    newPin,
                    about(EventKind.RECOVERY_USED, id).by(id));
            return new WithRecoveryCode(account(now.held(), member), next);
        }
    }

    private void replacePin(Now now, AccountBook book, Member member, char[] newPin, Event event) throws IOException {
        PinHash hash = PinHash.of(newPin);
        now.held().commit(book.change(member.id(), each -> each.with(hash)), event);
        judge.forget(now.held(), member.id(), now.time());
    }

    private static Member member(PersonName name, Role role, Optional<Instant> until, char[] pin) {
        byte[] id = new byte[ID_BYTES];
        RANDOM.nextBytes(id);
        return new Member(new AccountId(HexFormat.of().formatHex(id)), name, role, until, PinHash.of(pin));
    }

    private static Event added(Member member) {
        Event event = about(EventKind.ACCOUNT_ADDED, member.id())
                .with(Detail.ROLE, member.role().name());
        return member.until()
                .map(until -> event.with(Detail.UNTIL, until.toString()))
                .orElse(event);
    }

    private static Event changed(AccountId id, String what) {
        return about(EventKind.ACCOUNT_CHANGED, id).with(Detail.REASON, what);
    }

    private static Event about(EventKind kind, AccountId id) {
        return Event.of(kind).with(Detail.ACCOUNT, id.value());
    }

    private static String digest(String code) {
        return OneTimeCode.digest(code.toCharArray());
    }
}
