package org.benchconnect.upgrade.attack;

import static org.benchconnect.core.feature.RefusedFor.ARCHIVE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Names in a zip file that lead elsewhere, or are one name to some program. What it carries is honest. */
class ZipNamesAttacksTest {
    @RegisterExtension
    final ZipLab lab = new ZipLab();

    @Test
    void twoEqualNames() {
        byte[] twins = lab.with("metadata/timestamp.jsoX", lab.files.get(ZipLab.TIMESTAMP));

        lab.refused(Bundles.replaced(twins, "timestamp.jsoX", "timestamp.json"), ARCHIVE, "no two names may be equal");
    }

    @Test
    void twoNamesThatAreEqualOnWindows() {
        lab.refused(lab.with("METADATA/Timestamp.JSON", new byte[1]), ARCHIVE, "no two names may be equal");
    }

    @Test
    void twoNamesThatAreEqualInUnicode() {
        lab.files.put("caf\u00e9", new byte[1]);

        lab.refused(lab.with("cafe\u0301", new byte[1]), ARCHIVE, "no two names may be equal");
    }

    @Test
    void aPathThatLeadsOut() {
        lab.refused(
                lab.with("../../../etc/cron.d/evil", new byte[1]),
                ARCHIVE,
                "plain relative path",
                "../../../etc/cron.d/evil");
    }

    @Test
    void aPathThatLeadsOutInTheMiddle() {
        lab.refused(lab.with("metadata/../../evil", new byte[1]), ARCHIVE, "plain relative path");
    }

    @Test
    void anAbsolutePath() {
        lab.refused(lab.with("/etc/passwd", new byte[1]), ARCHIVE, "plain relative path");
    }

    @Test
    void aBackslash() {
        lab.refused(lab.with("..\\..\\evil", new byte[1]), ARCHIVE, "plain relative path");
    }

    @Test
    void aDriveOfWindows() {
        lab.refused(lab.with("C:/evil", new byte[1]), ARCHIVE, "plain relative path");
    }

    @Test
    void aDeviceOfWindows() {
        lab.refused(lab.with("metadata/nul.json", new byte[1]), ARCHIVE, "plain relative path");
    }

    @Test
    void aNameWithANul() {
        lab.refused(lab.with("metadata/timestamp.json\0.txt", new byte[1]), ARCHIVE, "plain relative path");
    }

    @Test
    void aNameThatWritesOnTheTerminal() {
        lab.refused(lab.with("\u001b[2J\u202eevil", new byte[1]), ARCHIVE, "plain relative path");
    }
}
