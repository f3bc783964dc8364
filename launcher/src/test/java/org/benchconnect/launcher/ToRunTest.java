package org.benchconnect.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.list.SignedList;
import org.benchconnect.launcher.list.SignedList.Kind;
import org.benchconnect.launcher.list.TestDevice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generation 1 is the base release, generation 2 is on trial, with a module of its own in the base feature. */
class ToRunTest {
    private final TestDevice device = new TestDevice();

    @TempDir
    Path folder;

    private Installation installation;
    private Path home;
    private Path generations;

    @BeforeEach
    void aGenerationOnTrial() throws Exception {
        installation = new Installation(folder.resolve("installation"));
        OneFeature.install(installation, "base");
        Files.writeString(installation.devicePin(), device.key().toText());
        home = folder.resolve("home");
        generations = home.resolve("generations");
        Home.take(home).close();
        Generation.current(installation, home);
        stage(2, OneFeature.of(List.of(module("newer"))));
        Files.writeString(generations.resolve("current.before"), "1\n");
    }

    @Test
    void theGenerationOnTrialRunsTwiceAndThenTheOneBefore() throws Exception {
        List<Integer> ran = new ArrayList<>();

        for (int start = 0; start < 4; start++) {
            ran.add(ToRun.in(installation, home).number());
        }

        assertEquals(List.of(2, 2, 1, 1), ran);
    }

    @Test
    void whatIsNoLongerOnTrialIsNotCounted() throws Exception {
        Files.delete(generations.resolve("current.before"));

        for (int start = 0; start < 4; start++) {
            assertEquals(2, ToRun.in(installation, home).number());
        }
    }

    @Test
    void aTornListGoesBackAndNothingIsStagedAnew() throws Exception {
        Files.writeString(generations.resolve("2").resolve(ModuleList.FILE), "");

        assertEquals(1, ToRun.in(installation, home).number());
        assertTrue(Files.notExists(generations.resolve("3")));
    }

    @Test
    void aPointerToNoGenerationGoesBack() throws Exception {
        Files.writeString(generations.resolve("current"), "77\n");

        assertEquals(1, ToRun.in(installation, home).number());
    }

    @Test
    void afterAnInstallerItsOwnBaseReleaseRuns() throws Exception {
        OneFeature.install(installation, "the next");

        Generation running = ToRun.in(installation, home);

        assertEquals(ModuleList.read(installation.releaseList()).byContent(), running.modules());
        assertTrue(Files.notExists(generations.resolve("current.before")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"current.before", "starts", "starts.tmp"})
    void aFolderInPlaceOfAFileKeepsNobodyFromStarting(String name) throws Exception {
        Files.deleteIfExists(generations.resolve(name));
        Files.createDirectories(generations.resolve(name).resolve("full"));

        assertEquals(2, ToRun.in(installation, home).number());
        assertTrue(Files.isDirectory(generations.resolve(name + ".refused-1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "", "77", "2 2"})
    void aWayBackToNoGenerationIsSetAsideAndWhatIsCurrentStays(String before) throws Exception {
        Files.writeString(generations.resolve("current.before"), before);
        Files.writeString(generations.resolve("starts"), "2\n");

        for (int start = 0; start < 3; start++) {
            assertEquals(2, ToRun.in(installation, home).number());
        }
        assertTrue(Files.exists(generations.resolve("current.before.refused-1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"link to a file", "link to nothing", "pipe"})
    void aLinkOrPipeAsTheWayBackIsNoTrialForEver(String what) throws Exception {
        Path before = generations.resolve("current.before");
        Files.delete(before);
        switch (what) {
            case "pipe" ->
                assertEquals(
                        0,
                        new ProcessBuilder("mkfifo", before.toString()).start().waitFor());
            case "link to a file" ->
                Files.createSymbolicLink(before, Files.writeString(folder.resolve("elsewhere"), "1\n"));
            default -> Files.createSymbolicLink(before, Path.of("/dev/null"));
        }

        for (int start = 0; start < 3; start++) {
            assertEquals(2, ToRun.in(installation, home).number());
        }
        assertTrue(Files.notExists(before, LinkOption.NOFOLLOW_LINKS));
        assertTrue(Files.exists(generations.resolve("current.before.refused-1"), LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void withoutAWayBackTheNewestWholeOneBelowRunsInPlaceOfOneThatIsTorn() throws Exception {
        stage(3, OneFeature.of(List.of(module("torn"))));
        Files.writeString(generations.resolve("3").resolve(ModuleList.FILE), "");
        Files.writeString(generations.resolve("current.before"), "garbage");

        assertEquals(2, ToRun.in(installation, home).number());
        assertEquals(2, ToRun.in(installation, home).number());
    }

    @Test
    void aWayBackWhoseModulesWereChangedIsNone() throws Exception {
        ModuleList.Module base =
                Generation.whole(1, installation, home).modules().modules().get(0);
        Files.writeString(home.resolve(base.file()), "other bytes");
        Files.writeString(generations.resolve("starts"), "2\n");

        assertEquals(2, ToRun.in(installation, home).number());
    }

    @Test
    void aWayBackLacksNothingThatTheInstallationHas() throws Exception {
        ModuleList.Module base =
                Generation.whole(1, installation, home).modules().modules().get(0);
        Files.delete(home.resolve(base.file()));
        Files.writeString(generations.resolve("starts"), "2\n");

        assertEquals(1, ToRun.in(installation, home).number());
    }

    @Test
    void whatIsCommittedAndChangedIsRefusedAsEver() throws Exception {
        Files.delete(generations.resolve("current.before"));
        Files.writeString(
                home.resolve(
                        OneFeature.of(List.of(module("newer"))).modules().get(0).file()),
                "other bytes");

        assertThrows(ListRefusedException.class, () -> ToRun.in(installation, home));
    }

    private ModuleList.Module module(String bytes) throws Exception {
        Path file = Files.writeString(folder.resolve("module.jar"), bytes);
        ModuleList.Module module = ModuleList.Module.of(ModuleList.sha256(file));
        Files.move(file, home.resolve(module.file()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return module;
    }

    private void stage(int number, ModuleList list) throws Exception {
        Path file = Files.createDirectories(generations.resolve(String.valueOf(number)))
                .resolve(ModuleList.FILE);
        Files.writeString(file, list.toText());
        Files.write(
                file.resolveSibling(ModuleList.FILE + SignedList.SUFFIX),
                SignedList.sign(
                        device,
                        list.toText().getBytes(StandardCharsets.UTF_8),
                        Kind.GENERATION,
                        number,
                        ModuleList.read(installation.releaseList()).digest()));
        Files.writeString(generations.resolve("current"), number + "\n");
    }
}
