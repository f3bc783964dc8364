package org.benchconnect.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.benchconnect.launcher.list.ModuleList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseListTest {
    @TempDir
    Path folder;

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
