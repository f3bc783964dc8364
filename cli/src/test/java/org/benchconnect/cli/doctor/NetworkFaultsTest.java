package org.benchconnect.cli.doctor;

import static org.benchconnect.cli.doctor.Found.isFound;
import static org.benchconnect.cli.doctor.Found.isFoundInSilence;
import static org.benchconnect.cli.doctor.LabServers.OURS;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Between this PC and the port of the broker: each fault that is put in is the one that is named, and no other. The servers are real ones on loopback. */
@Timeout(180)
class NetworkFaultsTest {
    @TempDir
    Path folder;

    private Pc pc;

    @BeforeEach
    void aPcThatTrustsOurAuthority() {
        pc = new Pc(folder).trusts(OURS);
    }

    @Test
    void hostOutsideTheProfile() {
        pc.broker("elsewhere.example/mqtt");

        isFound(pc, Cause.HOST_NOT_PERMITTED);
    }

    @Test
    void noSuchName() {
        pc.broker("nobody.invalid/mqtt");

        isFoundInSilence(pc, Cause.NAME_UNKNOWN);
    }

    @Test
    void closedPort() throws IOException {
        // Bound, and nobody listens there: no other program gets it meanwhile.
        try (Socket closed = new Socket()) {
            closed.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            pc.broker("localhost:" + closed.getLocalPort() + "/mqtt");

            isFound(pc, Cause.PORT_CLOSED);
        }
    }

    @Test
    void portThatSwallowsConnections() throws IOException {
        List<Socket> filling = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            boolean isFull = false;
            for (int i = 0; i < 20 && !isFull; i++) {
                Socket one = new Socket();
                filling.add(one);
                isFull = !connects(one, full.getLocalPort());
            }
            assumeTrue(isFull, "skipped: this system never lets a connection wait");
            pc.broker("127.0.0.1:" + full.getLocalPort() + "/mqtt");

            isFoundInSilence(pc, Cause.NO_ANSWER);
        } finally {
            for (Socket each : filling) {
                each.close();
            }
        }
    }

    private static boolean connects(Socket socket, int port) {
        try {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 300);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void silentPort() {
        try (ScriptedServer silent = new ScriptedServer(null, Scripts.silent())) {
            pc.broker(silent.address() + "/mqtt");

            isFoundInSilence(pc, Cause.TLS_SILENT);
        }
    }

    @Test
    void portWithoutTls() {
        try (ScriptedServer plain = new ScriptedServer(null, Scripts.plainText())) {
            pc.broker(plain.address() + "/mqtt");

            isFound(pc, Cause.NOT_TLS);
        }
    }

    @Test
    void firewallThatCutsTls() {
        try (ScriptedServer cutting = new ScriptedServer(
                null, connection -> connection.getInputStream().readNBytes(20))) {
            pc.broker(cutting.address() + "/mqtt");

            isFound(pc, Cause.TLS_CUT);
        }
    }
}
