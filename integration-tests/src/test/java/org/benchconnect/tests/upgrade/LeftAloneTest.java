package org.benchconnect.tests.upgrade;

import static org.benchconnect.tests.lab.LabServices.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.lab.LabPc;
import org.benchconnect.tests.lab.LaterBase;
import org.benchconnect.tests.lab.Rebuilt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a real agent does when nobody is there: it goes on when the instrument's own files say that it is idle, and does not offer again what went back. Takes minutes,
 * for an instrument is idle only after two of them, and a look that is hinted at comes within two: only with {@code -Dbenchconnect.whole=true}.
 */
class LeftAloneTest {
    private static final Logger LOG = LoggerFactory.getLogger(LeftAloneTest.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration UNTIL_IDLE = Duration.ofMinutes(4);
    private static final Duration UNTIL_LOOK = Duration.ofSeconds(150);
    private static final Duration RESUMES = Duration.ofSeconds(60);
    private static final String ADAPTER = "org.benchconnect.adapter.navios";
    private static final String UPGRADES = "org.benchconnect.core.upgrade.Upgrades";
    private static final String INSTRUMENTS = "org.benchconnect.core.instrument.Instruments";

    @TempDir
    private Path folder;

    @Test
    void itGoesOnWhenTheInstrumentIsIdleAndDoesNotOfferAgainWhatWentBack() throws Exception {
        assumeTrue(Boolean.getBoolean("benchconnect.whole"), "skipped: takes minutes; -Dbenchconnect.whole=true");
        try (LabPc pc = LabPc.furnished(folder, "Navios EX")) {
            pc.set(
                    "upgrade",
                    Map.of(
                            "look-minutes",
                            60,
                            "health-seconds",
                            10,
                            "source",
                            pc.vendor().repository().toString()));
            pc.vendor().release(LaterBase.of("0.1.1", 2, Rebuilt.of(ADAPTER, "0.1.1")));
            pc.start();
            String administrator = pc.people().firstAdministrator();

            pc.instrumentWrites("Navios EX");
            pc.upgrade().check().ok();
            pc.upgrade().allow(administrator).ok();
            resumes(pc);

            pc.upgrade().rollback().ok();
            pc.upgrade().until(PATIENCE, "NOTHING_NEW");
            looksByItself(pc);
            assertEquals("NOTHING_NEW", pc.upgrade().phase(), "it is offered again though it went back");
            pc.upgrade().check().ok();
            assertEquals("OFFERED", pc.upgrade().phase(), "somebody asked, and it is there");
        }
    }

    private static void resumes(LabPc pc) throws Exception {
        Await.until("the instrument's files say that it is idle", UNTIL_IDLE, () -> activities(pc)
                .equals(List.of("IDLE")));
        long idle = System.nanoTime();
        pc.upgrade().until(RESUMES, "PROVES");
        LOG.info(
                "torture: resumed {} ms after IDLE",
                Duration.ofNanos(System.nanoTime() - idle).toMillis());
    }

    private static List<String> activities(LabPc pc) throws Exception {
        Optional<Object> instruments = pc.services().find(INSTRUMENTS);
        if (instruments.isEmpty()) {
            return List.of();
        }
        List<String> activities = new ArrayList<>();
        for (Object each : (List<?>) call(instruments.get(), "now")) {
            activities.add(String.valueOf(call(each, "activity")));
        }
        return activities;
    }

    private static void looksByItself(LabPc pc) throws Exception {
        JsonElement before = pc.upgrade().state().get("looked");
        long begun = System.nanoTime();
        call(pc.services().get(UPGRADES), "lookSoon");
        Await.until(
                "it looks by itself",
                UNTIL_LOOK,
                () -> !pc.upgrade().state().get("looked").equals(before));
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        LOG.info("torture: looked by itself {} ms after the hint", took.toMillis());
        assertTrue(took.compareTo(Duration.ofMinutes(2).plusSeconds(20)) < 0, "it took " + took);
    }
}
