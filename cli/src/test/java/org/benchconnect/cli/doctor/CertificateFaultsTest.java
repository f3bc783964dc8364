package org.benchconnect.cli.doctor;

import static org.benchconnect.cli.doctor.Found.causeOf;
import static org.benchconnect.cli.doctor.Found.isFound;
import static org.benchconnect.cli.doctor.LabServers.OURS;
import static org.benchconnect.cli.doctor.LabServers.broker;
import static org.benchconnect.cli.doctor.LabServers.tls;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.benchconnect.core.text.Language;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.crypto.testing.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** In the certificates: each fault that is put in is the one that is named, and no other. The servers are real ones on loopback. */
@Timeout(180)
class CertificateFaultsTest {
    private static final TestAuthority OTHERS = TestAuthority.root("Inspecting Gateway CA");

    @TempDir
    Path folder;

    private Pc pc;

    @BeforeEach
    void aPcThatTrustsOurAuthority() {
        pc = new Pc(folder).trusts(OURS);
    }

    @Test
    void tlsInspectionByAnotherAuthority() {
        try (ScriptedServer middle = tls(OTHERS.server().issue(), Scripts.broker(0, Instant.now()))) {
            pc.broker(middle.address() + "/mqtt");

            isFound(pc, Cause.TLS_INSPECTED);
            Finding finding = causeOf(pc.examined());
            assertTrue(
                    Words.of(Language.IT).title(finding).contains("CN=Inspecting Gateway CA"),
                    Words.of(Language.IT).title(finding));
        }
    }

    @Test
    void expiredCertificate() {
        TestServer expired =
                OURS.server().valid(Duration.ofDays(-9), Duration.ofHours(-1)).issue();
        try (ScriptedServer broker = tls(expired, Scripts.broker(0, Instant.now()))) {
            pc.broker(broker.address() + "/mqtt");

            isFound(pc, Cause.CERTIFICATE_EXPIRED);
        }
    }

    @Test
    void wrongHostName() {
        TestServer others = OURS.server().host("other.lab.example").issue();
        try (ScriptedServer broker = tls(others, Scripts.broker(0, Instant.now()))) {
            pc.broker(broker.address() + "/mqtt");

            isFound(pc, Cause.CERTIFICATE_WRONG_HOST);
        }
    }

    @Test
    void weakCertificate() {
        TestServer weak = OURS.server().key("RSA", 1024).issue();
        try (ScriptedServer broker = tls(weak, Scripts.broker(0, Instant.now()))) {
            pc.broker(broker.address() + "/mqtt");

            isFound(pc, Cause.CERTIFICATE_REFUSED);
        }
    }

    @Test
    void clockThatIsBeforeTheCertificate() {
        TestServer future =
                OURS.server().valid(Duration.ofDays(1), Duration.ofDays(5)).issue();
        try (ScriptedServer broker = tls(future, Scripts.broker(0, Instant.now()))) {
            pc.broker(broker.address() + "/mqtt");

            isFound(pc, Cause.CLOCK_WRONG);
        }
    }

    @Test
    void noAuthorityIsTrusted() {
        pc.with("tls", "trust-anchors", "");
        try (ScriptedServer broker = broker(0)) {
            pc.broker(broker.address() + "/mqtt");

            Diagnosis diagnosis = pc.examined();

            assertEquals(Cause.ANCHORS_MISSING, causeOf(diagnosis).cause());
        }
    }

    @Test
    void whatACertificateSaysOfItselfCannotWriteIntoTheTerminal() {
        assertEquals("CN=a?b?c", ShownChain.printable("CN=a\u001bb\nc"));
        assertEquals(Map.of(), Finding.ok(Hop.NAME, Map.of()).local());
    }
}
