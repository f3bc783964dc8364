package org.benchconnect.upgrade.upgrader;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.feature.Author;
import org.benchconnect.core.feature.Feature;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.FeatureSigner;
import org.benchconnect.core.feature.ModuleChange;
import org.benchconnect.core.testing.SteppingClock;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.UpgradePlan;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.core.upgrade.UpgradeRecord.FeatureStep;
import org.benchconnect.core.upgrade.UpgradeState.Phase;
import org.benchconnect.launcher.storage.DurableFiles;
import org.benchconnect.launcher.storage.testing.FaultyStorage;
import org.benchconnect.upgrade.journal.Journal;
import org.benchconnect.upgrade.journal.JournalFile;
import org.benchconnect.upgrade.upgrader.HealthLook.Answer;

/** An agent whose neighbours and time a test decides; what lies on the disk survives {@link #restart}. */
final class Given {
    static final String PLAN = "1".repeat(64);
    static final String DOCUMENT = "d".repeat(64);
    static final FeatureStep STEP =
            new FeatureStep("org.benchconnect.base", Optional.of("0.1.0"), Optional.of("0.2.0"), Optional.of(DOCUMENT));
    static final AccountId ADA = new AccountId("00000000000000ad");
    static final HealthLook WELL = new HealthLook(Answer.WELL, Set.of(), Set.of(), Map.of(), 0, 0);
    static final HealthLook UNWELL =
            new HealthLook(Answer.WELL, Set.of(), Set.of(), Map.of("store/Store", Answer.UNWELL), 0, 0);
    static final Duration MINUTE = Duration.ofMinutes(1);
    /** Within which the course does what nothing hinders any more. */
    static final Duration SOON = Duration.ofSeconds(3);

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    final SteppingClock clock = new SteppingClock(NOON);
    final FakeSurroundings around = new FakeSurroundings();
    final Journal journal;
    final FakeSteps steps;
    private final Path home;
    private final FaultyStorage storage;
    private final UpgradeSettings settings;
    Course course;

    Given(Path home, String window) {
        this.home = home;
        this.storage = new FaultyStorage(home, home.resolve("generations"));
        this.journal = new JournalFile(storage, home, clock);
        this.steps = new FakeSteps(journal);
        this.settings = new UpgradeSettings(
                Optional.empty(),
                Optional.of(Duration.ofHours(1)),
                MaintenanceWindow.parse(window).orElseThrow(),
                true,
                Duration.ofSeconds(60));
        this.course = started();
    }

    Given(Path home) {
        this(home, "");
    }

    private Course started() {
        Course started = new Course(steps, journal, around, Kept.in(storage, home), settings, clock, clock);
        started.tick();
        return started;
    }

    /** Puts a file into the home folder. */
    void write(String name, byte[] bytes) throws Exception {
        new DurableFiles(storage).write(home.resolve(name), bytes);
    }

    /** The agent, or this bundle alone, starts anew. */
    void restart() {
        course.close();
        course = started();
    }

    /** Time passes, with the course looking four times a second. */
    void passes(Duration time) {
        for (long i = 0; i < time.toMillis() / 250; i++) {
            clock.step(Duration.ofMillis(250));
            course.tick();
        }
    }

    Phase phase() {
        return course.state().phase();
    }

    /** The record of the newest upgrade. */
    UpgradeRecord last() {
        return course.state().last().orElseThrow();
    }

    void offered() {
        course.found(Optional.of(plan(PLAN)), Optional.empty(), Optional.empty(), false);
    }

    void allowed(Approval.When when) throws Exception {
        offered();
        course.approve(PLAN, approval(when));
    }

    void switched() throws Exception {
        allowed(Approval.When.AS_SOON_AS_IDLE);
        passes(SOON);
    }

    static Approval approval(Approval.When when) {
        return new Approval(7, ADA, NOON, when, Optional.empty());
    }

    static UpgradePlan plan(String id) {
        FeaturePlan feature = new FeaturePlan(
                DOCUMENT,
                new Feature("org.benchconnect.base", "0.2.0", 2, Set.of(), Set.of(), 1, new Author("Base", "It", "Us")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                new FeatureSigner("Us", "Us", NOON),
                Optional.empty(),
                List.of(),
                "",
                0,
                FeaturePlan.Outcome.NEEDS_CONSENT);
        return new UpgradePlan(
                id,
                "a folder",
                List.of(feature),
                List.of(new ModuleChange(
                        ModuleChange.Kind.CHANGED,
                        "org.benchconnect.store",
                        Optional.of("0.1.0"),
                        Optional.of("0.2.0"))),
                List.of("org.benchconnect.notify"),
                Set.of(),
                12_345,
                Duration.ofSeconds(1),
                false);
    }
}
