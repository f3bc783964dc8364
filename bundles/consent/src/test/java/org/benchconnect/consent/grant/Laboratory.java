package org.benchconnect.consent.grant;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.benchconnect.consent.lease.HeldLeases;
import org.benchconnect.consent.lease.LeasesOfTests;
import org.benchconnect.consent.question.QuestionsOfTests;
import org.benchconnect.consent.question.Ticks;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.Accounts;
import org.benchconnect.core.consent.Answer;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.consent.ConsentRequest;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.feature.Feature;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.Features;
import org.benchconnect.core.feature.Generations;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.feature.TrustedVendor;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.instrument.InstrumentState;
import org.benchconnect.core.instrument.Instruments;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.upgrade.Upgrades;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.crypto.testing.InMemoryIdentity;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.launcher.storage.testing.DiskState;
import org.benchconnect.launcher.storage.testing.FaultyStorage;
import org.benchconnect.ledger.testing.TestDevice;
import org.benchconnect.ledger.testing.TestLedger;
import org.jspecify.annotations.Nullable;

/** A PC of a laboratory: the real consents, questions, leases and ledger on a disk in memory; around them fakes that each can be taken away. */
public final class Laboratory implements Neighbours, Features, Generations {
    public static final Path HOME = Path.of("/home");
    public static final Path INSTALLATION = Path.of("/installation");
    public static final String SUPPORT = Wording.REMOTE_SUPPORT;
    public static final String BASE = "org.benchconnect.base";
    public static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");
    public static final List<String> SUPPORT_PRIVILEGES = List.of("control-input", "share-clipboard", "view-screen");

    public final FaultyStorage storage;
    public final InMemoryIdentity device;
    public final TestDevice ledgerDevice;
    public final TestLedger realLedger;
    public final FakeModules launcher;
    public final Ticks ticks = new Ticks();
    public final QuestionsOfTests asking = new QuestionsOfTests(ticks);
    public final FakeAccounts people = new FakeAccounts();
    public final HeldLeases leases;
    public final GivenConsents consents;
    public final Map<String, FeaturePlan> offered = new HashMap<>();
    public final Map<String, FeaturePlan> verified = new HashMap<>();

    public Instant now = MORNING;
    public String model = "Navios EX";
    public Activity activity = Activity.IDLE;

    @Nullable
    public Ledger ledger;

    @Nullable
    public Accounts accounts = people;

    @Nullable
    public Questions questions = asking.questions;

    @Nullable
    public Generations generations = this;

    @Nullable
    public Features features = this;

    @Nullable
    public Modules modules;

    @Nullable
    public DeviceIdentity identity;

    public final FakeUpgrades upgrading = new FakeUpgrades();

    @Nullable
    public Upgrades upgrades = upgrading;

    public Optional<RefusedFor> installationFails = Optional.empty();
    public boolean removalFails;
    public Runnable duringInstallation = () -> {};

    /** A new PC whose base release has the remote support. */
    public Laboratory() throws IOException {
        this(fresh(), new InMemoryIdentity(), new TestDevice());
        write(
                INSTALLATION.resolve("device.pub"),
                DeviceKey.of(device.publicKey()).toText());
    }

    private Laboratory(FaultyStorage storage, InMemoryIdentity device, TestDevice ledgerDevice) throws IOException {
        this(storage, device, ledgerDevice, true);
    }

    private Laboratory(FaultyStorage storage, InMemoryIdentity device, TestDevice ledgerDevice, boolean looks)
            throws IOException {
        this.storage = storage;
        this.device = device;
        this.ledgerDevice = ledgerDevice;
        this.realLedger = TestLedger.open(storage, HOME, ledgerDevice, MORNING);
        this.ledger = realLedger;
        this.launcher = new FakeModules(
                storage,
                HOME,
                DeviceKey.of(device.publicKey()),
                Digests.sha256(storage.read(INSTALLATION.resolve("release/SHA256SUMS"), 1000)
                        .orElseThrow()));
        this.modules = launcher;
        this.identity = device;
        launcher.has(SUPPORT, "0.1.0", SUPPORT_PRIVILEGES, List.of(), FakeModules.module("bridge"));
        this.leases = LeasesOfTests.of(ticks, realLedger, asking.questions);
        InstantSource wall = () -> now;
        this.consents =
                new GivenConsents(this, leases, storage, HOME, INSTALLATION, wall.withZone(ZoneOffset.UTC), ticks);
        if (looks) {
            consents.look();
        }
    }

    /** The same PC after a restart, before anybody has looked. */
    public Laboratory restartedWithoutLooking() throws IOException {
        return new Laboratory(storage, device, ledgerDevice, false);
    }

    private static FaultyStorage fresh() throws IOException {
        FaultyStorage storage = new FaultyStorage(
                HOME, INSTALLATION, INSTALLATION.resolve("release"), HOME.resolve("grants"), HOME.resolve("consent"));
        storage.create(
                INSTALLATION.resolve("release/SHA256SUMS"),
                ("# feature " + BASE + " 0.1.0 privileges none models any\n# feature " + SUPPORT
                                + " 0.1.0 privileges control-input models any\n")
                        .getBytes(StandardCharsets.UTF_8));
        storage.create(INSTALLATION.resolve("release/" + SUPPORT + ".json"), "{}".getBytes(StandardCharsets.UTF_8));
        storage.force(INSTALLATION.resolve("release/SHA256SUMS"));
        storage.force(INSTALLATION.resolve("release/" + SUPPORT + ".json"));
        storage.forceFolder(INSTALLATION.resolve("release"));
        return storage;
    }

    /** The same PC after a restart: what was in memory is gone. */
    public Laboratory restarted() throws IOException {
        return startedWith(storage);
    }

    /** The same PC with what is on this disk, before anybody has looked. */
    public Laboratory startedWithoutLooking(DiskState left) throws IOException {
        return new Laboratory(left.storage(), device, ledgerDevice, false);
    }

    /** The same PC with what is on this disk. */
    public Laboratory startedWith(DiskState left) throws IOException {
        return startedWith(left.storage());
    }

    private Laboratory startedWith(FaultyStorage disk) throws IOException {
        Laboratory again = new Laboratory(disk, device, ledgerDevice);
        again.now = now;
        launcher.features().stream()
                .filter(one -> !one.name().equals(SUPPORT))
                .forEach(one -> again.launcher.has(
                        one.name(),
                        one.version(),
                        one.privileges(),
                        one.models(),
                        one.sha256().toArray(String[]::new)));
        again.offered.putAll(offered);
        return again;
    }

    public void write(Path file, String text) throws IOException {
        storage.create(file, text.getBytes(StandardCharsets.UTF_8));
        storage.force(file);
        storage.forceFolder(file.getParent());
    }

    /** The consents look, as once a second. */
    public void look() {
        consents.look();
    }

    /** Time goes by, and everybody looks. */
    public void pass(Duration time) {
        now = now.plus(time);
        asking.pass(time);
        realLedger.pass(time);
        consents.look();
    }

    /** A source that offers this. */
    public String offers(FeaturePlan plan) {
        offered.put("stick", plan);
        return "stick";
    }

    public ConsentRequest askInstall(FeaturePlan plan) throws FeatureRefusedException {
        return consents.ask(offers(plan), Optional.empty(), Language.EN);
    }

    public ConsentRequest askSupport() throws FeatureRefusedException {
        return consents.ask(SUPPORT, Language.EN);
    }

    public Answer yes(ConsentRequest request) throws AnswerRefusedException {
        return yes(request, FakeAccounts.ADMINISTRATOR, FakeAccounts.PIN, false);
    }

    public Answer yes(ConsentRequest request, AccountId who, String pin, boolean newerVersions)
            throws AnswerRefusedException {
        return new Answer(asking.answerable(), who, pin.toCharArray(), request.textDigest(), newerVersions);
    }

    public Consent give(ConsentRequest request) throws AnswerRefusedException {
        return consents.give(request.id(), yes(request));
    }

    /** Remote support, allowed. */
    public Consent supportAllowed() throws Exception {
        return give(askSupport());
    }

    public List<EventKind> kinds() {
        return realLedger.all().stream().map(entry -> entry.event().kind()).toList();
    }

    public long count(EventKind kind) {
        return kinds().stream().filter(kind::equals).count();
    }

    public Entry newest(EventKind kind) {
        return realLedger.all().stream()
                .filter(entry -> entry.event().kind() == kind)
                .reduce((one, two) -> two)
                .orElseThrow(() -> new AssertionError("no " + kind + " in " + kinds()));
    }

    public String detail(EventKind kind, Detail detail) {
        return newest(kind).event().details().getOrDefault(detail, "");
    }

    @Override
    public List<Feature> installed() {
        return List.of();
    }

    @Override
    public TrustedVendor vendor() {
        return new TrustedVendor(TrustedVendor.State.TRUSTED, "Example Vendor");
    }

    @Override
    public FeaturePlan plan(String source, Optional<String> name, Language language) throws FeatureRefusedException {
        FeaturePlan plan = offered.get(source);
        if (plan == null) {
            throw new FeatureRefusedException(RefusedFor.SOURCE, "no such source");
        }
        verified.put(plan.document(), plan);
        return plan;
    }

    @Override
    public void install(String document) throws FeatureRefusedException {
        duringInstallation.run();
        FeaturePlan plan = verified.get(document);
        if (plan == null) {
            throw new FeatureRefusedException(RefusedFor.STALE, "no plan");
        }
        if (installationFails.isPresent()) {
            throw new FeatureRefusedException(installationFails.get(), "it fails");
        }
        launcher.has(
                plan.feature().name(),
                plan.feature().version(),
                plan.feature().privileges().stream()
                        .map(Privilege::token)
                        .sorted()
                        .toList(),
                plan.feature().models().stream().sorted().toList(),
                plan.modules().stream().map(one -> one.sha256()).toArray(String[]::new));
    }

    @Override
    public void remove(String feature) throws FeatureRefusedException {
        if (removalFails) {
            throw new FeatureRefusedException(RefusedFor.NO_ROOM, "it fails");
        }
        launcher.hasNot(feature);
    }

    @Override
    public Set<String> models(String feature) {
        return launcher.features().stream()
                .filter(one -> one.name().equals(feature))
                .flatMap(one -> one.models().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public @Nullable Ledger ledger() {
        return ledger;
    }

    @Override
    public @Nullable Accounts accounts() {
        return accounts;
    }

    @Override
    public @Nullable Questions questions() {
        return questions;
    }

    @Override
    public @Nullable Generations generations() {
        return generations;
    }

    @Override
    public @Nullable Features features() {
        return features;
    }

    @Override
    public @Nullable Modules modules() {
        return modules;
    }

    @Override
    public @Nullable DeviceIdentity identity() {
        return identity;
    }

    @Override
    public @Nullable Upgrades upgrades() {
        return upgrades;
    }

    @Override
    public Instruments instruments() {
        return () -> List.of(new InstrumentState("navios", model.isEmpty() ? null : model, null, activity, true, null));
    }
}
