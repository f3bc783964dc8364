package org.benchconnect.consent.upgrade;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.benchconnect.consent.grant.GivenConsents;
import org.benchconnect.consent.grant.Hearing;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.consent.Answer;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.UpgradeConsents;
import org.benchconnect.core.upgrade.UpgradeRequest;
import org.benchconnect.core.upgrade.Upgrades;
import org.benchconnect.launcher.storage.Disk;
import org.benchconnect.launcher.storage.Storage;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people here answer about upgrades, put together: {@link PlanAnswers} about one plan, {@link StandingConsent} about every fix from now on,
 * and that somebody looked and the instrument is idle. Once a second, with the consents' look, a standing consent is carried out.
 */
@Component(service = UpgradeConsents.class, immediate = true)
public final class UpgradeAnswers implements UpgradeConsents {
    private static final Logger LOG = LoggerFactory.getLogger(UpgradeAnswers.class);

    /** So long a person's "idle, I looked" counts, by this PC's clock; whoever waits for it sees to it that setting that clock back makes it no longer. */
    static final Duration IDLE_COUNTS = Duration.ofMinutes(15);

    private final GivenConsents consents;
    private final Hearing hearing;
    private final StandingConsent standing;
    private final InstantSource clock;
    private final PlanAnswers plans;
    private final ExecutorService hands;
    private final AtomicBoolean carrying = new AtomicBoolean();

    /** For the component runtime, in a framework that our launcher started. */
    @Activate
    public UpgradeAnswers(BundleContext context, @Reference GivenConsents consents) {
        this(
                consents,
                Disk.forOwner(),
                Path.of(Objects.requireNonNull(context.getProperty(Platform.HOME), Platform.HOME)),
                Clock.systemUTC(),
                Executors.newSingleThreadExecutor(task -> {
                    Thread thread = new Thread(task, "benchconnect-fixes");
                    thread.setDaemon(true);
                    return thread;
                }));
    }

    /** Of these consents; what may take long is done by these hands. */
    UpgradeAnswers(GivenConsents consents, Storage storage, Path home, Clock clock, ExecutorService hands) {
        this.hands = hands;
        this.consents = consents;
        this.hearing = consents.hearing();
        this.standing = new StandingConsent(storage, home);
        this.clock = () -> clock.instant().truncatedTo(ChronoUnit.MILLIS); // as the ledger has them
        this.plans = new PlanAnswers(hearing, standing);
        consents.alsoLook(this::look);
    }

    /** The component runtime calls it. */
    @Deactivate
    public void close() {
        consents.alsoLook(() -> {});
        hands.shutdown();
    }

    private void look() {
        standing.retry();
        if (carrying.compareAndSet(false, true)) {
            hands.execute(this::carryOutStanding);
        }
    }

    private void carryOutStanding() {
        try {
            plans.carryOutStanding();
        } catch (RuntimeException e) {
            LOG.error("looking for a fix that is allowed failed; it is tried again", e);
        } finally {
            carrying.set(false);
        }
    }

    @Override
    public Optional<UpgradeRequest> request(Language language) {
        return plans.request(language);
    }

    @Override
    public Approval give(String plan, Answer answer, Approval.When when) throws AnswerRefusedException {
        return plans.give(plan, answer, when);
    }

    @Override
    public boolean refuse(String plan, Optional<AccountId> by) {
        return plans.refuse(plan, by);
    }

    @Override
    public void stateIdle(String question, AccountId by, char[] pin) throws AnswerRefusedException {
        try (Questions.Use use = hearing.use(question)) {
            statedIdle(by, pin, use);
        } catch (AnswerRefusedException e) {
            refused(EventKind.IDLE_STATED, by, e);
            throw e;
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    /** The use is held until it counts or is refused. */
    private void statedIdle(AccountId by, char[] pin, Questions.Use use) throws AnswerRefusedException {
        Ledger ledger = hearing.ready();
        Upgrades upgrades = requireUpgrades();
        hearing.person(by, pin);
        Instant until = clock.instant().plus(IDLE_COUNTS);
        Hearing.append(ledger, Event.of(EventKind.IDLE_STATED).by(by).with(Detail.UNTIL, until.toString()));
        upgrades.statedIdle(by, until);
    }

    private Upgrades requireUpgrades() throws AnswerRefusedException {
        return plans.upgrades()
                .orElseThrow(() -> new AnswerRefusedException(Reason.FAILED, "the upgrade utility is not there"));
    }

    @Override
    public void allowFixes(String question, AccountId by, char[] pin) throws AnswerRefusedException {
        try (Questions.Use use = hearing.use(question)) {
            allowed(by, pin, use);
        } catch (AnswerRefusedException e) {
            refused(EventKind.FIXES_ALLOWED, by, e);
            throw e;
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    /** The use is held until it counts or is refused. */
    private void allowed(AccountId by, char[] pin, Questions.Use use) throws AnswerRefusedException {
        Ledger ledger = hearing.ready();
        Hearing.require(hearing.person(by, pin), Role.LABORATORY_ADMINISTRATOR);
        hearing.requireThawed();
        int before = standing.takenBackOften();
        long entry =
                Hearing.append(ledger, Event.of(EventKind.FIXES_ALLOWED).by(by)).number();
        try {
            standing.begin(entry);
        } catch (IOException e) {
            throw notAllowed(entry, new AnswerRefusedException(Reason.FAILED, "the disk did not take it", e));
        }
        standing.allowAfter(entry);
        if (standing.takenBackOften() != before) {
            standing.takeBack();
            standing.forget();
            throw notAllowed(entry, new AnswerRefusedException(Reason.FAILED, "it was taken back while it was given"));
        }
    }

    private AnswerRefusedException notAllowed(long entry, AnswerRefusedException why) {
        hearing.note(Event.of(EventKind.FIXES_ASKED).with(Detail.ENTRY, entry));
        return why;
    }

    /** Which answer did not count is its kind, as the rule that refused it is the reason. */
    private void refused(EventKind kind, AccountId by, AnswerRefusedException why) {
        hearing.refused(Event.of(EventKind.ANSWER_REFUSED)
                .with(Detail.RULE, kind.name())
                .with(Detail.REASON, why.reason().name())
                .with(Detail.ACCOUNT, by.value()));
    }

    @Override
    public void askForFixes(Optional<AccountId> by) {
        boolean isNew = standing.takeBack();
        plans.dropStanding();
        if (isNew) {
            hearing.note(new Event(EventKind.FIXES_ASKED, by, Map.of()));
        }
        standing.forget();
    }

    @Override
    public Optional<Approval> fixesAllowed() {
        return standing.now(hearing.ledger());
    }
}
