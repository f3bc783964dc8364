package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.benchconnect.console.BenchCode.BenchFact;
import org.benchconnect.console.BenchCode.Laser;
import org.benchconnect.console.StatusView.Alert;
import org.benchconnect.console.StatusView.AlertView;
import org.benchconnect.console.StatusView.PartView;
import org.benchconnect.core.feature.Feature;
import org.benchconnect.core.link.Link;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.status.StatusSource;
import org.benchconnect.core.store.StoreHealth;
import org.benchconnect.core.testing.SteppingClock;
import org.benchconnect.core.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DescriberTest {
    private static final Duration MOMENT = Duration.ofMillis(1);

    final SteppingClock clock = new SteppingClock(Instant.parse("2026-03-02T08:00:00Z"));
    final FakeAgent agent = new FakeAgent(clock);
    Describer describer;

    @BeforeEach
    void start() throws IOException {
        describer = new Describer(agent, ConsoleOnTheBench.wording(), "7", "24", clock);
    }

    @Nested
    class WhatIsMissing {
        @BeforeEach
        void nothingRunsYet() {
            agent.storeRuns = false;
            agent.notificationsRun = false;
            agent.watched = null;
        }

        @Test
        void isNoTroubleWhileTheAgentStarts() {
            clock.step(Describer.START.minus(MOMENT));

            assertEquals(List.of(), alerts());
        }

        @Test
        void isATroubleWhenTheAgentHasHadTheTimeToStart() {
            clock.step(Describer.START);

            assertEquals(
                    List.of(Alert.STORE_MISSING, Alert.NOTIFICATIONS_MISSING, Alert.INSTRUMENTS_MISSING), alerts());
        }

        @Test
        void isToldToAnOpenPageWhenItBecomesATrouble() {
            Snapshot before = describer.now(List.of());

            clock.step(Describer.START);

            assertNotEquals(before, describer.now(List.of()));
        }
    }

    @Test
    void aFullDiskIsATroubleFromTheFirstMoment() {
        agent.health = StoreHealth.DISK_FULL;

        assertEquals(List.of(Alert.STORE_DISK_FULL), alerts());
    }

    @Nested
    class TheReportOfALinkThatIsOff {
        @Test
        void saysThatItIsByChoice() {
            report(Subject.LINK_OFF);

            assertTrue(linkText().startsWith("Offline by choice"), linkText());
        }

        @Test
        void saysThatItsSettingsHaveAMistakeAndNotThatItIsByChoice() {
            report(Subject.LINK_REFUSED);

            assertEquals("The settings of the link have a mistake.", linkText());
        }

        @Test
        void ofAnEarlierStateDoesNotCount() {
            report(Subject.LINK_REFUSED);
            agent.linkStatus = new Link.Status(Link.State.ONLINE, clock.instant(), 3);

            assertEquals("Connected. Messages that wait to be sent: 3.", linkText());
        }
    }

    @Test
    void whatLinkAndDatabaseReportStandsWithThemAndNowhereElse() {
        report(Subject.LINK_OFF, Subject.STORE, Subject.UPGRADE);

        StatusView status = describer.status(Language.EN);

        assertEquals(
                List.of("UPGRADE"),
                status.parts().stream().map(PartView::subject).toList());
        StatusView.StoreView store = Objects.requireNonNull(status.store());
        assertEquals("Everything is stored safely. Size: 57 kB.", store.text());
        assertEquals("RED", store.facts().get("laser"));
        assertEquals("RED", Objects.requireNonNull(status.link()).facts().get("laser"));
    }

    @Test
    void withoutALinkNothingOfItsReportIsLost() {
        report(Subject.LINK_OFF);
        agent.linkStatus = null;

        assertEquals(1, describer.status(Language.EN).parts().size());
    }

    private void report(Subject... subjects) {
        agent.sources = Arrays.stream(subjects)
                .map(subject ->
                        (StatusSource) () -> new Status(subject, Facts.none().with(BenchFact.LASER, Laser.RED)))
                .toList();
    }

    private List<Alert> alerts() {
        return describer.status(Language.EN).alerts().stream()
                .map(AlertView::code)
                .toList();
    }

    private String linkText() {
        return Objects.requireNonNull(describer.status(Language.EN).link()).text();
    }

    private enum Subject {
        LINK_OFF,
        LINK_REFUSED,
        STORE,
        UPGRADE
    }

    @Test
    void theGenerationIsTheOneThatRunsNowAndNotTheOneThatWasLaunched() throws Exception {
        Describer launchedBefore = new Describer(agent, ConsoleOnTheBench.wording(), "6", "23", clock);

        StatusView.AgentView now = launchedBefore.status(Language.EN).agent();

        assertEquals("7", now.generation());
        assertEquals(
                agent.features().installed().stream().mapToInt(Feature::modules).sum(), now.modules());
    }
}
