package org.benchconnect.tests.filetransfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.benchconnect.tests.lab.LabPc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a PC has of file transfer before its installation: nothing. */
class NotOnTheDiskTest {
    @TempDir
    static Path folder;

    @Test
    void noModuleOfTheBaseReleaseHasAClassOfIt() throws Exception {
        try (LabPc pc = LabPc.furnished(folder, "Navios EX")) {
            List<Path> jars = jars(pc);

            assertTrue(jars.size() > 20, "only " + jars.size());
            for (Path jar : jars) {
                try (ZipFile zip = new ZipFile(jar.toFile())) {
                    assertEquals(
                            0,
                            zip.stream()
                                    .filter(entry -> entry.getName().contains("feature/filetransfer"))
                                    .count(),
                            jar::toString);
                }
            }
            pc.start();
            assertTrue(pc.services()
                    .find("org.benchconnect.teamviewerbridge.files.FileTransfer")
                    .isEmpty());
            assertTrue(pc.services()
                    .module("org.benchconnect.feature.filetransfer")
                    .isEmpty());
        }
    }

    private static List<Path> jars(LabPc pc) throws Exception {
        try (Stream<Path> installed = Files.walk(pc.installation());
                Stream<Path> home = Files.walk(pc.home())) {
            return Stream.concat(installed, home)
                    .filter(file -> file.toString().endsWith(".jar"))
                    .toList();
        }
    }
}
