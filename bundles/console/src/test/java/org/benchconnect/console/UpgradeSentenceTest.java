package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.upgrade.Hindrance;
import org.benchconnect.core.upgrade.UpgradePlan;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.core.upgrade.UpgradeState.Phase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is said of upgrades is true. */
@Timeout(60)
class UpgradeSentenceTest {
    @AutoClose
    ConsoleOnTheBench console;

    FakeUpgrades upgrades;

    @BeforeEach
    void start(@TempDir Path home) throws IOException {
        console = new ConsoleOnTheBench(home, Clock.systemUTC());
        upgrades = console.agent.upgrades;
    }

    @Test
    void afterAFailedLookNobodySaysThatNothingIsNewer() throws Exception {
        upgrades.failed = RefusedFor.SOURCE;

        assertTrue(text().contains("it is not known whether there is anything newer"), text());
        assertTrue(now().get("lookedText").getAsString().contains("“upgrade.source”"));
    }

    @Test
    void oneThatWentBackIsNamed() throws Exception {
        upgrades.changed(upgrades.record(UpgradeRecord.Outcome.WENT_BACK, Optional.of("MEMORY"), Optional.empty()));

        assertTrue(text().contains("did not stay: BenchConnect itself 0.2.0."), text());
    }

    @Test
    void afterANoItIsSaidUntilSomethingIsAllowed() throws Exception {
        console.agent.ledger.append(Event.of(EventKind.UPGRADE_REFUSED));
        assertTrue(text().contains("answered with “no”"), text());

        console.agent.ledger.append(Event.of(EventKind.UPGRADE_ALLOWED));
        assertEquals("There is nothing newer for this PC.", text());
    }

    @Test
    void goingBackIsNotToldAsANewerRelease() throws Exception {
        upgrades.phase = Phase.PROVES;
        upgrades.changed(rollback(UpgradeRecord.Outcome.PROVES));

        assertTrue(text().startsWith("Somebody went back"), text());
    }

    @Test
    void theWayBackIsNamedByItsVersionAndUntilWhenItRan() throws Exception {
        upgrades.changed(upgrades.record(UpgradeRecord.Outcome.COMMITTED, Optional.empty(), Optional.empty()));

        String before = now().get("beforeText").getAsString();

        assertTrue(before.startsWith("generation 6, which ran until March 3, 2026"), before);
        assertTrue(before.endsWith(": BenchConnect itself 0.1.0"), before);
    }

    @Test
    void whatIsFrozenDoesNotWaitForTheInstrument() throws Exception {
        upgrades.offers(FakeUpgrades.PLAN);
        upgrades.approval = upgrades.allowed();
        upgrades.phase = Phase.WAITS;
        upgrades.waitsFor = List.of(Hindrance.of(Hindrance.Reason.FROZEN), Hindrance.of(Hindrance.Reason.WINDOW));

        assertTrue(text().contains("frozen"), text());
        assertFalse(text().contains("idle"), text());
    }

    @Test
    void aFixThatIsAllowedAlreadyIsSaidToCome() throws Exception {
        UpgradePlan plan = FakeUpgrades.PLAN;
        upgrades.offers(new UpgradePlan(
                plan.id(),
                plan.source(),
                plan.features(),
                plan.changes(),
                plan.stops(),
                plan.asked(),
                plan.bytes(),
                plan.takes(),
                true));
        assertTrue(text().contains("until somebody here allows it"), text());

        console.agent.upgradeConsents.fixes = upgrades.allowed();

        assertTrue(text().contains("without a question"), text());
    }

    @Test
    void whoSaidThatItIsIdleIsNamed() throws Exception {
        console.agent.ledger.append(Event.of(EventKind.IDLE_STATED).by(FakeAccounts.LUIS));
        upgrades.idleUntil = Instant.parse("2026-03-02T10:15:00Z");

        assertTrue(now().get("idleText").getAsString().startsWith("Luis Ortega looked and said"));
    }

    @Test
    void aLookWithoutASourceNamesTheSettings() throws Exception {
        upgrades.refuses = new FeatureRefusedException(RefusedFor.SOURCE, "none is set");

        String whole =
                console.send("POST", "/api/v1/upgrade/check?lang=en", "{}").body();
        String stick = console.send("POST", "/api/v1/upgrade/check?lang=en", "{\"source\":\"/media/stick\"}")
                .body();

        assertTrue(whole.contains("vendor/profile.json"), whole);
        assertFalse(stick.contains("vendor/profile.json"), stick);
    }

    private UpgradeRecord rollback(UpgradeRecord.Outcome outcome) {
        return new UpgradeRecord(
                7,
                6,
                UpgradeRecord.Kind.ROLLBACK,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Instant.parse("2026-03-03T02:00:00Z"),
                Optional.empty(),
                outcome,
                Optional.empty());
    }

    private String text() throws Exception {
        return now().get("text").getAsString();
    }

    private JsonObject now() throws Exception {
        return ConsoleOnTheBench.json(console.call("GET", "/api/v1/upgrade?lang=en"));
    }
}
