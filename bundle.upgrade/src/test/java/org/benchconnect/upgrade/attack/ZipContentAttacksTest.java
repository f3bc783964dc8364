package org.benchconnect.upgrade.attack;

import static org.benchconnect.core.feature.RefusedFor.ARCHIVE;
import static org.benchconnect.core.feature.RefusedFor.METADATA;
import static org.benchconnect.core.feature.RefusedFor.MODULE;
import static org.benchconnect.core.feature.RefusedFor.SOURCE;
import static org.benchconnect.core.feature.RefusedFor.TOO_LARGE;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A zip file whose entries are more than they seem, or other than they should be. */
class ZipContentAttacksTest {
    @RegisterExtension
    final ZipLab lab = new ZipLab();

    @Test
    void aZipBomb() {
        lab.refused(
                lab.with("bomb", new byte[6_000_000]), ARCHIVE, "must not unpack to more than 200 times its length");
    }

    @Test
    void aZipBombThatSaysALittleLength() {
        byte[] bomb = lab.with("bomb", new byte[6_000_000]);
        int central = Zips.central(bomb, "bomb");

        lab.refused(Zips.with32(bomb, central + 24, 10), ARCHIVE);
    }

    @Test
    void aLengthThatNoProgramCanRead() {
        int central = Zips.central(lab.zip, ZipLab.TIMESTAMP);

        lab.refused(Zips.with32(lab.zip, central + 24, 0x7fffffff), ARCHIVE);
    }

    @Test
    void moreThanIsEverRead() {
        for (int i = 0; i < 4; i++) {
            lab.files.put("m" + i, Bundles.noise(3_000_000));
        }
        byte[] large = Zips.of(lab.files);
        for (int i = 0; i < 4; i++) {
            large = Zips.with32(large, Zips.central(large, "m" + i) + 24, 400_000_000);
        }

        lab.refused(large, TOO_LARGE, "What a zip file unpacks to must have at most 1073741824 bytes");
    }

    @Test
    void aChecksumThatOnlyTheListSays() {
        lab.refused(
                Zips.with32(lab.zip, Zips.central(lab.zip, ZipLab.TIMESTAMP) + 16, 1),
                ARCHIVE,
                "must say what the entries themselves say");
    }

    @Test
    void contentThatIsBroken() {
        byte[] broken = lab.zip.clone();
        Arrays.fill(
                broken, Zips.local(lab.zip, ZipLab.TIMESTAMP) + 80, Zips.local(lab.zip, ZipLab.TIMESTAMP) + 100, (byte)
                        0xff);

        lab.refused(broken, ARCHIVE, "content must have the length and checksum");
    }

    @Test
    void anEncryptedEntry() {
        byte[] encrypted = Zips.with16(lab.zip, Zips.central(lab.zip, ZipLab.TIMESTAMP) + 8, 0x809);

        lab.refused(
                Zips.with16(encrypted, Zips.local(lab.zip, ZipLab.TIMESTAMP) + 6, 0x809),
                ARCHIVE,
                "must not be encrypted");
    }

    @Test
    void aMethodThatIsNotCommon() {
        byte[] other = Zips.with16(lab.zip, Zips.central(lab.zip, ZipLab.TIMESTAMP) + 10, 12);

        lab.refused(Zips.with16(other, Zips.local(lab.zip, ZipLab.TIMESTAMP) + 8, 12), ARCHIVE, "stored or deflated");
    }

    @Test
    void aSymbolicLink() {
        lab.refused(
                Zips.with32(lab.zip, Zips.central(lab.zip, ZipLab.TIMESTAMP) + 38, 0xa1ff << 16),
                ARCHIVE,
                "no links or devices");
    }

    @Test
    void aDeviceInTheZipFile() {
        lab.refused(
                Zips.with32(lab.zip, Zips.central(lab.zip, ZipLab.TIMESTAMP) + 38, 0x21ff << 16),
                ARCHIVE,
                "no links or devices");
    }

    @Test
    void thousandsOfEntries() {
        for (int i = 0; i < 4200; i++) {
            lab.files.put("empty/" + i, new byte[0]);
        }

        lab.refused(Zips.of(lab.files), ARCHIVE, "at most 4096 entries");
    }

    @Test
    void aZipFileWithinAZipFile() {
        lab.refused(Zips.of(Map.of("repository.zip", lab.zip)), SOURCE, "This is no repository of releases");
    }

    @Test
    void twoRepositoriesInOneZipFile() {
        Map<String, byte[]> both = new TreeMap<>();
        lab.files.forEach((name, content) -> both.put("one/" + name, content));
        lab.files.forEach((name, content) -> both.put("two/" + name, content));

        lab.refused(Zips.of(both), SOURCE, "found: 2 of them");
    }

    @Test
    void anEmptyZipFile() {
        lab.refused(Zips.of(Map.of()), SOURCE, "This is no repository of releases");
    }

    @Test
    void aModuleChangedInTheZipFile() {
        String name = lab.files.keySet().stream()
                .filter(each -> each.endsWith("." + Bundles.sha256(Vendor.ENGINE) + ".jar"))
                .findFirst()
                .orElseThrow();
        byte[] changed = Vendor.ENGINE.clone();
        changed[700] ^= 1;

        lab.refused(lab.with(name, changed), MODULE);
    }

    @Test
    void metadataChangedInTheZipFile() {
        lab.refused(
                lab.with(ZipLab.TIMESTAMP, Vendor.bytes("{\"signed\": {}, \"signed\": {}}")),
                METADATA,
                "a key stands twice");
    }
}
