package org.benchconnect.consent.account;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.account.AccountRefusedException.Reason;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.crypto.secret.OneTimeCode;
import org.benchconnect.crypto.secret.PinHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a PIN or a code is the right one. A PIN is counted durably before it is compared, so that who ends the process in between wins nothing; after wrong ones
 * none is looked at for a {@linkplain LockOut while}, the right one neither. An unknown account takes the same work as a wrong PIN. Guarded by who owns it.
 */
final class PinJudge {
    private static final Logger LOG = LoggerFactory.getLogger(PinJudge.class);
    private static final String CODES = "codes";
    private static final PinHash NOBODY = PinHash.ofNothing();

    private final Waits waits;
    /** In this process; a code cannot be guessed, this keeps the ledger from being filled. */
    private int wrongCodes;

    PinJudge(Waits waits) {
        this.waits = waits;
    }

    /** How long no PIN of this account is taken. */
    Duration locked(Custody held, AccountId id) {
        return waits.remaining(id.value(), held.tried(id));
    }

    /** The account whose PIN it is. */
    Member pin(Custody held, AccountBook book, AccountId id, char[] pin, Instant now) throws AccountRefusedException {
        Optional<Member> found = book.find(id);
        if (found.isEmpty()) {
            NOBODY.matches(pin);
            throw Refusals.unknown();
        }
        Member member = found.get();
        requireTime(member, now);
        requireNoWait(locked(held, id));
        try {
            held.count(id, now);
            waits.begin(id.value());
            if (!member.pin().matches(pin)) {
                held.wrong(Event.of(EventKind.PIN_WRONG).with(Detail.ACCOUNT, id.value()));
                throw new AccountRefusedException(Reason.WRONG_PIN, "this is another PIN", locked(held, id));
            }
            held.clear(id, now);
            waits.end(id.value());
            return member;
        } catch (IOException e) {
            throw Refusals.notDurable(e);
        }
    }

    /** A new PIN begins without wrong ones. If the disk does not take that now, the next right PIN does it. */
    void forget(Custody held, AccountId id, Instant now) {
        try {
            held.clear(id, now);
            waits.end(id.value());
        } catch (IOException e) {
            LOG.warn("The count of wrong PINs could not be taken back", e);
        }
    }

    /** Temporary staff end with their date, whatever the clock says later. */
    static void requireTime(Member member, Instant now) throws AccountRefusedException {
        if (member.isOver(now)) {
            throw new AccountRefusedException(Reason.OVER, "this account is over");
        }
    }

    /**
     * Refuses a code that is not the one with this digest.
     *
     * @param whose for whom it was given in; empty for the first administrator
     */
    void code(Custody held, char[] typed, Optional<String> digest, Optional<AccountId> whose)
            throws AccountRefusedException {
        requireNoWait(waits.remaining(CODES, wrongCodes));
        if (digest.isPresent() && isSame(OneTimeCode.digest(typed), digest.get())) {
            wrongCodes = 0;
            return;
        }
        wrongCodes++;
        waits.begin(CODES);
        Event wrong = Event.of(EventKind.PIN_WRONG).with(Detail.REASON, LedgerOfAccounts.CODE);
        held.wrong(whose.map(id -> wrong.with(Detail.ACCOUNT, id.value())).orElse(wrong));
        throw new AccountRefusedException(
                Reason.WRONG_CODE, "this is another code", waits.remaining(CODES, wrongCodes));
    }

    private static void requireNoWait(Duration wait) throws AccountRefusedException {
        if (!wait.isZero()) {
            throw new AccountRefusedException(Reason.LOCKED, "after wrong ones none is taken for a while", wait);
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
