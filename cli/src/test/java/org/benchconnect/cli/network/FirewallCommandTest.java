package org.benchconnect.cli.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirewallCommandTest {
    private static final Path SHIPPED = Path.of("..", "cnf");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    private int run(Path installation, String line) {
        return FirewallCommand.run(
                List.of(line.split(" ")),
                installation,
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                new PrintStream(complained, true, StandardCharsets.UTF_8));
    }

    private String out() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return complained.toString(StandardCharsets.UTF_8);
    }

    @Test
    void listNamesEachHostOfTheRegionAndNoOther() {
        assertEquals(0, run(SHIPPED, "--profile azure-iot-hub --region china --laboratory 192.168.7.20:4000"));

        assertEquals(
                """
                direction,protocol,host,port,who,purpose
                out,tcp,*.mybeckman.cn,443,benchconnect,service side
                out,tcp,*.azure-devices.cn,443,benchconnect,service side
                out,tcp,*.teamviewer.com,443,program for remote sessions,remote sessions
                out,tcp,192.168.7.20,4000,benchconnect,reachability of a system of the laboratory
                """,
                out());
    }

    @Test
    void windowsScriptBlocksTheServiceOnEveryOtherPort() {
        assertEquals(
                0,
                run(
                        SHIPPED,
                        "--format powershell --profile azure-iot-hub --region international --laboratory 10.1.1.1:6001"));

        assertTrue(
                out().contains(
                                "Service = 'BenchConnect'; Action = 'Block'; Protocol = 'TCP'; RemotePort = '1-442','444-6000','6002-65535'"));
        assertTrue(out().contains("-Keyword '*.azure-devices.net'"));
    }

    @Test
    void commandsOfNetshHaveTheEndsOfLinesOfWindows() {
        assertEquals(
                0, run(SHIPPED, "--format netsh --profile azure-iot-hub --region china --proxy proxy.example:3128"));

        assertFalse(out().replace("\r\n", "").contains("\n"));
        assertTrue(out().contains("action=block protocol=TCP remoteport=1-3127,3129-65535 remoteip=any"));
    }

    @Test
    void regionMustBeNamedWhereThereAreSeveral() {
        assertEquals(2, run(SHIPPED, "--profile azure-iot-hub"));

        assertTrue(err().contains("china, international"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--profile other",
                "--profile ../self-hosted",
                "--format iptables",
                "--region",
                "--account benchconnect;reboot",
                "--account a'b",
                "--laboratory 10.1.1.1",
                "--proxy http://proxy:3128",
                "--more"
            })
    void wordsThatAreNotUnderstoodAreSaid(String line) {
        assertEquals(2, run(SHIPPED, line));

        assertTrue(err().startsWith("benchconnect: "));
        assertEquals("", out());
    }

    @Test
    void installationWithoutProfilesIsSaid(@TempDir Path nothing) {
        assertEquals(1, run(nothing, "--format list"));

        assertTrue(err().contains("vendor profiles"));
    }
}
