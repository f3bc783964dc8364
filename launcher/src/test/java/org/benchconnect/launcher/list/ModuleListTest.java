package org.benchconnect.launcher.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleListTest {
    private static final String A = "a".repeat(64);
    private static final String HEAD = "# feature org.benchconnect.base 0.1.0 privileges none models any\n";

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        ModuleList list = list(new ModuleList.Module(A, "modules/" + A + ".jar"));

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
        assertThrows(ListRefusedException.class, () -> ModuleList.parse(HEAD + text));
    }

    @Test
    void aModuleNamedTwiceIsRefused() {
        String line = A + "  a.jar\n";

        assertThrows(ListRefusedException.class, () -> ModuleList.parse(HEAD + line + line));
    }

    @Test
    void otherBytesAreRefusedByName() throws Exception {
        Files.writeString(folder.resolve("a.jar"), "these bytes");
        ModuleList list = list(new ModuleList.Module(ModuleList.sha256(folder.resolve("a.jar")), "a.jar"));
        list.verify(folder);
        Files.writeString(folder.resolve("a.jar"), "those bytes");

        ListRefusedException refused = assertThrows(ListRefusedException.class, () -> list.verify(folder));

        assertTrue(refused.getMessage().contains("a.jar"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r", "", "\n\n"})
    void aLineWithAnotherEndIsRefused(String end) {
        assertThrows(ListRefusedException.class, () -> ModuleList.parse(HEAD + A + "  a.jar" + end));
    }

    @Test
    void aListWithoutALineOfAFeatureIsRefused() {
        assertThrows(ListRefusedException.Malformed.class, () -> ModuleList.parse(A + "  a.jar\n"));
    }

    @Test
    void severalFeaturesKeepTheirLinesAndTheOrderOfAllModules() throws Exception {
        String b = "b".repeat(64);
        String text = HEAD + A + "  a.jar\n"
                + "# feature org.benchconnect.files 2.0.0.rc1 privileges transfer-files,view-screen models DXFLEX,NAVIOS_EX\n"
                + b + "  b.jar\n"
                + "# feature org.benchconnect.shared 1.0.0 privileges none models any\n";

        ModuleList list = ModuleList.parse(text);

        assertEquals(text, list.toText());
        assertEquals(
                List.of(A, b),
                list.modules().stream().map(ModuleList.Module::sha256).toList());
        ModuleList.Feature files = list.feature("org.benchconnect.files").orElseThrow();
        assertEquals(List.of("transfer-files", "view-screen"), files.privileges());
        assertEquals(List.of("DXFLEX", "NAVIOS_EX"), files.models());
        assertEquals(List.of(b), files.sha256());
        assertTrue(list.byContent().toText().contains(b + "  modules/" + b + ".jar\n"));
        assertEquals(list.byContent(), ModuleList.parse(list.byContent().toText()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# feature a 1.0.0 privileges view-screen,control-input models any",
                "# feature a 1.0.0 privileges view-screen,view-screen models any",
                "# feature a 1.0.0 privileges view-screen, models any",
                "# feature a 1.0.0 privileges ,view-screen models any",
                "# feature a 1.0.0 privileges none,view-screen models any",
                "# feature a 1.0.0 privileges View models any",
                "# feature a 1.0.0 privileges none models none",
                "# feature a 1.0.0 privileges none models NAVIOS,DXFLEX",
                "# feature a 1.0.0 privileges none models any,NAVIOS",
                "# feature a 1.0.0 privileges none models any ",
                "# feature a 1.0.0 privileges none  models any",
                "#feature a 1.0.0 privileges none models any",
                "# feature a 1.0 privileges none models any",
                "# feature a 01.0.0 privileges none models any",
                "# feature A 1.0.0 privileges none models any",
                "# feature ../a 1.0.0 privileges none models any",
                "# feature a.sig 1.0.0 privileges none models any",
                "# feature a.tmp 1.0.0 privileges none models any",
                "# feature org.benchconnect.base 1.0.0 privileges none models any",
                "# a comment"
            })
    void aLineOfAFeatureInAnyOtherFormIsRefused(String line) {
        String text = HEAD + A + "  a.jar\n" + line + "\n";

        assertThrows(ListRefusedException.Malformed.class, () -> ModuleList.parse(text));
    }

    @Test
    void sha256sumChecksIt() throws Exception {
        Files.writeString(folder.resolve("a.jar"), "these bytes");
        ModuleList list = list(new ModuleList.Module(ModuleList.sha256(folder.resolve("a.jar")), "a.jar"));
        Files.writeString(folder.resolve("SHA256SUMS"), list.toText());

        Process check = new ProcessBuilder("sha256sum", "--strict", "-c", "SHA256SUMS")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();

        assertEquals("a.jar: OK\n", new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, check.waitFor());
    }

    private static ModuleList list(ModuleList.Module module) {
        return new ModuleList(List.of(
                new ModuleList.Feature("org.benchconnect.base", "0.1.0", List.of(), List.of(), List.of(module))));
    }
}
