package org.benchconnect.upgrade.repository;

import static org.benchconnect.upgrade.repository.ZipCase.isRefused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that mean two things, or lead out. */
class ZipNamesTest {
    private final ZipBuilder zip = ZipCase.repository();

    @Test
    void twoEqualNames() {
        zip.file("targets/a.jar", "one").file("targets/a.jar", "two");

        isRefused(zip, ZipFlaw.EQUAL_NAMES);
    }

    @Test
    void twoNamesEqualButForCase() {
        zip.file("targets/a.jar", "one").file("targets/A.JAR", "two");

        isRefused(zip, ZipFlaw.EQUAL_NAMES);
    }

    @Test
    void twoNamesEqualButForUnicodeForm() {
        zip.file("targets/caf\u00e9", "one").file("targets/cafe\u0301", "two");

        isRefused(zip, ZipFlaw.EQUAL_NAMES);
    }

    @Test
    void aFileAndAFolderOfOneName() {
        zip.file("targets/a", "one");
        zip.entry("targets/a/", new byte[0]).unixMode = 0;

        isRefused(zip, ZipFlaw.EQUAL_NAMES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/cron.d/x",
                "targets/../../x",
                "/etc/passwd",
                "targets//x",
                "./x",
                "C:/windows/x",
                "targets\\..\\x",
                "targets/x:stream",
                "targets/nul",
                "targets/COM1.json",
                "targets/x.",
                "targets/x ",
                "targets/a\u0000b",
                "targets/\u202egpj.jar"
            })
    void pathTraversalAndItsRelatives(String name) {
        zip.file(name, "x");

        isRefused(zip, ZipFlaw.UNSAFE_NAME);
    }

    @Test
    void aNameInACodePageThatNobodyKnows() {
        zip.entry("targets/\u00e9", new byte[1]).flags = 0;

        isRefused(zip, ZipFlaw.UNSAFE_NAME);
    }

    @Test
    void anotherNameInTheEntryThanInTheList() {
        zip.entry("targets/good.jar", new byte[1]).localName = "targets/evil.jar";

        isRefused(zip, ZipFlaw.TWO_STORIES);
    }

    @Test
    void aSecondNameInAnExtraField() {
        zip.entry("targets/a.jar", new byte[1]).extra = new byte[] {0x75, 0x70, 1, 0, 1};

        isRefused(zip, ZipFlaw.TWO_STORIES);
    }
}
