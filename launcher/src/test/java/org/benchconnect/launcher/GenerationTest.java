package org.benchconnect.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.list.ModuleList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationTest {
    @TempDir
    Path folder;

    private Installation installation;
    private Path home;

    @BeforeEach
    void anInstallationWithOneModule() throws Exception {
        installation = new Installation(folder.resolve("installation"));
        OneFeature.install(installation, "one");
        home = folder.resolve("home");
        Home.take(home).close();
    }

    @Test
    void theFirstStartStagesTheBaseRelease() throws Exception {
        Generation first = Generation.current(installation, home);

        assertEquals(1, first.number());
        first.modules().verify(home);
        assertEquals("1", Files.readString(home.resolve("generations/current")).strip());
    }

    @Test
    void theNextStartRunsTheSameGeneration() throws Exception {
        Generation first = Generation.current(installation, home);

        assertEquals(first, Generation.current(installation, home));
    }

    @Test
    void aNewerInstallationBecomesANewGenerationAndTheOldOneStays() throws Exception {
        Generation first = Generation.current(installation, home);
        OneFeature.install(installation, "two");

        Generation second = Generation.current(installation, home);

        assertEquals(2, second.number());
        second.modules().verify(home);
        first.modules().verify(home);
    }

    @Test
    void aReleaseWhoseBytesDifferFromItsListIsNotStaged() throws Exception {
        Files.writeString(installation.release().resolve("a.jar"), "other bytes than the list says");

        assertThrows(ListRefusedException.class, () -> Generation.current(installation, home));
        assertTrue(Files.notExists(home.resolve("generations/current")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc\n",
                "",
                "7\n",
                "1\u0000",
                "not a number of at most nine digits, and longer than any pointer is"
            })
    void aPointerThatNamesNoGenerationIsReplaced(String pointer) throws Exception {
        Generation first = Generation.current(installation, home);
        Files.writeString(home.resolve("generations/current"), pointer);

        Generation next = Generation.current(installation, home);

        assertEquals(2, next.number());
        assertEquals(first.modules(), next.modules());
    }

    @Test
    void aTornListIsReplaced() throws Exception {
        Generation.current(installation, home);
        Files.writeString(home.resolve("generations/1").resolve(ModuleList.FILE), "");

        assertEquals(2, Generation.current(installation, home).number());
    }

    @Test
    void aCacheThatIsALinkIsRemovedAndWhatItPointsToStays() throws Exception {
        Path precious = Files.writeString(
                Files.createDirectories(folder.resolve("elsewhere")).resolve("precious"), "");
        Files.createSymbolicLink(home.resolve("run/felix-cache"), precious.getParent());

        Home.take(home).close();

        assertTrue(Files.exists(precious));
        assertTrue(Files.notExists(home.resolve("run/felix-cache")));
    }

    @Test
    void aModuleThatHasGoneIsTakenFromTheInstallationAgain() throws Exception {
        Generation first = Generation.current(installation, home);
        Files.delete(home.resolve(first.modules().modules().get(0).file()));

        Generation again = Generation.current(installation, home);

        assertEquals(first, again);
        again.modules().verify(home);
    }

    @Test
    void aListThatSomebodyEditedIsReplacedByTheInstallationsOwn() throws Exception {
        Generation first = Generation.current(installation, home);
        Path list = home.resolve("generations/1").resolve(ModuleList.FILE);
        Files.writeString(
                list,
                "# feature org.benchconnect.base 0.1.0 privileges none models any\n" + "b".repeat(64) + "  modules/"
                        + "b".repeat(64) + ".jar\n");

        Generation second = Generation.current(installation, home);

        assertEquals(2, second.number());
        assertEquals(first.modules(), second.modules());
    }

    @Test
    void aSymbolicLinkIsNoModule() throws Exception {
        Generation first = Generation.current(installation, home);
        Path module = home.resolve(first.modules().modules().get(0).file());
        Path elsewhere = Files.move(module, folder.resolve("elsewhere.jar"));
        Files.createSymbolicLink(module, elsewhere);

        assertThrows(
                ListRefusedException.class,
                () -> Generation.current(installation, home).modules().verify(home));
    }

    @Test
    void theHomeFolderIsClosedToOthersWhateverItWasBefore() throws Exception {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.setPosixFilePermissions(home.resolve("data"), PosixFilePermissions.fromString("rwxrwxrwx"));

        Home.take(home).close();

        assertEquals("rwxr-x---", PosixFilePermissions.toString(Files.getPosixFilePermissions(home)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("data"))));
    }

    @Test
    void aHomeThatIsAFileIsRefusedInPlainWords() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        StartRefusedException refused = assertThrows(StartRefusedException.class, () -> Home.take(file));

        assertTrue(refused.getMessage().contains("is no folder"), refused::getMessage);
    }

    @Test
    void aHomeFolderIsTakenOnce() throws Exception {
        try (Home held = Home.take(home)) {
            StartRefusedException refused = assertThrows(StartRefusedException.class, () -> Home.take(home));
            assertTrue(refused.getMessage().contains("another agent is running"), held.folder()::toString);
        }
        Home.take(home).close();
    }
}
