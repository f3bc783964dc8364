package org.benchconnect.cli.doctor;

import java.time.Instant;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.crypto.testing.TestServer;

/** Servers on loopback with certificates of the laboratory's authority, unless others are given. */
final class LabServers {
    static final TestAuthority OURS = TestAuthority.root("Lab authority");
    static final TestServer RIGHT = OURS.server().issue();

    private LabServers() {}

    static ScriptedServer tls(TestServer certificate, ScriptedServer.Script script) {
        return new ScriptedServer(certificate.context(), script);
    }

    /** A broker with the right certificate that answers each CONNECT with this return code (MQTT 3.1.1, 3.2.2.3). */
    static ScriptedServer broker(int code) {
        return tls(RIGHT, Scripts.broker(code, Instant.now()));
    }
}
