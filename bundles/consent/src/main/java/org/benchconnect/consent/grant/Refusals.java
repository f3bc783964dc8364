package org.benchconnect.consent.grant;

import java.util.Locale;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.launcher.module.ModulesRefusedException;

/** What other parts refuse, as the refusal of an answer. Pure. */
final class Refusals {
    private Refusals() {}

    static AnswerRefusedException of(AccountRefusedException e) {
        Reason reason =
                switch (e.reason()) {
                    case WRONG_PIN -> Reason.WRONG_PIN;
                    case LOCKED -> Reason.LOCKED;
                    case NOT_ADMINISTRATOR -> Reason.NOT_ADMINISTRATOR;
                    case NOT_AVAILABLE -> Reason.FAILED;
                    case REMOTE_INPUT -> Reason.REMOTE_INPUT;
                    case QUESTION -> Reason.QUESTION_CLOSED;
                    default -> Reason.ACCOUNT;
                };
        return new AnswerRefusedException(reason, String.valueOf(e.getMessage()), e.remaining());
    }

    static AnswerRefusedException of(FeatureRefusedException e) {
        Reason reason =
                switch (e.reason()) {
                    case STALE, MODULE, MISMATCH, DOCUMENT, SIGNER, SIGNATURES -> Reason.OTHER_BYTES;
                    case MODEL -> Reason.MODEL;
                    case FROZEN -> Reason.FROZEN;
                    case BUSY -> Reason.BUSY;
                    case KEYS -> Reason.NOT_PINNED;
                    case NO_ROOM -> Reason.NO_ROOM;
                    default -> Reason.FAILED;
                };
        return new AnswerRefusedException(reason, String.valueOf(e.getMessage()), e);
    }

    static AnswerRefusedException of(ModulesRefusedException e) {
        Reason reason =
                switch (e.rule()) {
                    case BYTES, GRANT_COVERS_OTHER -> Reason.OTHER_BYTES;
                    case MODEL -> Reason.MODEL;
                    case GRANT_SIGNATURE -> Reason.NOT_PINNED;
                    default -> Reason.FAILED;
                };
        return new AnswerRefusedException(reason, String.valueOf(e.getMessage()), e);
    }

    /** What the disk did not take, as far as the operating system says why. */
    static AnswerRefusedException ofDisk(String what, Exception e) {
        String why = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        boolean full = why.contains("no space left") || why.contains("not enough space") || why.contains("enospc");
        return new AnswerRefusedException(full ? Reason.NO_ROOM : Reason.FAILED, what, e);
    }
}
