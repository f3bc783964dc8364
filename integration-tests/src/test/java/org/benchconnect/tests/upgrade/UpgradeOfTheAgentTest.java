package org.benchconnect.tests.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.lab.LabPc;
import org.benchconnect.tests.lab.LaterBase;
import org.benchconnect.tests.lab.Rebuilt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

/** The whole way of an upgrade and back, with the real agent: looked for, offered, allowed, waited with, carried out, proven, committed, gone back from. */
class UpgradeOfTheAgentTest {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Version OLD = new Version(0, 1, 0);
    private static final Version NEW = new Version(0, 1, 1);
    private static final String ADAPTER = "org.benchconnect.adapter.navios";
    private static final String REMOTE_SUPPORT = "org.benchconnect.remote-support";
    private static final String BRIDGE = "org.benchconnect.teamviewerbridge";
    private static final String RUNS = "adapter.repeated.runs";
    private static final String DRIFT = "adapter.drift.percent";

    private LabPc pc;
    private String administrator;

    @TempDir
    private Path folder;

    @Test
    void anUpgradeIsOfferedAllowedCarriedOutAndGoneBackFromAndNothingOfPeopleIsLost() throws Exception {
        try (LabPc furnished = LabPc.furnished(folder, "Navios EX")) {
            pc = furnished;
            pc.set("upgrade", Map.of("look-minutes", 0, "health-seconds", 30));
            peopleWant(9);
            pc.vendor()
                    .release(LaterBase.of("0.1.1", 2, Rebuilt.of(ADAPTER, "0.1.1"))
                            .setting(ADAPTER, Map.of(RUNS, 7L)));
            pc.start();
            administrator = pc.people().firstAdministrator();
            pc.people()
                    .give(pc.people().askFor(REMOTE_SUPPORT).ok().get("id").getAsString(), administrator, false)
                    .ok();
            itRuns(OLD, 3, 9);

            pc.upgrade().check().ok();

            assertEquals("OFFERED", pc.upgrade().phase());
            assertEquals(Set.of(ADAPTER), Plans.changed(pc.upgrade().plan()));
            Await.until("people are told that an upgrade is available", SOON, () -> notices()
                    .contains("0.1.1"));

            pc.instrumentWrites("Navios EX");
            pc.upgrade().allow(administrator).ok();
            Await.until("what is in the way is said", SOON, () -> pc.upgrade()
                    .state()
                    .getAsJsonArray("waitsFor")
                    .toString()
                    .contains("ACQUIRING"));
            pc.upgrade().stateIdle(administrator).ok();
            assertEquals("WAITS", pc.upgrade().phase());
            itRuns(OLD, 3, 9);

            theRunIsLongOver();
            pc.upgrade().stateIdle(administrator).ok(); // the one before ended with the run that was seen
            pc.upgrade().until(SOON, "PROVES");
            itRuns(NEW, 7, 9);
            assertTrue(Files.exists(pc.home().resolve("generations/current.before")));

            pc.upgrade().until(SOON, "NOTHING_NEW");
            assertFalse(Files.exists(pc.home().resolve("generations/current.before")));
            itRuns(NEW, 7, 9);
            itIsOnRecord("COMMITTED");
            peopleWant(8);
            itRuns(NEW, 7, 8);
            String settings = Files.readString(pc.home().resolve("config/agent.json"));

            pc.upgrade().rollback().ok();

            itRuns(OLD, 3, 8);
            pc.upgrade().until(SOON, "NOTHING_NEW", "OFFERED");
            itRuns(OLD, 3, 8);
            assertEquals("ROLLBACK", pc.upgrade().records().get(0).get("kind").getAsString());
            assertEquals(settings, Files.readString(pc.home().resolve("config/agent.json")));
            theLedgerIsWhole();
        }
    }

    /** Which adapter, with the release's own setting and the one of people, and remote support, which a person allowed before. */
    private void itRuns(Version version, int runs, double drift) throws Exception {
        Await.until("version " + version + " runs with the settings " + runs + " and " + drift, SOON, () -> {
            var adapters = pc.agent()
                    .context()
                    .getAllServiceReferences(
                            "org.benchconnect.core.instrument.InstrumentAdapter", "(adapter.id=navios)");
            return adapters != null
                    && adapters.length == 1
                    && adapters[0].getBundle().getVersion().equals(version)
                    && adapters[0].getProperty(RUNS).equals(runs)
                    && adapters[0].getProperty(DRIFT).equals(drift);
        });
        assertTrue(pc.services().module(BRIDGE).isPresent(), "remote support, which was allowed, does not run");
    }

    private void peopleWant(double drift) throws Exception {
        Map<String, Object> adapter = new HashMap<>();
        adapter.put("folder", pc.instrumentFolder().toString());
        adapter.put("drift-percent", drift);
        pc.set("adapter.navios", adapter);
    }

    /** What is watched anew knows no run but by the age of its files. */
    private void theRunIsLongOver() throws Exception {
        pc.instrumentIsQuiet();
        pc.services().module("org.benchconnect.instrument.folder").orElseThrow().stop();
        pc.services().module("org.benchconnect.instrument.folder").orElseThrow().start();
    }

    private void itIsOnRecord(String outcome) throws Exception {
        JsonObject record = pc.upgrade().records().get(0);
        assertEquals(outcome, record.get("outcome").getAsString());
        JsonObject module = record.getAsJsonArray("modules").get(0).getAsJsonObject();
        String page = pc.api().text(record.get("paper").getAsString() + "&lang=en");
        assertTrue(page.contains(module.get("from").getAsString()), page);
        assertTrue(page.contains(module.get("to").getAsString()), page);
        assertTrue(page.contains("Head of the laboratory"), page);
        assertTrue(page.contains("0.1.1"), page);
    }

    /** As an auditor looks at it, with the command line and this PC's public key. */
    private void theLedgerIsWhole() throws Exception {
        Path log = folder.resolve("log");
        command("audit", "export", log.toString(), "--home", pc.home().toString());
        command(
                "audit",
                "verify",
                log.toString(),
                "--key",
                pc.installation().resolve("device.pub").toString());
        String entries =
                pc.api().get("/api/v1/audit?from=0&limit=200&lang=en").ok().toString();
        for (String kind : Set.of("UPGRADE_ALLOWED", "UPGRADE_SWITCHED", "UPGRADE_COMMITTED", "IDLE_STATED")) {
            assertTrue(entries.contains(kind), kind + " is not in " + entries);
        }
    }

    private void command(String... words) throws Exception {
        List<String> all = new ArrayList<>();
        all.add(pc.installation().resolve("benchconnect").toString());
        all.addAll(List.of(words));
        Process process = new ProcessBuilder(all).inheritIO().start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue(), String.join(" ", words));
    }

    private String notices() throws Exception {
        return pc.api()
                .get("/api/v1/notices?lang=en&limit=1000&state=active")
                .ok()
                .toString();
    }
}
