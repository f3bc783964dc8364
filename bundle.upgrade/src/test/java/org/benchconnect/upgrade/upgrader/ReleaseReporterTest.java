package org.benchconnect.upgrade.upgrader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.link.ReleaseReport;
import org.benchconnect.core.link.ReleaseReport.Outcome;
import org.benchconnect.core.signal.SoftwareVersion;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.upgrade.Approval.When;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.core.upgrade.Upgrades;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseReporterTest {
    private static final SoftwareVersion OLD = SoftwareVersion.parse("0.1.0").orElseThrow();
    private static final SoftwareVersion NEW = SoftwareVersion.parse("0.2.0").orElseThrow();
    private static final Duration HEALTH = Duration.ofSeconds(63);

    @TempDir
    Path home;

    private final FakeOutbox outbox = new FakeOutbox();
    private final AgentStore store = outbox.store();
    private Given pc;
    private ReleaseReporter reporter;

    @BeforeEach
    void agent() {
        pc = new Given(home);
        reporter = reporter(Given.NOON);
        reporter.look();
    }

    @Test
    void whatStaysIsReportedOnce() throws Exception {
        committed();

        reporter.look();
        reporter.look();

        assertEquals(List.of(new ReleaseReport(OLD, NEW, Outcome.COMMITTED)), outbox.reports);
    }

    @Test
    void nothingIsReportedBeforeTheEnd() throws Exception {
        pc.switched();

        reporter.look();

        assertEquals(List.of(), outbox.reports);
    }

    @Test
    void whatWasNotWellIsReportedAsGoneBack() throws Exception {
        pc.switched();
        pc.around.health = Given.UNWELL;
        pc.passes(HEALTH);

        reporter.look();

        assertEquals(UpgradeRecord.Outcome.WENT_BACK, pc.last().outcome());
        assertEquals(List.of(new ReleaseReport(OLD, NEW, Outcome.WENT_BACK)), outbox.reports);
    }

    @Test
    void aPersonsNoIsReportedWithWhatRunsAndWhatWasOffered() {
        pc.offered();
        reporter.look();
        pc.course.refuse(Given.PLAN);

        reporter.look();

        assertEquals(List.of(new ReleaseReport(OLD, NEW, Outcome.REFUSED)), outbox.reports);
    }

    @Test
    void aNoToWhatNobodySawIsReportedWithoutItsVersion() {
        pc.offered();
        pc.course.refuse(Given.PLAN);

        reporter.look();

        assertEquals(List.of(new ReleaseReport(OLD, null, Outcome.REFUSED)), outbox.reports);
    }

    @Test
    void aYesThatEndsByItselfIsNotReported() throws Exception {
        pc.allowed(When.AS_SOON_AS_IDLE);
        pc.journal.write(new org.benchconnect.upgrade.journal.Step.Refused(Given.PLAN, Ended.ENDED_EXPIRED.name()));

        reporter.look();

        assertEquals(List.of(), outbox.reports);
    }

    @Test
    void anotherAgentOrStoreReportsNothingTwice() throws Exception {
        committed();
        reporter.look();

        ReleaseReporter next = reporter(pc.clock.instant());
        next.look();
        next.bindStore(outbox.store());
        next.look();

        assertEquals(1, outbox.reports.size());
    }

    @Test
    void whatEndedWhileNobodyReportedIsReportedByTheNextAgent() throws Exception {
        reporter.unbindStore(store);
        committed();
        reporter.look();
        assertEquals(List.of(), outbox.reports);

        reporter(pc.clock.instant().plusSeconds(3600)).look();

        assertEquals(1, outbox.reports.size());
    }

    @Test
    void whatEndedBeforeAnythingWasEverReportedStaysHere() throws Exception {
        FakeOutbox fresh = new FakeOutbox();
        committed();

        ReleaseReporter next = reporter(pc.clock.instant().plusSeconds(1));
        next.bindStore(fresh.store());
        next.look();

        assertEquals(List.of(), fresh.reports);
    }

    @Test
    void whatEndedWhileTheStreamWasOffIsNeverReported() throws Exception {
        outbox.switchOff();
        committed();
        reporter.look();

        outbox.switchOn();
        reporter(Given.NOON).look();

        assertEquals(List.of(), outbox.reports);
    }

    @Test
    void aReportThatIsNotTakenChangesNoOutcomeAndIsTriedAgainAMinuteLater() throws Exception {
        outbox.full(true);
        committed();
        reporter.look();
        int writes = outbox.writes();
        reporter.look();
        assertEquals(writes, outbox.writes());
        assertEquals(UpgradeRecord.Outcome.COMMITTED, pc.last().outcome());

        outbox.full(false);
        pc.clock.step(Duration.ofSeconds(61));
        reporter.look();

        assertEquals(1, outbox.reports.size());
    }

    @Test
    void withoutNewsNothingIsWritten() {
        int writes = outbox.writes();

        reporter.look();
        reporter.look();

        assertEquals(1, writes);
        assertEquals(writes, outbox.writes());
    }

    private void committed() throws Exception {
        pc.switched();
        pc.passes(HEALTH);
        assertEquals(UpgradeRecord.Outcome.COMMITTED, pc.last().outcome());
    }

    private ReleaseReporter reporter(Instant since) {
        ReleaseReporter made = new ReleaseReporter(pc.journal, Optional.of(OLD), since, pc.clock);
        made.bindStore(store);
        made.bindUpgrades((Upgrades) Proxy.newProxyInstance(
                Upgrades.class.getClassLoader(),
                new Class<?>[] {Upgrades.class},
                (proxy, method, arguments) -> pc.course.state()));
        return made;
    }
}
