package org.benchconnect.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleListTest {
    private static final String A = "a".repeat(64);

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        ModuleList list = new ModuleList(List.of(new ModuleList.Module(A, "modules/" + A + ".jar")));

        assertEquals(list, ModuleList.parse(list.toText()));
        assertEquals(64, list.digest().length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "x  a.jar\n",
                "AAAA  a.jar\n",
                " a.jar\n",
                "# comment\n",
                "\\0  a.jar\n",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa  ../../evil.jar\n",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa  /etc/evil.jar\n",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa  modules/../evil.jar\n",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa *a.jar\n",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa  a.sh\n",
            })
    void aListInAnyOtherFormIsRefused(String text) {
        assertThrows(StartRefusedException.class, () -> ModuleList.parse(text));
    }

    @Test
    void aModuleNamedTwiceIsRefused() {
        String line = A + "  a.jar\n";

        assertThrows(StartRefusedException.class, () -> ModuleList.parse(line + line));
    }

    @Test
    void otherBytesAreRefusedByName() throws Exception {
        Files.writeString(folder.resolve("a.jar"), "these bytes");
        ModuleList list = ReleaseList.of(folder);
        list.verify(folder);
        Files.writeString(folder.resolve("a.jar"), "those bytes");

        StartRefusedException refused = assertThrows(StartRefusedException.class, () -> list.verify(folder));

        assertTrue(refused.getMessage().contains("a.jar"));
    }

    @Test
    void librariesStartBeforeTheSettingsAndTheSettingsBeforeTheRest() throws Exception {
        for (String name : List.of(
                "org.benchconnect.console-1.jar",
                "org.benchconnect.settings-1.jar",
                "gson-2.jar",
                "org.benchconnect.core-1.jar",
                "org.benchconnect.adapter.navios-1.jar",
                "org.apache.felix.scr-2.jar")) {
            Files.writeString(folder.resolve(name), name);
        }

        List<String> order = ReleaseList.of(folder).modules().stream()
                .map(ModuleList.Module::file)
                .toList();

        assertEquals(
                List.of(
                        "gson-2.jar",
                        "org.apache.felix.scr-2.jar",
                        "org.benchconnect.core-1.jar",
                        "org.benchconnect.settings-1.jar",
                        "org.benchconnect.adapter.navios-1.jar",
                        "org.benchconnect.console-1.jar"),
                order);
    }
}
