package org.benchconnect.upgrade.attack;

import static org.benchconnect.core.feature.RefusedFor.METADATA;
import static org.benchconnect.core.feature.RefusedFor.MISMATCH;
import static org.benchconnect.core.feature.RefusedFor.MODULE;
import static org.benchconnect.core.feature.RefusedFor.SIGNATURES;
import static org.benchconnect.core.feature.RefusedFor.SOURCE;
import static org.benchconnect.core.feature.RefusedFor.TOO_LARGE;
import static org.benchconnect.upgrade.attack.ReleaseServer.head;
import static org.benchconnect.upgrade.attack.ReleaseServer.ok;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.crypto.testing.TestAuthority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A web server, or who sits between, that answers otherwise than it should. */
class ServerAttacksTest {
    private static final String TIMESTAMP = "/timestamp.json";

    @RegisterExtension
    final AttackLab lab = new AttackLab();

    private void refused(String end, ReleaseServer.Answer answer, RefusedFor reason, String... words) {
        lab.server.carries(Path.of(lab.carried()), end, answer);

        lab.refusedFrom(lab.server.address(), reason, words);
    }

    private static void without(OutputStream out, byte[] piece) throws IOException {
        while (true) {
            out.write(piece);
        }
    }

    private byte[] timestamp() {
        return lab.vendor.repository.file("timestamp.json");
    }

    // ---- Endless

    @Test
    void aTimestampWithoutEnd() {
        refused(
                TIMESTAMP,
                (path, out) -> {
                    head(out, "200 OK", "Connection: close");
                    without(out, Bundles.noise(1000));
                },
                TOO_LARGE,
                "timestamp.json has more than the 16384 bytes allowed");
    }

    @Test
    void aRootWithoutEnd() {
        refused(
                "/3.root.json",
                (path, out) -> {
                    head(out, "200 OK", "Connection: close");
                    without(out, new byte[1000]);
                },
                TOO_LARGE,
                "3.root.json has more than the 512000 bytes allowed");
    }

    @Test
    void aModuleWithoutEnd() {
        refused(
                Bundles.sha256(Vendor.ENGINE) + ".jar",
                (path, out) -> {
                    head(out, "200 OK", "Connection: close");
                    out.write(Vendor.ENGINE);
                    without(out, new byte[1000]);
                },
                MODULE,
                "bytes stated");
    }

    @Test
    void aLengthOfAllNumbers() {
        refused(
                TIMESTAMP,
                (path, out) -> head(out, "200 OK", "Content-Length: 9223372036854775807"),
                TOO_LARGE,
                "A server's answer must have at most");
    }

    @Test
    void aLengthThatIsNoNumber() {
        refused(TIMESTAMP, (path, out) -> head(out, "200 OK", "Content-Length: many"), SOURCE, "well-formed");
    }

    // ---- Broken off, packed, elsewhere

    @Test
    void aTimestampThatBreaksOff() {
        refused(
                TIMESTAMP,
                (path, out) -> {
                    head(out, "200 OK", "Content-Length: " + timestamp().length);
                    out.write(timestamp(), 0, 100);
                    out.flush();
                    throw new IOException("hangs up");
                },
                SOURCE,
                "broke off 'metadata/timestamp.json'");
    }

    @Test
    void aModuleThatBreaksOff() {
        refused(
                Bundles.sha256(Vendor.ENGINE) + ".jar",
                (path, out) -> {
                    head(out, "200 OK", "Content-Length: " + Vendor.ENGINE.length);
                    out.write(Vendor.ENGINE, 0, 100);
                    out.flush();
                    throw new IOException("hangs up");
                },
                SOURCE,
                "broke off");
    }

    @Test
    void aTimestampPackedWithGzip() {
        refused(
                TIMESTAMP,
                (path, out) -> {
                    ByteArrayOutputStream packed = new ByteArrayOutputStream();
                    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                        gzip.write(timestamp());
                    }
                    head(out, "200 OK", "Content-Encoding: gzip", "Content-Length: " + packed.size());
                    out.write(packed.toByteArray());
                },
                SOURCE,
                "the bytes as they are",
                "gzip");
    }

    @Test
    void anotherPlace() {
        refused(
                TIMESTAMP,
                (path, out) -> head(out, "302 Found", "Location: http://169.254.169.254/", "Content-Length: 0"),
                SOURCE,
                "a redirection to http://169.254.169.254/");
    }

    @Test
    void anError() {
        refused(
                TIMESTAMP,
                (path, out) -> head(out, "503 Service Unavailable", "Content-Length: 0"),
                SOURCE,
                "status 503");
    }

    @Test
    void aPageOfAHotel() {
        lab.server.answers((path, out) -> ok(out, Vendor.bytes("<html>Please accept our terms.</html>")));

        lab.refusedFrom(lab.server.address(), METADATA, "root metadata cannot be understood");
    }

    @Test
    void nothingAtAll() {
        lab.server.answers(ReleaseServer::absent);

        lab.refusedFrom(lab.server.address(), SOURCE, "timestamp.json");
    }

    // ---- Different answers

    @Test
    void otherBytesAtEachRequest() {
        AtomicInteger count = new AtomicInteger();
        refused(
                Bundles.sha256(Vendor.ENGINE) + ".jar",
                (path, out) -> ok(out, count.getAndIncrement() % 2 == 1 ? Vendor.ENGINE : Vendor.BRIDGE),
                MODULE);
    }

    @Test
    void aRepositoryThatChangesWhileItIsRead() throws IOException {
        byte[] old = lab.vendor.repository.file("snapshot.json");
        long version = lab.vendor.repository.version("snapshot");
        lab.vendor.document("What it does.", "What it will do.");
        refused("/" + (version + 1) + ".snapshot.json", (path, out) -> ok(out, old), MISMATCH, "snapshot metadata has");
    }

    @Test
    void aTimestampOfSomebodyElse() {
        byte[] other = new Vendor(lab.now).repository.file("timestamp.json");

        refused(TIMESTAMP, (path, out) -> ok(out, other), SIGNATURES, "timestamp metadata has 0 valid signatures");
    }

    // ---- Who it is

    @Test
    void aServerOfAnotherAuthority() throws IOException {
        try (ReleaseServer other =
                new ReleaseServer(TestAuthority.root("Web authority").server().issue())) {
            other.carries(Path.of(lab.carried()));
            vendorReleasesAt(other.address());

            lab.withoutRecovery().refusedFrom(other.address(), SOURCE, "localhost");
        }
    }

    @Test
    void aServerOfAnotherName() throws IOException {
        try (ReleaseServer other =
                new ReleaseServer(AttackLab.WEB.server().host("other.example").issue())) {
            other.carries(Path.of(lab.carried()));
            vendorReleasesAt(other.address());

            lab.withoutRecovery().refusedFrom(other.address(), SOURCE, "localhost");
        }
    }

    private void vendorReleasesAt(String address) {
        lab.pc()
                .write(
                        "installation/vendor/profile.json",
                        "{\"organisation\": \"Example Instruments\", \"releases\": \"" + address + "\"}");
    }

    @Test
    void aServerThatTheVendorDoesNotName() throws IOException {
        try (ReleaseServer other = new ReleaseServer(AttackLab.IDENTITY)) {
            other.carries(Path.of(lab.carried()));

            lab.refusedFrom(other.address(), SOURCE, "not the one that the vendor profile names");
        }
    }
}
