package org.benchconnect.core.upgrade;

import java.util.Optional;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.consent.Answer;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.text.Language;
import org.osgi.annotation.versioning.ProviderType;

/**
 * People's answers about upgrades: each in the ledger before it takes effect. A laboratory user may allow what asks for no new privilege; otherwise an
 * administrator. Nothing here is reached from the network. Safe for any thread.
 */
@ProviderType
public interface UpgradeConsents {
    /** The question about the plan that is offered now; empty if none is. */
    Optional<UpgradeRequest> request(Language language);

    /**
     * A yes to a plan: into the ledger, then {@link Upgrades#approve}.
     *
     * @param plan the plan's identity; {@link Answer#text} is the {@linkplain UpgradeRequest#textDigest digest} of the text that was shown
     * @param when how it waits
     * @throws AnswerRefusedException if nothing was allowed, with the rule
     */
    Approval give(String plan, Answer answer, Approval.When when) throws AnswerRefusedException;

    /** A no, or taking a yes back before the switch; needs no PIN. Returns whether there was such a plan. */
    boolean refuse(String plan, Optional<AccountId> by);

    /**
     * "The instrument is idle, I looked": counts 15 minutes. Any account's PIN, within a question.
     *
     * @throws AnswerRefusedException if it does not count
     */
    void stateIdle(String question, AccountId by, char[] pin) throws AnswerRefusedException;

    /**
     * From now on fixes ({@link UpgradePlan#fix}) need no answer of their own; off as shipped. An administrator's PIN, within a question.
     *
     * @throws AnswerRefusedException if it does not count
     */
    void allowFixes(String question, AccountId by, char[] pin) throws AnswerRefusedException;

    /** Takes that back at once; needs no PIN. An upgrade allowed by it and not switched yet is not carried out. */
    void askForFixes(Optional<AccountId> by);

    /** Who allowed fixes, if anybody did. */
    Optional<Approval> fixesAllowed();
}
