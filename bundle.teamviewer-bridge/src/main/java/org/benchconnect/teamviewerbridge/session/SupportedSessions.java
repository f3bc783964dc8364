package org.benchconnect.teamviewerbridge.session;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.account.Accounts;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.Consents;
import org.benchconnect.core.consent.NeedsConsent;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.instrument.Instruments;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.session.DesktopSession;
import org.benchconnect.core.session.Leases;
import org.benchconnect.core.session.RemoteSessions;
import org.benchconnect.core.session.SessionRefusedException;
import org.benchconnect.core.session.SessionView;
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.status.StatusSource;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.launcher.storage.Disk;
import org.benchconnect.launcher.storage.Storage;
import org.benchconnect.teamviewerbridge.engine.Engine;
import org.benchconnect.teamviewerbridge.files.FileTransfer;
import org.benchconnect.teamviewerbridge.rules.Limits;
import org.benchconnect.teamviewerbridge.support.SupportFile;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Remote support as a service: the neighbours, the threads and the clocks of {@link Sessions}. It is there while the feature runs; its end
 * cuts everything. Nothing of a session outlives this object but the count of tries and the record of the last one.
 */
@Component(
        service = {RemoteSessions.class, StatusSource.class},
        immediate = true,
        configurationPid = "org.benchconnect.remote-support")
@Designate(ocd = SessionConfiguration.class)
public final class SupportedSessions implements RemoteSessions, StatusSource {
    private static final String FOLDER = "sessions";

    private final List<Engine> engines = new CopyOnWriteArrayList<>();
    private final Threads threads = new Threads();
    private final Sessions sessions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Ledger ledger;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Questions questions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Accounts accounts;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Leases leases;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Instruments instruments;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable DeviceIdentity identity;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable FileTransfer files;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Consents consents;

    /** For the component runtime, in a framework that our launcher started. */
    @Activate
    public SupportedSessions(BundleContext context, SessionConfiguration set) {
        Storage storage = Disk.forOwner();
        Path home = Path.of(String.valueOf(context.getProperty(Platform.HOME))).resolve(FOLDER);
        KnownSupport support = new KnownSupport(Optional.ofNullable(context.getProperty(Platform.INSTALLATION))
                .map(folder -> new SupportFile(storage, Path.of(folder))));
        sessions = new Sessions(
                around(),
                new Sessions.Settings(set.engine(), limits(set), Clock.systemUTC(), System::nanoTime),
                support,
                new CountedTries(storage, home, System::nanoTime),
                new LastSessionFile(storage, home),
                threads.telling(),
                threads.writing());
        threads.drive(sessions);
    }

    private static Limits limits(SessionConfiguration set) {
        return new Limits(
                Duration.ofSeconds(set.question_seconds()),
                Duration.ofMinutes(set.idle_minutes()),
                Duration.ofHours(set.longest_hours()));
    }

    private Around around() {
        return new Around(
                () -> ledger,
                () -> questions,
                () -> accounts,
                () -> leases,
                () -> instruments,
                () -> identity != null,
                () -> files,
                () -> engines,
                this::isWithdrawn);
    }

    private boolean isWithdrawn(String feature) {
        Consents asked = consents;
        return asked != null
                && asked.features().stream()
                        .anyMatch(one ->
                                one.feature().name().equals(feature) && one.state() == NeedsConsent.State.NOT_ALLOWED);
    }

    /** One that came can be used from now on. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addEngine(Engine engine) {
        engines.add(engine);
    }

    /** Its feature ended: what runs by it is cut when this returns. */
    public void removeEngine(Engine engine) {
        engines.remove(engine);
        sessions.gone(engine);
    }

    /** The component runtime calls it: everything is cut when this returns. */
    @Deactivate
    public void close() {
        sessions.close();
        threads.close();
    }

    @Override
    public Status status() {
        return RemoteSupportStatus.of(sessions.now());
    }

    @Override
    public SessionView now() {
        return sessions.now();
    }

    @Override
    public AutoCloseable listen(Consumer<SessionView> changed) {
        return sessions.listen(changed);
    }

    @Override
    public void request(String question, AccountId by, char[] pin)
            throws SessionRefusedException, AnswerRefusedException, AccountRefusedException {
        sessions.request(question, by, pin);
    }

    @Override
    public void practice() throws SessionRefusedException {
        sessions.practice();
    }

    @Override
    public void compared(String question) throws SessionRefusedException, AnswerRefusedException {
        sessions.compared(question);
    }

    @Override
    public void notTheSame() {
        sessions.notTheSame();
    }

    @Override
    public void give(String question, String request) throws SessionRefusedException, AnswerRefusedException {
        sessions.give(question, request);
    }

    @Override
    public void give(String question, String request, AccountId by, char[] pin)
            throws SessionRefusedException, AnswerRefusedException, AccountRefusedException {
        sessions.give(question, request, by, pin);
    }

    @Override
    public void refuse(String request) {
        sessions.refuse(request);
    }

    @Override
    public void end(String lease) {
        sessions.end(lease);
    }

    @Override
    public void stop() {
        sessions.stop();
    }

    @Override
    public void allowControlDuringRun(String question, AccountId by, char[] pin)
            throws SessionRefusedException, AnswerRefusedException, AccountRefusedException {
        sessions.allowControlDuringRun(question, by, pin);
    }

    @Override
    public void desktop(DesktopSession session) {
        sessions.desktop(session);
    }
}
