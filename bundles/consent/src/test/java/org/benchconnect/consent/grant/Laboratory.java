package org.benchconnect.consent.grant;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.benchconnect.consent.lease.HeldLeases;
import org.benchconnect.consent.lease.LeasesOfTests;
import org.benchconnect.consent.question.QuestionsOfTests;
import org.benchconnect.consent.question.Ticks;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.consent.Answer;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.consent.ConsentRequest;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.text.Language;
import org.benchconnect.crypto.testing.InMemoryIdentity;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.launcher.storage.testing.DiskState;
import org.benchconnect.launcher.storage.testing.FaultyStorage;
import org.benchconnect.ledger.testing.TestDevice;
import org.benchconnect.ledger.testing.TestLedger;

/** A PC of a laboratory: the real consents, questions, leases and ledger on a disk in memory; {@link #around} it fakes that each can be taken away. */
public final class Laboratory {
    public static final Path HOME = Path.of("/home");
    public static final Path INSTALLATION = Path.of("/installation");
    public static final String SUPPORT = Wording.REMOTE_SUPPORT;
    public static final String BASE = "org.benchconnect.base";
    public static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");
    public static final List<String> SUPPORT_PRIVILEGES = List.of("control-input", "share-clipboard", "view-screen");

    /** Where the grant of the remote support lies. */
    public static final Path GRANT = HOME.resolve("grants").resolve(SUPPORT);

    public static final Path SIGNATURE = HOME.resolve("grants").resolve(SUPPORT + ".sig");

    public final FaultyStorage storage;
    public final InMemoryIdentity device;
    public final TestDevice ledgerDevice;
    public final TestLedger realLedger;
    public final FakeModules launcher;
    public final FakeInstaller installer;
    public final Ticks ticks = new Ticks();
    public final QuestionsOfTests asking = new QuestionsOfTests(ticks);
    public final FakeAccounts people = new FakeAccounts();
    public final HeldLeases leases;
    public final GivenConsents consents;

    public Instant now = MORNING;
    public final FakeUpgrades upgrading = new FakeUpgrades();
    public final FakeNeighbours around = new FakeNeighbours();

    /** A new PC whose base release has the remote support. */
    public Laboratory() throws IOException {
        this(InstalledDisk.fresh(), new InMemoryIdentity(), new TestDevice());
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
        this.launcher = new FakeModules(
                storage,
                HOME,
                DeviceKey.of(device.publicKey()),
                Digests.sha256(storage.read(INSTALLATION.resolve("release/SHA256SUMS"), 1000)
                        .orElseThrow()));
        this.installer = new FakeInstaller(launcher);
        around.ledger = realLedger;
        around.accounts = people;
        around.questions = asking.questions;
        around.modules = launcher;
        around.features = installer;
        around.generations = installer;
        around.identity = device;
        around.upgrades = upgrading;
        launcher.has(SUPPORT, "0.1.0", SUPPORT_PRIVILEGES, List.of(), FakeModules.module("bridge"));
        this.leases = LeasesOfTests.of(ticks, realLedger, asking.questions);
        InstantSource wall = () -> now;
        this.consents =
                new GivenConsents(around, leases, storage, HOME, INSTALLATION, wall.withZone(ZoneOffset.UTC), ticks);
        if (looks) {
            consents.look();
        }
    }

    /** The same PC after a restart, before anybody has looked. */
    public Laboratory restartedWithoutLooking() throws IOException {
        return new Laboratory(storage, device, ledgerDevice, false);
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
        again.installer.offered.putAll(installer.offered);
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

    public ConsentRequest askInstall(FeaturePlan plan) throws FeatureRefusedException {
        return consents.ask(installer.offers(plan), Optional.empty(), Language.EN);
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

    /** Remote support is taken back; whether that is on the disk for good. */
    public boolean supportTakenBack() {
        return consents.withdraw(SUPPORT, Optional.empty()).durable();
    }

    /** Until the disk has done what nobody who takes back waits for longer than a moment. */
    public void awaitNoGrant() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < 6000 && (holds(GRANT) || holds(SIGNATURE)); i++) {
            never.await(5, TimeUnit.MILLISECONDS);
        }
    }

    private boolean holds(Path file) {
        return storage.state().files().contains(file);
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
}
