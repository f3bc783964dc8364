package org.benchconnect.upgrade.feature;

import static org.benchconnect.upgrade.feature.Sample.BRIDGE;
import static org.benchconnect.upgrade.feature.Sample.BRIDGE_2_MODULE;
import static org.benchconnect.upgrade.feature.Sample.BRIDGE_MODULE;
import static org.benchconnect.upgrade.feature.Sample.DOCUMENT;
import static org.benchconnect.upgrade.feature.Sample.ENGINE;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.benchconnect.core.feature.RefusedFor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody has every key of the repository, but not the one for signing code. */
class ChangedAfterSigningTest {
    private Lab lab;

    @BeforeEach
    void lab(@TempDir Path folder) {
        lab = new Lab(folder);
    }

    /** Somebody has every key of the repository, but not the one for signing code. */
    private void changed(String old, String now) {
        String json = new String(DOCUMENT.toJson(), StandardCharsets.UTF_8);
        assertTrue(json.contains(old), json);
        byte[] bytes = json.replace(old, now).getBytes(StandardCharsets.UTF_8);
        lab.releaseAs("targets", DOCUMENT, bytes, Lab.signature(DOCUMENT.toJson()), BRIDGE, ENGINE);

        lab.refused(RefusedFor.SIGNER);
    }

    @Test
    void aPrivilegeAddedAfterSigningIsRefused() {
        changed("\"view-screen\"", "\"view-screen\", \"control-input\"");
    }

    @Test
    void aPrivilegeHiddenAfterSigningIsRefused() {
        changed("\"view-screen\"", "");
    }

    @Test
    void aModelListWidenedAfterSigningIsRefused() {
        lab.models = List.of("Navios");
        changed("\"models\": []", "\"models\": [\"NAVIOS\"]");
    }

    @Test
    void aCounterRaisedAfterSigningIsRefused() {
        changed("\"counter\": 3", "\"counter\": 99");
    }

    @Test
    void aCounterLoweredAfterSigningIsRefused() {
        changed("\"counter\": 3", "\"counter\": 2");
    }

    @Test
    void aFloorChangedAfterSigningIsRefusedAndNotRemembered() {
        changed("\"floor\": 0", "\"floor\": 3");

        assertFalse(Files.exists(lab.home.resolve("trust/security-floors")));
    }

    @Test
    void aRingWidenedAfterSigningIsRefused() {
        changed("\"ring\": 100", "\"ring\": 99");
    }

    @Test
    void aStatementChangedAfterSigningIsRefused() {
        changed("Somebody may help you.", "Nothing changes.");
    }

    @Test
    void aSettingAddedAfterSigningIsRefused() {
        changed("\"extensions\"", "\"configurations\": {\"a\": {\"b\": true}}, \"extensions\"");
    }

    @Test
    void anotherModuleNamedAfterSigningIsRefused() {
        changed(BRIDGE_MODULE.sha256(), BRIDGE_2_MODULE.sha256());
    }

    @Test
    void aDocumentChangedInTheRepositoryAloneIsRefused() {
        lab.release(DOCUMENT, BRIDGE, ENGINE);
        String path = FeatureLayout.document(DOCUMENT.id());
        byte[] other = new String(DOCUMENT.toJson(), StandardCharsets.UTF_8)
                .replace("view-screen", "view-screem")
                .getBytes(StandardCharsets.UTF_8);
        lab.replace(path, DOCUMENT.toJson(), other);

        lab.refused(RefusedFor.MISMATCH);
    }
}
