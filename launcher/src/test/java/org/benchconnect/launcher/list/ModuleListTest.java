package org.benchconnect.launcher.list;

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
        assertThrows(ListRefusedException.class, () -> ModuleList.parse(text));
    }

    @Test
    void aModuleNamedTwiceIsRefused() {
        String line = A + "  a.jar\n";

        assertThrows(ListRefusedException.class, () -> ModuleList.parse(line + line));
    }

    @Test
    void otherBytesAreRefusedByName() throws Exception {
        Files.writeString(folder.resolve("a.jar"), "these bytes");
        ModuleList list =
                new ModuleList(List.of(new ModuleList.Module(ModuleList.sha256(folder.resolve("a.jar")), "a.jar")));
        list.verify(folder);
        Files.writeString(folder.resolve("a.jar"), "those bytes");

        ListRefusedException refused = assertThrows(ListRefusedException.class, () -> list.verify(folder));

        assertTrue(refused.getMessage().contains("a.jar"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r", "", "\n\n"})
    void aLineWithAnotherEndIsRefused(String end) {
        assertThrows(ListRefusedException.class, () -> ModuleList.parse(A + "  a.jar" + end));
    }
}
