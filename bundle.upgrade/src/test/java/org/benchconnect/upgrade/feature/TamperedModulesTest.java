package org.benchconnect.upgrade.feature;

import static org.benchconnect.upgrade.feature.Sample.BRIDGE;
import static org.benchconnect.upgrade.feature.Sample.BRIDGE_2;
import static org.benchconnect.upgrade.feature.Sample.BRIDGE_MODULE;
import static org.benchconnect.upgrade.feature.Sample.DOCUMENT;
import static org.benchconnect.upgrade.feature.Sample.ENGINE;
import static org.benchconnect.upgrade.feature.Sample.ENGINE_MODULE;
import static org.benchconnect.upgrade.feature.Sample.asking;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules that are missing, changed or swapped. */
class TamperedModulesTest {
    private Lab lab;

    @BeforeEach
    void lab(@TempDir Path folder) {
        lab = new Lab(folder);
    }

    @Test
    void aModuleWithOtherBytesIsRefused() {
        lab.release(DOCUMENT, BRIDGE, ENGINE);
        byte[] other = ENGINE.clone();
        other[other.length / 2] ^= 1;
        lab.replace(FeatureLayout.module(ENGINE_MODULE.sha256()), ENGINE, other);

        lab.refused(RefusedFor.MODULE);
    }

    @Test
    void aShorterModuleIsRefused() {
        lab.release(DOCUMENT, BRIDGE, ENGINE);
        lab.replace(FeatureLayout.module(ENGINE_MODULE.sha256()), ENGINE, new byte[7]);

        lab.refused(RefusedFor.MODULE);
    }

    @Test
    void aModuleThatTheRepositoryDoesNotNameIsRefused() {
        lab.release(DOCUMENT, BRIDGE);

        lab.refused(RefusedFor.MODULE);
    }

    @Test
    void aModuleWhoseFileIsMissingIsRefused() throws Exception {
        lab.release(DOCUMENT, BRIDGE, ENGINE).repository.publish();
        String source = lab.folder();
        Files.delete(lab.file(FeatureLayout.module(ENGINE_MODULE.sha256()), ENGINE));

        FeatureRefusedException refused = assertThrows(FeatureRefusedException.class, () -> lab.plan(source));

        assertEquals(RefusedFor.MODULE, refused.reason(), refused.getMessage());
        assertEquals(List.of(), lab.modules());
    }

    @Test
    void aModuleSwappedWithAnothersDigestIsRefused() {
        FeatureModule swapped = Documents.module("com.example.bridge", ENGINE);
        lab.release(asking(3, swapped), ENGINE);

        lab.refused(RefusedFor.MODULE);
    }

    @Test
    void otherBytesUnderTheNameOfAModuleAreRefused() {
        lab.release(DOCUMENT, BRIDGE);
        lab.repository.target("targets", FeatureLayout.module(ENGINE_MODULE.sha256()), BRIDGE_2);

        lab.refused(RefusedFor.MISMATCH);
    }

    @Test
    void aLengthThatOnlyTheDocumentNamesIsRefused() {
        FeatureModule longer = new FeatureModule(
                ENGINE_MODULE.id(),
                ENGINE_MODULE.symbolicName(),
                ENGINE_MODULE.sha256(),
                ENGINE_MODULE.length() + 1,
                10);
        lab.release(asking(3, BRIDGE_MODULE, longer), BRIDGE, ENGINE);

        lab.refused(RefusedFor.MISMATCH);
    }

    @Test
    void moreBytesThanAreEverReadAreRefusedUnread() {
        FeatureModule[] huge = new FeatureModule[5];
        for (int i = 0; i < huge.length; i++) {
            huge[i] = new FeatureModule("g:m" + i + ":1", "m" + i, ("" + i).repeat(64), FeatureModule.MAX_LENGTH, 1);
        }
        lab.release(asking(3, huge));

        lab.refused(RefusedFor.TOO_LARGE);
    }

    @Test
    void aFileThatIsNoModuleIsRefused() {
        byte[] text = "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8);
        lab.release(asking(3, Documents.module("com.example.bridge", text)), text);

        lab.refused(RefusedFor.MODULE);
    }

    @Test
    void aFragmentOfAModuleOutsideItsFeatureIsRefused() {
        byte[] fragment = Jars.bundle("com.example.fragment", "1.0.0")
                .header("Fragment-Host", "org.benchconnect.core")
                .bytes();
        lab.release(asking(3, Documents.module("com.example.fragment", fragment)), fragment);

        lab.refused(RefusedFor.RESERVED);
    }

    @Test
    void aModuleThatWasThereBeforeStaysAfterARefusal() throws Exception {
        lab.release(asking(2, BRIDGE_MODULE), BRIDGE);
        lab.plan();
        lab.release(DOCUMENT, BRIDGE, ENGINE);
        lab.replace(FeatureLayout.module(ENGINE_MODULE.sha256()), ENGINE, new byte[7]);

        lab.refused(RefusedFor.MODULE);

        assertEquals(List.of(BRIDGE_MODULE.sha256() + ".jar"), lab.modules());
    }
}
