package org.benchconnect.core.consent;

import java.util.List;
import java.util.Optional;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.text.Language;
import org.osgi.annotation.versioning.ProviderType;

/** What people here were asked, what they answered, and taking it back. Safe for any thread. */
@ProviderType
public interface Consents {
    /**
     * Verifies a feature of a source, as {@link org.benchconnect.core.feature.Features#plan} does and as long, and asks for the consent to install it.
     *
     * @throws FeatureRefusedException if it may not be installed here: then nobody is asked
     */
    ConsentRequest ask(String source, Optional<String> name, Language language) throws FeatureRefusedException;

    /**
     * Asks for the consent to a feature whose modules are on this PC and do not run: remote support, or one whose consent was withdrawn.
     *
     * @throws FeatureRefusedException if it may not run here
     */
    ConsentRequest ask(String feature, Language language) throws FeatureRefusedException;

    /** The questions that wait, those put off too, oldest first, in this language. */
    List<ConsentRequest> requests(Language language);

    /**
     * Carries a yes out: into the ledger, then the grant, then the modules run. When it returns, they do.
     *
     * @throws AnswerRefusedException if nothing was raised, with the rule
     */
    Consent give(String request, Answer answer) throws AnswerRefusedException;

    /**
     * A no: kept, and not asked again by itself. Somebody may say who.
     *
     * @return whether such a request waited
     */
    boolean refuse(String request, Optional<AccountId> by);

    /**
     * "Not now": asked again when the run is finished, with one reminder a day.
     *
     * @return whether such a request waited
     */
    boolean postpone(String request, Optional<AccountId> by);

    /**
     * Takes the consent to a feature back: its leases end and its modules leave memory, within a second, without disk, ledger or network. If a
     * module refuses to stop, the process ends, and its supervisor starts it without that module. Needs no PIN. A feature without consent is left alone.
     */
    Withdrawal withdraw(String feature, Optional<AccountId> by);

    /** All consents of this ledger, newest first. */
    List<Consent> consents();

    /** The features on this PC that need a consent, whether they have it or not, by name. */
    List<NeedsConsent> features();

    /** Removes an installed feature that is not part of the base release; an administrator's PIN. */
    void remove(String feature, AccountId by, char[] pin) throws AnswerRefusedException;

    /** Pins the generation: nothing is installed until it is thawed; an administrator's PIN. */
    void freeze(AccountId by, char[] pin) throws AnswerRefusedException;

    /** Allows changes again; an administrator's PIN, within a question. */
    void thaw(String question, AccountId by, char[] pin) throws AnswerRefusedException;

    /** Whether changes are frozen, and by whom. */
    Optional<Freeze> frozen();
}
