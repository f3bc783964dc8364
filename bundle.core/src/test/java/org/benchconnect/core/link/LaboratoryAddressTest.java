package org.benchconnect.core.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name on the laboratory's list that points into the internet is refused, at the address that would be connected to. */
class LaboratoryAddressTest {
    @TempDir
    Path folder;

    /** What the names resolve to in a runtime of its own, which reads them from a file. */
    private List<String> resolved(String hosts, String... names) throws IOException {
        Path file = Files.writeString(folder.resolve("hosts"), hosts);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.net.hosts.file=" + file,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                LookedUp.class.getName()));
        command.addAll(List.of(names));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    @Test
    void nameThatResolvesIntoTheInternetIsRefused() throws IOException {
        String hosts =
                "93.184.216.34 evil.example\n192.168.7.20 lis.laboratory\n2001:db8::1 six.example\nfd00::7 unique.laboratory\n";

        List<String> answers =
                resolved(hosts, "evil.example", "lis.laboratory", "six.example", "unique.laboratory", "nobody.example");

        assertEquals(
                List.of(
                        "EgressRefusedException",
                        "192.168.7.20",
                        "EgressRefusedException",
                        "fd00:0:0:0:0:0:0:7",
                        "UnknownHostException"),
                answers);
    }

    @Test
    void ofSeveralAddressesOnlyThePrivateOneIsConnectedTo() throws IOException {
        assertEquals(
                List.of("10.0.0.5"),
                resolved("93.184.216.34 both.laboratory\n10.0.0.5 both.laboratory\n", "both.laboratory"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.255.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "169.254.0.9",
                "::1",
                "fe80::1",
                "fc00::1",
                "fdff::1"
            })
    void isOfANetworkOfOnesOwn(String address) throws UnknownHostException {
        assertTrue(NameLookup.isPrivate(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "0.0.0.0",
                "100.64.0.1",
                "172.32.0.1",
                "192.169.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "2001:db8::1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "fec0::1",
                "ff02::1"
            })
    void isNot(String address) throws UnknownHostException {
        assertFalse(NameLookup.isPrivate(InetAddress.getByName(address)));
    }

    @Test
    void nobodyWaitsLongerThanThePatience() {
        assertThrows(UnknownHostException.class, () -> NameLookup.of("nobody.invalid", Duration.ofNanos(1)));
    }
}
