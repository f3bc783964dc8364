package org.benchconnect.upgrade.feature;

import static org.benchconnect.upgrade.feature.Sample.BRIDGE;
import static org.benchconnect.upgrade.feature.Sample.BRIDGE_MODULE;
import static org.benchconnect.upgrade.feature.Sample.DOCUMENT;
import static org.benchconnect.upgrade.feature.Sample.ENGINE;
import static org.benchconnect.upgrade.feature.Sample.asking;
import static org.benchconnect.upgrade.feature.Sample.released;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases that are genuine, but older than what may run here, or for other PCs. */
class NotForThisPcTest {
    private Lab lab;

    @BeforeEach
    void lab(@TempDir Path folder) {
        lab = new Lab(folder);
    }

    @Test
    void aLowerCounterThanWhatRunsIsRefused() {
        lab.installed(asking(4, BRIDGE_MODULE)).runs(BRIDGE).release(DOCUMENT, BRIDGE, ENGINE);

        lab.refused(RefusedFor.OLDER_RELEASE);
    }

    @Test
    void otherContentUnderTheCounterThatRunsIsRefused() {
        lab.installed(asking(3, BRIDGE_MODULE)).runs(BRIDGE).release(DOCUMENT, BRIDGE, ENGINE);

        lab.refused(RefusedFor.OLDER_RELEASE);
    }

    @Test
    void aReleaseBelowAFloorThatWasVerifiedOnceIsRefused() throws Exception {
        lab.release(released(9, 8, 100), BRIDGE, ENGINE);
        lab.plan();
        lab.repository.edit("targets", signed -> signed.add("targets", new JsonObject()));
        lab.release(released(7, 0, 100), BRIDGE, ENGINE);

        FeatureRefusedException refused = lab.refused(RefusedFor.OLDER_RELEASE);

        assertTrue(refused.getMessage().contains("floor"), refused.getMessage());
    }

    @Test
    void aLowerFloorInALaterReleaseLowersNothing() throws Exception {
        lab.release(released(9, 8, 100), BRIDGE, ENGINE);
        lab.plan();
        lab.release(released(10, 0, 100), BRIDGE, ENGINE);
        lab.plan();
        lab.repository.edit("targets", signed -> signed.add("targets", new JsonObject()));
        lab.release(released(7, 0, 100), BRIDGE, ENGINE);

        lab.refused(RefusedFor.OLDER_RELEASE);
    }

    @Test
    void aFloorFileThatSomebodyChangedStopsEverything() throws Exception {
        Lab.write(lab.home.resolve("trust/security-floors"), "none".getBytes(StandardCharsets.US_ASCII));
        lab.release(DOCUMENT, BRIDGE, ENGINE);

        lab.refused(RefusedFor.OLDER_RELEASE);
    }

    @Test
    void aReleaseForAnotherInstrumentIsRefused() {
        lab.models = List.of("Navios");
        lab.release(released(3, 0, 100, "NAVIOS_EX"), BRIDGE, ENGINE);

        lab.refused(RefusedFor.MODEL);
    }

    @Test
    void aReleaseForAnInstrumentIsRefusedWhereNoneIsKnown() {
        lab.release(released(3, 0, 100, "NAVIOS_EX"), BRIDGE, ENGINE);

        lab.refused(RefusedFor.MODEL);
    }

    @Test
    void aReleaseWhoseRingHasNotItsTurnIsRefused() {
        lab.release(released(3, 0, 50), BRIDGE, ENGINE);

        lab.refused(RefusedFor.RING);
    }

    @Test
    void aFeatureThatIsNotOfferedIsRefused() {
        lab.release(Documents.of("another", 1, BRIDGE_MODULE), BRIDGE);

        lab.refused(RefusedFor.NOT_OFFERED);
    }

    @Test
    void withoutANameOneOfSeveralIsNotChosen() throws Exception {
        lab.release(DOCUMENT, BRIDGE, ENGINE)
                .release(Documents.of("another", 1, BRIDGE_MODULE))
                .repository
                .publish();
        String source = lab.folder();

        FeatureRefusedException refused =
                assertThrows(FeatureRefusedException.class, () -> new FeatureInstaller(lab.pc())
                        .plan(source, Optional.empty(), Language.EN));

        assertEquals(RefusedFor.NOT_OFFERED, refused.reason());
        assertTrue(refused.getMessage().contains("another, remote-support"), refused.getMessage());
    }
}
