package org.benchconnect.upgrade.attack;

import static org.benchconnect.core.feature.RefusedFor.METADATA;
import static org.benchconnect.core.feature.RefusedFor.MISMATCH;
import static org.benchconnect.core.feature.RefusedFor.SIGNATURES;
import static org.benchconnect.core.feature.RefusedFor.SOURCE;
import static org.benchconnect.core.feature.RefusedFor.TOO_LARGE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.upgrade.tuf.testing.ReleaseRepositorySimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody without any key changes metadata: on the way, on the web server, or on the stick. */
class MetadataAttacksTest {
    @RegisterExtension
    final AttackLab lab = new AttackLab();

    private final ReleaseRepositorySimulator repository = lab.vendor.repository;

    private void timestampBecomes(byte[] bytes) {
        repository.serve("timestamp.json", bytes);
    }

    private void timestamp(String old, String other) {
        repository.tamper("timestamp.json", text -> Vendor.Changed.of(text, old, other));
    }

    private void malformed(String... words) {
        lab.refused(METADATA, "The timestamp metadata cannot be understood", String.join(" ", words));
    }

    // ---- Bytes changed

    @Test
    void aTimestampThatExpiresLaterThanItWasSigned() {
        timestamp("\"expires\":\"20", "\"expires\":\"30");

        lab.refused(SIGNATURES, "timestamp metadata has 0 valid signatures of the 1");
    }

    @Test
    void aSnapshotOfOtherBytes() {
        long version = repository.version("snapshot");
        repository.tamper(version + ".snapshot.json", text -> text.replace("snapshot", "snapshop"));

        lab.refused(MISMATCH, "snapshot metadata has the sha256", "bytes were changed");
    }

    @Test
    void targetsOfOtherBytes() {
        long version = repository.version("targets");
        repository.tamper(version + ".targets.json", text -> text.replaceFirst("\"length\":[0-9]", "\"length\":9"));

        lab.refused(MISMATCH, "targets metadata has the sha256", "bytes were changed");
    }

    @Test
    void aSnapshotLongerThanIsStated() {
        long version = repository.version("snapshot");
        repository.tamper(version + ".snapshot.json", text -> text + " ");

        lab.refused(MISMATCH, version + ".snapshot.json has more than the", "bytes stated");
    }

    @Test
    void aSnapshotShorterThanIsStated() {
        long version = repository.version("snapshot");
        repository.tamper(version + ".snapshot.json", text -> text.substring(1));

        lab.refused(MISMATCH, "snapshot metadata has", "cut off");
    }

    @Test
    void anEndlessTimestamp() {
        timestampBecomes(Bundles.noise(200_000));

        lab.refused(TOO_LARGE, "timestamp.json has more than the 16384 bytes allowed");
    }

    @Test
    void anEndlessRoot() {
        repository.serve("3.root.json", Bundles.noise(600_000));

        lab.refused(TOO_LARGE, "3.root.json has more than the 512000 bytes allowed");
    }

    @Test
    void aTimestampThatIsMissing() {
        repository.lose("timestamp.json");

        lab.refused(SOURCE, "timestamp.json");
    }

    @Test
    void targetsThatAreMissing() {
        repository.lose(repository.version("targets") + ".targets.json");

        lab.refused(SOURCE, ".targets.json");
    }

    @Test
    void aTimestampWithoutSignatures() {
        repository.signedBy("timestamp").sign("timestamp");

        lab.refused(SIGNATURES, "timestamp metadata has 0 valid signatures");
    }

    @Test
    void aSnapshotInThePlaceOfTheTimestamp() {
        timestampBecomes(repository.file("snapshot.json"));

        lab.refused(MISMATCH, "timestamp metadata says that it is of type snapshot");
    }

    @Test
    void theTimestampOfAnotherVendor() {
        timestampBecomes(new Vendor(lab.now).repository.file("timestamp.json"));

        lab.refused(SIGNATURES, "timestamp metadata has 0 valid signatures");
    }

    @Test
    void theWholeRepositoryOfAnotherVendor() {
        lab.refused(
                RepositoryOf.another(lab.place("theirs"), lab.now),
                SIGNATURES,
                "timestamp metadata has 0 valid signatures");
    }

    // ---- What is no metadata

    @Test
    void aTimestampWithAKeyTwice() {
        timestamp("{\"signatures\"", "{\"signed\":{},\"signatures\"");

        malformed("a key stands twice");
    }

    @Test
    void aTimestampWithAKeyTwiceByAnEscape() {
        timestamp("\"version\":", "\"ver\\u0073ion\":9,\"version\":");

        malformed("a key stands twice");
    }

    @Test
    void twoSignaturesUnderOneKeyId() {
        timestamp("\"signatures\":[", "\"signatures\":[" + signature() + ",");

        malformed("two signatures have the same key id");
    }

    private String signature() {
        String text = new String(repository.file("timestamp.json"), StandardCharsets.UTF_8);
        return text.substring(text.indexOf('[') + 1, text.indexOf(']'));
    }

    @Test
    void aTimestampNestedThousandsOfLevelsDeep() {
        StringBuilder levels = new StringBuilder();
        for (byte each : Bundles.noise(8_000)) {
            levels.append('[').append(" \t\n\r".charAt(each & 3));
        }
        timestampBecomes(Vendor.bytes(levels.toString()));

        malformed("more than 32 levels");
    }

    @Test
    void anObjectNestedDeepInAFieldThatNobodyKnows() {
        timestamp("{\"signatures\"", "{\"x\":" + "{\"x\":".repeat(40) + "1" + "}".repeat(40) + ",\"signatures\"");

        malformed("more than 32 levels");
    }

    @Test
    void aByteOrderMark() {
        timestampBecomes(Zips.joined(Vendor.bytes("\ufeff"), repository.file("timestamp.json")));

        malformed("a value is expected");
    }

    @Test
    void aNulAtTheEnd() {
        timestampBecomes(Zips.joined(repository.file("timestamp.json"), new byte[1]));

        malformed("something stands after the end");
    }

    @Test
    void aNulInAString() {
        timestamp("\"_type\":\"time", "\"_type\":\"\0time");

        malformed("a control character in a string");
    }

    @Test
    void bytesThatAreNoUtf8() {
        byte[] bytes = repository.file("timestamp.json");
        bytes[bytes.length - 10] = (byte) 0xc0;
        timestampBecomes(bytes);

        malformed("invalid UTF-8");
    }

    @Test
    void halfOfASurrogatePair() {
        timestamp("\"_type\":\"time", "\"_type\":\"\\ud800time");

        malformed("half of a surrogate pair");
    }

    @Test
    void aCommentInTheMetadata() {
        timestamp("{\"signatures\"", "/* harmless */{\"signatures\"");

        malformed("a value is expected");
    }

    @Test
    void aSecondObjectBehindTheFirst() {
        timestampBecomes(Zips.joined(repository.file("timestamp.json"), repository.file("timestamp.json")));

        malformed("something stands after the end");
    }

    @Test
    void anEmptyTimestamp() {
        timestampBecomes(new byte[0]);

        malformed("the end is missing");
    }

    @Test
    void aTimestampThatIsALogInPage() {
        timestampBecomes(Vendor.bytes("<!DOCTYPE html><html><body>Please log in.</body></html>"));

        malformed("a value is expected");
    }

    @Test
    void aTimestampThatIsPackedWithGzip() {
        timestampBecomes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3});

        malformed("invalid UTF-8");
    }

    // ---- Every file

    @Test
    void oneBitOfAnyMetadataFile() {
        RefusedFor[] any = {SIGNATURES, MISMATCH, METADATA};
        for (String file : new String[] {"timestamp.json", "snapshot.json", "targets.json"}) {
            long version = file.startsWith("timestamp") ? 0 : repository.version(file.replace(".json", ""));
            String name = version == 0 ? file : version + "." + file;
            byte[] honest = repository.file(name);
            for (int at = 3; at < honest.length; at += honest.length / 12) {
                byte[] flipped = honest.clone();
                flipped[at] ^= 1;
                repository.serve(name, flipped);
                lab.refusedQuietly(Path.of(lab.carried()), Arrays.asList(any));
            }
            repository.serve(name, honest);
        }
    }
}
