package org.benchconnect.cli.doctor;

import static org.benchconnect.cli.doctor.Found.causeOf;
import static org.benchconnect.cli.doctor.Found.isFound;
import static org.benchconnect.cli.doctor.Found.isFoundInSilence;
import static org.benchconnect.cli.doctor.LabServers.OURS;
import static org.benchconnect.cli.doctor.LabServers.broker;
import static org.benchconnect.cli.doctor.LabServers.tls;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** At the broker, once TLS stands: each fault that is put in is the one that is named, and no other. The servers are real ones on loopback. */
@Timeout(180)
class BrokerFaultsTest {
    @TempDir
    Path folder;

    private Pc pc;

    @BeforeEach
    void aPcThatTrustsOurAuthority() {
        pc = new Pc(folder).trusts(OURS);
    }

    @Test
    void nothingIsFoundWhereEverythingWorks() {
        try (ScriptedServer broker = broker(0)) {
            pc.broker(broker.address() + "/mqtt");

            Diagnosis diagnosis = pc.examined();

            assertTrue(diagnosis.cause().isEmpty(), diagnosis::toString);
            assertEquals(
                    9,
                    diagnosis.findings().stream()
                            .filter(each -> each.state() == Finding.State.OK || each.hop() == Hop.PROXY)
                            .count(),
                    diagnosis::toString);
        }
    }

    @Test
    void noWebSocketThere() {
        for (String status : List.of("200 OK", "404 Not Found")) {
            try (ScriptedServer web =
                    tls(LabServers.RIGHT, Scripts.answering("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n"))) {
                pc.broker(web.address() + "/mqtt");

                isFound(pc, Cause.NO_WEBSOCKET);
            }
        }
    }

    @Test
    void silenceBehindTls() {
        try (ScriptedServer silent = tls(LabServers.RIGHT, Scripts.silent())) {
            pc.broker(silent.address() + "/mqtt");

            isFoundInSilence(pc, Cause.WEBSOCKET_SILENT);
        }
    }

    @Test
    void mqttThatRefusesTheCredentials() {
        try (ScriptedServer broker = broker(5)) {
            pc.secret("broker.txt", "secret\n");
            pc.broker(broker.address() + "/mqtt").signsIn("agent", "broker.txt");

            isFound(pc, Cause.MQTT_REFUSED);
        }
    }

    @Test
    void clockAnHourAhead() {
        try (ScriptedServer broker = broker(0)) {
            pc.broker(broker.address() + "/mqtt");

            Diagnosis diagnosis = pc.examined(Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));

            assertEquals(Cause.CLOCK_WRONG, causeOf(diagnosis).cause());
        }
    }

    @Test
    void wrongClockExplainsARefusedSignIn() {
        try (ScriptedServer broker = broker(5)) {
            pc.broker(broker.address() + "/mqtt");

            Diagnosis diagnosis = pc.examined(Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)));

            assertEquals(Cause.CLOCK_WRONG, causeOf(diagnosis).cause());
        }
    }
}
