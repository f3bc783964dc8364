package org.benchconnect.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.list.SignedList;
import org.benchconnect.launcher.list.SignedList.Kind;
import org.benchconnect.launcher.list.TestDevice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generation 1 is the base release with one module, generation 2 adds another and is signed. */
class SignedGenerationTest {
    private final TestDevice device = new TestDevice();

    @TempDir
    Path folder;

    private Installation installation;
    private Path home;
    private ModuleList second;

    @BeforeEach
    void anInstallationAndASignedGeneration() throws Exception {
        installation = new Installation(folder.resolve("installation"));
        OneFeature.install(installation, "base");
        pin(device);
        home = folder.resolve("home");
        Home.take(home).close();
        Generation.current(installation, home);
        second = withModule("added");
        stage(2, second, sign(device, second, Kind.GENERATION, 2));
    }

    @Test
    void aGenerationThatThePinnedDeviceSignedRuns() throws Exception {
        Generation running = Generation.current(installation, home);

        assertEquals(new Generation(2, second), running);
        running.modules().verify(home);
    }

    @Test
    void withoutAPinOnlyTheBaseReleaseRuns() throws Exception {
        Files.delete(installation.devicePin());

        assertBaseIsStagedAnewAndTheEvidenceStays();
    }

    @Test
    void underAnotherPinItDoesNotRun() throws Exception {
        pin(new TestDevice());

        assertBaseIsStagedAnewAndTheEvidenceStays();
    }

    @Test
    void aPinThatIsNoKeyIsNoPin() throws Exception {
        Files.writeString(installation.devicePin(), "any");

        assertBaseIsStagedAnewAndTheEvidenceStays();
    }

    @Test
    void underAPinOfLowOrderTheSignatureThatAnybodyCanWriteDoesNotCount() throws Exception {
        String identity = "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
        Files.writeString(
                installation.devicePin(),
                "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA" + identity + "\n-----END PUBLIC KEY-----\n");
        byte[] forged = Arrays.copyOf(Base64.getDecoder().decode(identity), DeviceKey.SIGNATURE_LENGTH);
        String base = ModuleList.read(installation.releaseList()).digest();
        byte[] list = second.toText().getBytes(StandardCharsets.UTF_8);
        stage(2, second, SignedList.sign(message -> forged, list, Kind.GENERATION, 2, base));

        assertBaseIsStagedAnewAndTheEvidenceStays();
    }

    @Test
    void aPinInTheHomeFolderIsNoPin() throws Exception {
        TestDevice intruder = new TestDevice();
        Files.writeString(home.resolve(DeviceKey.FILE), intruder.key().toText());
        Files.writeString(
                home.resolve("identity").resolve(DeviceKey.FILE), intruder.key().toText());
        stage(2, second, sign(intruder, second, Kind.GENERATION, 2));

        assertBaseIsStagedAnewAndTheEvidenceStays();
    }

    @Test
    void withoutASignatureItDoesNotRun() throws Exception {
        Files.delete(signature(2));

        assertBaseIsStagedAnewAndTheEvidenceStays();
    }

    @Test
    void withAModuleMoreThanSignedItDoesNotRun() throws Exception {
        List<ModuleList.Module> modules = new ArrayList<>(second.modules());
        modules.add(module("intruder"));
        Files.writeString(list(2), OneFeature.of(modules).toText());

        assertBaseIsStagedAnewAndTheEvidenceStays();
    }

    @Test
    void theListOfOneGenerationIsNoneOfAnother() throws Exception {
        stage(7, second, Files.readAllBytes(signature(2)));

        Generation running = Generation.current(installation, home);

        assertEquals(8, running.number());
        assertEquals(1, running.modules().modules().size());
    }

    @Test
    void aGrantsListIsNoGeneration() throws Exception {
        stage(2, second, sign(device, second, Kind.GRANTS, 2));

        assertBaseIsStagedAnewAndTheEvidenceStays();
    }

    @Test
    void afterAnInstallerItNoLongerRuns() throws Exception {
        OneFeature.install(installation, "the next base release");

        Generation running = Generation.current(installation, home);

        assertEquals(3, running.number());
        assertEquals(ModuleList.read(installation.releaseList()).byContent(), running.modules());
    }

    @Test
    void aGenerationThatLacksAModuleGivesWayToTheBaseRelease() throws Exception {
        Files.delete(home.resolve(second.modules().get(1).file()));

        assertBaseIsStagedAnewAndTheEvidenceStays();
    }

    @Test
    void aModuleOfTheBaseReleaseIsTakenFromTheInstallationAgain() throws Exception {
        Files.delete(home.resolve(second.modules().get(0).file()));

        Generation running = Generation.current(installation, home);

        assertEquals(2, running.number());
        running.modules().verify(home);
    }

    @Test
    void aSignedNameThatIsNoContentIsRefused() throws Exception {
        ModuleList named = OneFeature.of(
                List.of(new ModuleList.Module(second.modules().get(0).sha256(), "modules/other.jar")));
        stage(2, named, sign(device, named, Kind.GENERATION, 2));

        assertBaseIsStagedAnewAndTheEvidenceStays();
    }

    private void assertBaseIsStagedAnewAndTheEvidenceStays() throws Exception {
        Generation running = Generation.current(installation, home);

        assertEquals(3, running.number());
        assertEquals(ModuleList.read(installation.releaseList()).byContent(), running.modules());
        assertTrue(Files.exists(list(2)));
        running.modules().verify(home);
    }

    private void pin(TestDevice pinned) throws Exception {
        Files.writeString(installation.devicePin(), pinned.key().toText());
    }

    private ModuleList withModule(String bytes) throws Exception {
        List<ModuleList.Module> modules = new ArrayList<>(
                ModuleList.read(installation.releaseList()).byContent().modules());
        modules.add(module(bytes));
        return OneFeature.of(modules);
    }

    private ModuleList.Module module(String bytes) throws Exception {
        Path file = Files.writeString(folder.resolve("module.jar"), bytes);
        String digest = ModuleList.sha256(file);
        Files.move(file, home.resolve("modules/" + digest + ".jar"));
        return new ModuleList.Module(digest, "modules/" + digest + ".jar");
    }

    private byte[] sign(TestDevice signer, ModuleList list, Kind kind, long serial) throws Exception {
        String base = ModuleList.read(installation.releaseList()).digest();
        return SignedList.sign(signer, list.toText().getBytes(StandardCharsets.UTF_8), kind, serial, base);
    }

    private void stage(int number, ModuleList list, byte[] signature) throws Exception {
        Files.createDirectories(list(number).getParent());
        Files.writeString(list(number), list.toText());
        Files.write(signature(number), signature);
        Files.writeString(home.resolve("generations/current"), number + "\n");
    }

    private Path list(int number) {
        return home.resolve("generations").resolve(String.valueOf(number)).resolve(ModuleList.FILE);
    }

    private Path signature(int number) {
        return list(number).resolveSibling(ModuleList.FILE + SignedList.SUFFIX);
    }
}
