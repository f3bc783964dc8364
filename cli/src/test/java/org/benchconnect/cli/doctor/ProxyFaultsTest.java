package org.benchconnect.cli.doctor;

import static org.benchconnect.cli.doctor.Found.isFound;
import static org.benchconnect.cli.doctor.LabServers.OURS;
import static org.benchconnect.cli.doctor.LabServers.broker;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** At a proxy: each fault that is put in is the one that is named, and no other. The servers are real ones on loopback. */
@Timeout(180)
class ProxyFaultsTest {
    @TempDir
    Path folder;

    private Pc pc;

    @BeforeEach
    void aPcThatTrustsOurAuthority() {
        pc = new Pc(folder).trusts(OURS);
    }

    @Test
    void nothingIsFoundBehindAProxyWithTheRightPassword() {
        try (ScriptedServer broker = broker(0);
                ScriptedServer proxy = new ScriptedServer(null, Scripts.proxy("Basic dTpw", broker.port()))) {
            pc.secret("proxy.txt", "p\n");
            pc.broker(broker.address() + "/mqtt").proxy(proxy.address()).signsInAtProxy("u", "proxy.txt");

            Diagnosis diagnosis = pc.examined();

            assertTrue(diagnosis.cause().isEmpty(), diagnosis::toString);
        }
    }

    @Test
    void proxyThatWantsAPassword() {
        try (ScriptedServer broker = broker(0);
                ScriptedServer proxy = new ScriptedServer(null, Scripts.proxy("Basic dTpw", broker.port()))) {
            pc.broker(broker.address() + "/mqtt").proxy(proxy.address());

            isFound(pc, Cause.PROXY_WANTS_PASSWORD);
        }
    }

    @Test
    void proxyThatRefusesThePassword() {
        try (ScriptedServer broker = broker(0);
                ScriptedServer proxy = new ScriptedServer(null, Scripts.proxy("Basic dTpw", broker.port()))) {
            pc.secret("proxy.txt", "other\n");
            pc.broker(broker.address() + "/mqtt").proxy(proxy.address()).signsInAtProxy("u", "proxy.txt");

            isFound(pc, Cause.PROXY_PASSWORD_REFUSED);
        }
    }

    @Test
    void proxyThatWantsNtlm() {
        try (ScriptedServer proxy = new ScriptedServer(
                null,
                Scripts.answering(
                        "HTTP/1.1 407 Who\r\nProxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM\r\n\r\n"))) {
            pc.broker("broker.lab.example/mqtt").proxy(proxy.address());

            isFound(pc, Cause.PROXY_WANTS_NTLM);
        }
    }

    @Test
    void proxyThatRefusesConnect() {
        try (ScriptedServer proxy = new ScriptedServer(null, Scripts.answering("HTTP/1.1 403 No\r\n\r\n"))) {
            pc.broker("broker.lab.example/mqtt").proxy(proxy.address());

            isFound(pc, Cause.PROXY_REFUSES);
        }
    }
}
