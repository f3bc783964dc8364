package org.benchconnect.crypto.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.benchconnect.crypto.device.KeyOpening.Pauses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyOpeningTest {
    private static final Pauses SHORT = new Pauses(Duration.ofMillis(20), Duration.ofMillis(20));

    private final BlockingQueue<OpenedKeys> ready = new LinkedBlockingQueue<>();
    private final List<KeyOpening> begun = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    @TempDir
    Path home;

    @BeforeEach
    void aHome() throws Exception {
        Files.createDirectory(home.resolve("identity"));
        Files.createDirectory(home.resolve("run"));
    }

    @AfterEach
    void end() throws Exception {
        begun.forEach(KeyOpening::end);
        for (Thread thread : threads) {
            thread.join(180_000);
            assertFalse(thread.isAlive());
        }
    }

    @Test
    void withoutAnythingBetterTheFirstStartUsesAFileAndSaysSo() throws Exception {
        begin(MadeIdentity.protectors("best", home));

        OpenedKeys keys = ready.poll(180, TimeUnit.SECONDS);

        assertEquals(ProtectorKind.FILE, keys.protector());
        assertEquals(
                "KEYS_NOT_PROTECTED_NOT_PINNED",
                KeysStatus.ready(keys.protector(), KeysStatus.Pin.NONE)
                        .subject()
                        .toString());
    }

    @Test
    void theNextStartHasTheSameKeys() throws Exception {
        MadeIdentity.in(home);

        begin(MadeIdentity.protectors("best", home));
        begin(MadeIdentity.protectors("best", home));

        OpenedKeys one = ready.poll(180, TimeUnit.SECONDS);
        OpenedKeys other = ready.poll(180, TimeUnit.SECONDS);
        assertEquals(DevicePublicKey.of(one.publicKey()), DevicePublicKey.of(other.publicKey()));
    }

    @Test
    void twoAttemptsAtTheSameTimeMakeOneIdentity() throws Exception {
        begin(MadeIdentity.protectors("file", home));
        begin(MadeIdentity.protectors("file", home));

        OpenedKeys one = ready.poll(180, TimeUnit.SECONDS);
        OpenedKeys other = ready.poll(180, TimeUnit.SECONDS);

        assertEquals(DevicePublicKey.of(one.publicKey()), DevicePublicKey.of(other.publicKey()));
    }

    @Test
    void keysOnceMadeKeepTheirProtectorWhateverTheSettingsSay() throws Exception {
        Files.delete(home.resolve("identity"));
        MadeIdentity.in(home);

        begin(MadeIdentity.protectors("tpm2", home));

        assertEquals(ProtectorKind.FILE, ready.poll(180, TimeUnit.SECONDS).protector());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tpm2", "pkcs11", "dpapi"})
    void aProtectorThatIsAskedForAndIsNotThereIsNotReplacedByAWeakerOne(String wish) throws Exception {
        KeyOpening opening = begin(MadeIdentity.protectors(wish, home));

        awaitStatus(opening, "KEYS_NOT_MADE");

        assertEquals(null, ready.poll(100, TimeUnit.MILLISECONDS));
        assertFalse(new IdentityFolder(home).isTaken());
    }

    @Test
    void aTpmThatIsThereButOutOfReachIsNotReplacedByAFile() throws Exception {
        Path node = Files.createSymbolicLink(home.resolve("tpmrm0"), home.resolve("nowhere"));
        TpmPresence outOfReach = new TpmPresence(node, List.of(), home.resolve("no-version"), () -> true);
        KeyOpening opening = begin(MadeIdentity.protectors("best", home, outOfReach));

        awaitStatus(opening, "KEYS_NOT_MADE");

        assertEquals(null, ready.poll(100, TimeUnit.MILLISECONDS));
        assertFalse(new IdentityFolder(home).isTaken());
    }

    @Test
    void aTpmThatComesBackIsAskedAgain() throws Exception {
        Swtpm.assumeInstalled();
        Path state = home.resolve("tpm");
        try (Swtpm tpm = Swtpm.start(state)) {
            begin(MadeIdentity.protectors("tpm2", home, Tpm2Commands.atAddress(tpm.tcti(), home.resolve("run"))));
            assertEquals(ProtectorKind.TPM2, ready.poll(180, TimeUnit.SECONDS).protector());
        }
        Tpm2Commands gone = Tpm2Commands.atAddress("swtpm:host=127.0.0.1,port=1", home.resolve("run"));
        KeyOpening opening = begin(MadeIdentity.protectors("best", home, gone));
        awaitStatus(opening, "KEYS_UNAVAILABLE");
        opening.end();

        try (Swtpm tpm = Swtpm.start(state)) {
            begin(MadeIdentity.protectors("best", home, Tpm2Commands.atAddress(tpm.tcti(), home.resolve("run"))));

            assertEquals(ProtectorKind.TPM2, ready.poll(180, TimeUnit.SECONDS).protector());
        }
    }

    @Test
    void theTpmOfAnotherPcRefusesAndNothingIsReplaced() throws Exception {
        Swtpm.assumeInstalled();
        try (Swtpm tpm = Swtpm.start(home.resolve("tpm"))) {
            begin(MadeIdentity.protectors("tpm2", home, Tpm2Commands.atAddress(tpm.tcti(), home.resolve("run"))));
            ready.poll(180, TimeUnit.SECONDS);
        }
        String before = Files.readString(home.resolve("identity/device.key"));

        try (Swtpm other = Swtpm.start(home.resolve("other"))) {
            KeyOpening opening = begin(
                    MadeIdentity.protectors("best", home, Tpm2Commands.atAddress(other.tcti(), home.resolve("run"))));
            awaitStatus(opening, "KEYS_REFUSED");
        }

        assertEquals(before, Files.readString(home.resolve("identity/device.key")));
        assertTrue(ready.isEmpty());
    }

    @Test
    void filesThatAreNoIdentityAreNotReplaced() throws Exception {
        Path stray = Files.writeString(home.resolve("identity/device.pub"), "something");
        KeyOpening opening = begin(MadeIdentity.protectors("best", home));

        awaitStatus(opening, "KEYS_BROKEN");

        assertEquals("something", Files.readString(stray));
    }

    @Test
    void aPassphraseIsWaitedForTriedAndAskedForAgain() throws Exception {
        Protectors protectors = MadeIdentity.protectors("passphrase", home);
        KeyOpening first = begin(protectors);
        awaitStatus(first, "KEYS_PASSPHRASE_WANTED");
        give("short");
        awaitStatus(first, "KEYS_PASSPHRASE_WRONG");
        give("correct horse battery");
        OpenedKeys made = ready.poll(180, TimeUnit.SECONDS);

        KeyOpening second = begin(protectors);
        awaitStatus(second, "KEYS_PASSPHRASE_WANTED");
        give("wrong horse battery");
        awaitStatus(second, "KEYS_PASSPHRASE_WRONG");
        give("correct horse battery");

        OpenedKeys opened = ready.poll(180, TimeUnit.SECONDS);
        assertEquals(DevicePublicKey.of(made.publicKey()), DevicePublicKey.of(opened.publicKey()));
    }

    @Test
    void whatIsInTheWayIsSaidAndTriedAgain() throws Exception {
        Path inTheWay = Files.createDirectories(home.resolve("identity.new/folder/full"));
        KeyOpening opening = begin(MadeIdentity.protectors("file", home));
        awaitStatus(opening, "KEYS_NOT_MADE");

        Files.delete(inTheWay);

        assertEquals(ProtectorKind.FILE, ready.poll(180, TimeUnit.SECONDS).protector());
    }

    private KeyOpening begin(Protectors protectors) {
        KeyOpening opening = new KeyOpening(new IdentityFolder(home), protectors, ready::add, SHORT);
        Thread thread = new Thread(opening, "keys-under-test");
        thread.start();
        begun.add(opening);
        threads.add(thread);
        return opening;
    }

    private void give(String passphrase) throws Exception {
        Path file = home.resolve("run/given");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, passphrase + "\n");
        Files.move(file, home.resolve("run/passphrase"));
    }

    private static void awaitStatus(KeyOpening opening, String subject) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(180));
        Object lock = new Object();
        synchronized (lock) {
            while (!opening.status().subject().toString().equals(subject)) {
                assertTrue(Instant.now().isBefore(end), () -> "still " + opening.status());
                lock.wait(10);
            }
        }
    }
}
