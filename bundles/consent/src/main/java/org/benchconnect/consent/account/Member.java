package org.benchconnect.consent.account;

import java.time.Instant;
import java.util.Optional;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.Role;
import org.benchconnect.crypto.secret.PinHash;

/** An open account, with what is kept of its PIN. Does not print its name. */
record Member(AccountId id, PersonName name, Role role, Optional<Instant> until, PinHash pin) {
    boolean isOver(Instant now) {
        return until.isPresent() && !now.isBefore(until.get());
    }

    boolean isAdministrator() {
        return role == Role.LABORATORY_ADMINISTRATOR;
    }

    /** One on whom the laboratory can rely: not for a while only. */
    boolean isLastingAdministrator() {
        return isAdministrator() && until.isEmpty();
    }

    Member with(PinHash newPin) {
        return new Member(id, name, role, until, newPin);
    }
}
