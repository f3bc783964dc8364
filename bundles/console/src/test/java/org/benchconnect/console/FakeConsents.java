package org.benchconnect.console;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.consent.Answer;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.consent.ConsentRequest;
import org.benchconnect.core.consent.Consents;
import org.benchconnect.core.consent.Freeze;
import org.benchconnect.core.consent.NeedsConsent;
import org.benchconnect.core.consent.Paragraph;
import org.benchconnect.core.consent.Paragraph.Part;
import org.benchconnect.core.consent.Withdrawal;
import org.benchconnect.core.feature.Author;
import org.benchconnect.core.feature.Feature;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.text.Language;
import org.jspecify.annotations.Nullable;

/** Consents in memory: what is asked is what a test put there, and a yes is checked as the real ones check it. */
final class FakeConsents implements Consents {
    static final String REQUEST = "00000000000000f1";

    private final Clock clock;
    private final FakeAgent agent;
    private final FakeQuestions questions;
    private final FakeAccounts accounts;
    private final FakeLedger ledger;
    private final List<ConsentRequest> requests = new ArrayList<>();
    private final List<Consent> consents = new ArrayList<>();
    private final Map<String, NeedsConsent> features = new TreeMap<>();
    private @Nullable Freeze freeze;

    volatile @Nullable AnswerRefusedException refuses;
    volatile @Nullable Answer given;
    volatile @Nullable CountDownLatch slow;

    FakeConsents(Clock clock, FakeAgent agent, FakeQuestions questions, FakeAccounts accounts, FakeLedger ledger) {
        this.clock = clock;
        this.agent = agent;
        this.questions = questions;
        this.accounts = accounts;
        this.ledger = ledger;
    }

    /** A feature that waits for nobody. */
    synchronized void isHere(Feature feature, NeedsConsent.State state, boolean base) {
        features.put(feature.name(), new NeedsConsent(feature, state, base, Optional.empty()));
    }

    /** A question with this text; an administrator's. */
    synchronized ConsentRequest asks(
            Feature feature, Optional<FeaturePlan> plan, Language language, List<Paragraph> text) {
        ConsentRequest request = new ConsentRequest(
                String.format("%016x", 0xf1 + requests.size()),
                feature.name(),
                feature.version(),
                FakeFeatures.DOCUMENT,
                feature.privileges(),
                plan,
                Role.LABORATORY_ADMINISTRATOR,
                language,
                text,
                clock.instant(),
                ConsentRequest.State.OPEN);
        requests.add(request);
        return request;
    }

    static List<Paragraph> text(String author) {
        return List.of(
                new Paragraph(Part.QUESTION, "Should file transfer be installed on this PC and allowed to run?"),
                new Paragraph(Part.PRIVILEGE, "Somebody elsewhere can fetch files from this PC and put files on it."),
                new Paragraph(
                        Part.WARNING,
                        "Files of this instrument contain patient data. Each file is asked for once more."),
                new Paragraph(Part.CHANGE, "One module is added, 34 kB. Nothing else stops."),
                new Paragraph(Part.FACT, "Signed by Example Instruments Ltd on 2 March 2026."),
                new Paragraph(Part.FACT, "For the instrument Navios EX, serial number AW12345."),
                new Paragraph(Part.TERMS, "The laboratory accepts the terms of service."),
                new Paragraph(Part.AUTHOR_MARK, "What follows is said by the author. Nobody has checked it."),
                new Paragraph(Part.AUTHOR, author));
    }

    @Override
    public ConsentRequest ask(String source, Optional<String> name, Language language) throws FeatureRefusedException {
        FeaturePlan plan = Objects.requireNonNull(agent.features()).plan(source, name, language);
        return asks(plan.feature(), Optional.of(plan), language, text("It carries files."));
    }

    @Override
    public ConsentRequest ask(String feature, Language language) {
        Feature asked = Objects.requireNonNull(features.get(feature)).feature();
        return asks(asked, Optional.empty(), language, text("It carries files."));
    }

    @Override
    public synchronized List<ConsentRequest> requests(Language language) {
        return List.copyOf(requests);
    }

    @Override
    public synchronized Consent give(String request, Answer answer) throws AnswerRefusedException {
        given = answer;
        if (refuses != null) {
            throw refuses;
        }
        ConsentRequest asked = requests.stream()
                .filter(one -> one.id().equals(request))
                .findFirst()
                .orElseThrow(() -> new AnswerRefusedException(Reason.UNKNOWN_REQUEST, "no such request"));
        try (var used = questions.use(answer.question())) {
            assert used != null;
            check(answer.account(), answer.pin());
        }
        if (!answer.text().equals(asked.textDigest())) {
            throw new AnswerRefusedException(Reason.OTHER_TEXT, "another text");
        }
        await();
        long entry = ledger.append(
                        event(EventKind.CONSENT_GIVEN, asked.feature()).by(answer.account()))
                .number();
        Consent consent = new Consent(
                entry,
                asked.feature(),
                asked.version(),
                asked.document(),
                "b".repeat(64),
                asked.privileges(),
                answer.text(),
                asked.language(),
                Optional.of("NAVIOS_EX"),
                answer.account(),
                clock.instant(),
                answer.newerVersions(),
                Consent.State.RUNS);
        consents.add(0, consent);
        requests.remove(asked);
        Feature feature = asked.plan().map(FeaturePlan::feature).orElse(feature(asked.feature(), asked.privileges()));
        features.put(feature.name(), new NeedsConsent(feature, NeedsConsent.State.RUNS, false, Optional.of(consent)));
        return consent;
    }

    private void await() {
        CountDownLatch latch = slow;
        try {
            if (latch != null) {
                latch.await();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Event event(EventKind kind, String feature) {
        return Event.of(kind).with(Detail.FEATURE, feature);
    }

    private void check(AccountId account, char[] pin) throws AnswerRefusedException {
        try {
            accounts.administrator(account, pin);
        } catch (AccountRefusedException e) {
            Reason reason =
                    switch (e.reason()) {
                        case WRONG_PIN -> Reason.WRONG_PIN;
                        case LOCKED -> Reason.LOCKED;
                        case NOT_ADMINISTRATOR -> Reason.NOT_ADMINISTRATOR;
                        default -> Reason.ACCOUNT;
                    };
            throw new AnswerRefusedException(reason, "PIN", e.remaining());
        }
    }

    @Override
    public synchronized boolean refuse(String request, Optional<AccountId> by) {
        if (!requests.removeIf(one -> one.id().equals(request))) {
            return false;
        }
        ledger.append(new Event(EventKind.CONSENT_REFUSED, by, Map.of()));
        return true;
    }

    @Override
    public synchronized boolean postpone(String request, Optional<AccountId> by) {
        requests.replaceAll(one -> one.id().equals(request) ? postponed(one) : one);
        ledger.append(new Event(EventKind.CONSENT_POSTPONED, by, Map.of()));
        return requests.stream().anyMatch(one -> one.id().equals(request));
    }

    private static ConsentRequest postponed(ConsentRequest one) {
        return new ConsentRequest(
                one.id(),
                one.feature(),
                one.version(),
                one.document(),
                one.privileges(),
                one.plan(),
                one.role(),
                one.language(),
                one.text(),
                one.asked(),
                ConsentRequest.State.POSTPONED);
    }

    @Override
    public synchronized Withdrawal withdraw(String feature, Optional<AccountId> by) {
        NeedsConsent one = features.get(feature);
        boolean found = one != null && one.state() != NeedsConsent.State.NOT_ALLOWED;
        if (one != null) {
            features.put(
                    feature,
                    new NeedsConsent(one.feature(), NeedsConsent.State.NOT_ALLOWED, one.base(), Optional.empty()));
            consents.replaceAll(given -> given.feature().equals(feature) ? withdrawn(given) : given);
            ledger.append(new Event(EventKind.CONSENT_WITHDRAWN, by, Map.of(Detail.FEATURE, feature)));
        }
        return new Withdrawal(found, true);
    }

    private static Consent withdrawn(Consent one) {
        return new Consent(
                one.entry(),
                one.feature(),
                one.version(),
                one.document(),
                one.modules(),
                one.privileges(),
                one.text(),
                one.language(),
                one.model(),
                one.by(),
                one.at(),
                one.newerVersions(),
                Consent.State.WITHDRAWN);
    }

    @Override
    public synchronized List<Consent> consents() {
        return List.copyOf(consents);
    }

    @Override
    public synchronized List<NeedsConsent> features() {
        return List.copyOf(features.values());
    }

    @Override
    public synchronized void remove(String feature, AccountId by, char[] pin) throws AnswerRefusedException {
        check(by, pin);
        features.remove(feature);
    }

    @Override
    public synchronized void freeze(AccountId by, char[] pin) throws AnswerRefusedException {
        check(by, pin);
        freeze = new Freeze(by, clock.instant());
    }

    @Override
    public synchronized void thaw(String question, AccountId by, char[] pin) throws AnswerRefusedException {
        try (var used = questions.use(question)) {
            assert used != null;
            check(by, pin);
        }
        freeze = null;
    }

    @Override
    public synchronized Optional<Freeze> frozen() {
        return Optional.ofNullable(freeze);
    }

    /** What a feature of these privileges is. */
    static Feature feature(String name, Set<Privilege> privileges) {
        return new Feature(name, "2.0.0", 2, privileges, Set.of("NAVIOS_EX"), 1, Author.SILENT);
    }
}
