package org.benchconnect.upgrade.attack;

import static org.benchconnect.core.feature.RefusedFor.ARCHIVE;
import static org.benchconnect.core.feature.RefusedFor.METADATA;
import static org.benchconnect.core.feature.RefusedFor.MODULE;
import static org.benchconnect.core.feature.RefusedFor.SOURCE;
import static org.benchconnect.core.feature.RefusedFor.TOO_LARGE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.benchconnect.core.feature.RefusedFor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A zip file that two programs would read in two ways, or that is more than it seems. What it carries is honest. */
class ZipAttacksTest {
    private static final String TIMESTAMP = "metadata/timestamp.json";

    @RegisterExtension
    final AttackLab lab = new AttackLab();

    private Map<String, byte[]> files = Map.of();
    private byte[] zip = new byte[0];

    @BeforeEach
    void pack() {
        files = Zips.files(Path.of(lab.carried()));
        zip = Zips.of(files);
    }

    private void refused(byte[] tampered, RefusedFor reason, String... words) {
        lab.refusedFrom(Zips.write(lab.place("zip"), tampered).toString(), reason, words);
    }

    private byte[] with(String name, byte[] content) {
        files.put(name, content);
        return Zips.of(files);
    }

    private ByteBuffer end() {
        return ByteBuffer.wrap(zip)
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(zip.length - 22)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    // ---- Names

    @Test
    void twoEqualNames() {
        byte[] twins = with("metadata/timestamp.jsoX", files.get(TIMESTAMP));

        refused(Bundles.replaced(twins, "timestamp.jsoX", "timestamp.json"), ARCHIVE, "no two names may be equal");
    }

    @Test
    void twoNamesThatAreEqualOnWindows() {
        refused(with("METADATA/Timestamp.JSON", new byte[1]), ARCHIVE, "no two names may be equal");
    }

    @Test
    void twoNamesThatAreEqualInUnicode() {
        files.put("caf\u00e9", new byte[1]);

        refused(with("cafe\u0301", new byte[1]), ARCHIVE, "no two names may be equal");
    }

    @Test
    void aPathThatLeadsOut() {
        refused(
                with("../../../etc/cron.d/evil", new byte[1]),
                ARCHIVE,
                "plain relative path",
                "../../../etc/cron.d/evil");
    }

    @Test
    void aPathThatLeadsOutInTheMiddle() {
        refused(with("metadata/../../evil", new byte[1]), ARCHIVE, "plain relative path");
    }

    @Test
    void anAbsolutePath() {
        refused(with("/etc/passwd", new byte[1]), ARCHIVE, "plain relative path");
    }

    @Test
    void aBackslash() {
        refused(with("..\\..\\evil", new byte[1]), ARCHIVE, "plain relative path");
    }

    @Test
    void aDriveOfWindows() {
        refused(with("C:/evil", new byte[1]), ARCHIVE, "plain relative path");
    }

    @Test
    void aDeviceOfWindows() {
        refused(with("metadata/nul.json", new byte[1]), ARCHIVE, "plain relative path");
    }

    @Test
    void aNameWithANul() {
        refused(with("metadata/timestamp.json\0.txt", new byte[1]), ARCHIVE, "plain relative path");
    }

    @Test
    void aNameThatWritesOnTheTerminal() {
        refused(with("\u001b[2J\u202eevil", new byte[1]), ARCHIVE, "plain relative path");
    }

    // ---- Two stories

    @Test
    void anotherNameInTheEntryThanInTheList() {
        byte[] name = Vendor.bytes("metadata/timestomp.json");
        System.arraycopy(name, 0, zip, Zips.local(zip, TIMESTAMP) + 30, name.length);

        refused(zip, ARCHIVE, "must say what the entries themselves say", TIMESTAMP);
    }

    @Test
    void anotherMethodInTheEntryThanInTheList() {
        refused(
                Zips.with16(zip, Zips.local(zip, TIMESTAMP) + 8, 0),
                ARCHIVE,
                "must say what the entries themselves say");
    }

    @Test
    void twoEntriesOfOnePlace() {
        int other = ByteBuffer.wrap(zip)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt(Zips.central(zip, "metadata/2.root.json") + 42);

        refused(Zips.with32(zip, Zips.central(zip, TIMESTAMP) + 42, other), ARCHIVE);
    }

    @Test
    void aProgramBeforeTheZipFile() {
        refused(Zips.joined(Vendor.bytes("#!/bin/sh\nexec evil\n"), zip), ARCHIVE);
    }

    @Test
    void anotherZipFileBeforeIt() {
        refused(Zips.joined(zip, zip), ARCHIVE);
    }

    @Test
    void dataBehindTheZipFile() {
        refused(Zips.joined(zip, new byte[100]), ARCHIVE, "nothing behind that");
    }

    @Test
    void aComment() {
        refused(Zips.joined(Zips.with16(zip, zip.length - 2, 4), Vendor.bytes("evil")), ARCHIVE, "nothing behind that");
    }

    @Test
    void dataBetweenEntriesAndList() {
        int directory = end().getInt(16);
        byte[] moved = Zips.joined(
                Arrays.copyOf(zip, directory), new byte[50], Arrays.copyOfRange(zip, directory, zip.length));

        refused(Zips.with32(moved, moved.length - 6, directory + 50), ARCHIVE, "without anything between");
    }

    @Test
    void anEntryFewerThanThereAre() {
        int count = end().getShort(10) - 1;
        byte[] fewer = Zips.with16(Zips.with16(zip, zip.length - 12, count), zip.length - 14, count);

        refused(fewer, ARCHIVE, "list of entries must be complete");
    }

    @Test
    void oneOfSeveralVolumes() {
        refused(Zips.with16(zip, zip.length - 18, 1), ARCHIVE, "several volumes");
    }

    @Test
    void theLargeForm() {
        refused(Zips.with16(Zips.with16(zip, zip.length - 12, 0xffff), zip.length - 14, 0xffff), ARCHIVE, "Zip64");
    }

    @Test
    void aZipFileCutOff() {
        refused(Arrays.copyOf(zip, zip.length / 2), ARCHIVE, "it must end with the end record");
    }

    // ---- Content

    @Test
    void aZipBomb() {
        refused(with("bomb", new byte[6_000_000]), ARCHIVE, "must not unpack to more than 200 times its length");
    }

    @Test
    void aZipBombThatSaysALittleLength() {
        byte[] bomb = with("bomb", new byte[6_000_000]);
        int central = Zips.central(bomb, "bomb");

        refused(Zips.with32(bomb, central + 24, 10), ARCHIVE);
    }

    @Test
    void aLengthThatNoProgramCanRead() {
        int central = Zips.central(zip, TIMESTAMP);

        refused(Zips.with32(zip, central + 24, 0x7fffffff), ARCHIVE);
    }

    @Test
    void moreThanIsEverRead() {
        for (int i = 0; i < 4; i++) {
            files.put("m" + i, Bundles.noise(3_000_000));
        }
        byte[] large = Zips.of(files);
        for (int i = 0; i < 4; i++) {
            large = Zips.with32(large, Zips.central(large, "m" + i) + 24, 400_000_000);
        }

        refused(large, TOO_LARGE, "What a zip file unpacks to must have at most 1073741824 bytes");
    }

    @Test
    void aChecksumThatOnlyTheListSays() {
        refused(
                Zips.with32(zip, Zips.central(zip, TIMESTAMP) + 16, 1),
                ARCHIVE,
                "must say what the entries themselves say");
    }

    @Test
    void contentThatIsBroken() {
        byte[] broken = zip.clone();
        Arrays.fill(broken, Zips.local(zip, TIMESTAMP) + 80, Zips.local(zip, TIMESTAMP) + 100, (byte) 0xff);

        refused(broken, ARCHIVE, "content must have the length and checksum");
    }

    @Test
    void anEncryptedEntry() {
        byte[] encrypted = Zips.with16(zip, Zips.central(zip, TIMESTAMP) + 8, 0x809);

        refused(Zips.with16(encrypted, Zips.local(zip, TIMESTAMP) + 6, 0x809), ARCHIVE, "must not be encrypted");
    }

    @Test
    void aMethodThatIsNotCommon() {
        byte[] other = Zips.with16(zip, Zips.central(zip, TIMESTAMP) + 10, 12);

        refused(Zips.with16(other, Zips.local(zip, TIMESTAMP) + 8, 12), ARCHIVE, "stored or deflated");
    }

    @Test
    void aSymbolicLink() {
        refused(Zips.with32(zip, Zips.central(zip, TIMESTAMP) + 38, 0xa1ff << 16), ARCHIVE, "no links or devices");
    }

    @Test
    void aDeviceInTheZipFile() {
        refused(Zips.with32(zip, Zips.central(zip, TIMESTAMP) + 38, 0x21ff << 16), ARCHIVE, "no links or devices");
    }

    @Test
    void thousandsOfEntries() {
        for (int i = 0; i < 4200; i++) {
            files.put("empty/" + i, new byte[0]);
        }

        refused(Zips.of(files), ARCHIVE, "at most 4096 entries");
    }

    @Test
    void aZipFileWithinAZipFile() {
        refused(Zips.of(Map.of("repository.zip", zip)), SOURCE, "This is no repository of releases");
    }

    @Test
    void twoRepositoriesInOneZipFile() {
        Map<String, byte[]> both = new java.util.TreeMap<>();
        files.forEach((name, content) -> both.put("one/" + name, content));
        files.forEach((name, content) -> both.put("two/" + name, content));

        refused(Zips.of(both), SOURCE, "found: 2 of them");
    }

    @Test
    void anEmptyZipFile() {
        refused(Zips.of(Map.of()), SOURCE, "This is no repository of releases");
    }

    @Test
    void aModuleChangedInTheZipFile() {
        String name = files.keySet().stream()
                .filter(each -> each.endsWith("." + Bundles.sha256(Vendor.ENGINE) + ".jar"))
                .findFirst()
                .orElseThrow();
        byte[] changed = Vendor.ENGINE.clone();
        changed[700] ^= 1;

        refused(with(name, changed), MODULE);
    }

    @Test
    void metadataChangedInTheZipFile() {
        refused(with(TIMESTAMP, Vendor.bytes("{\"signed\": {}, \"signed\": {}}")), METADATA, "a key stands twice");
    }
}
