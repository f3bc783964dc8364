package org.benchconnect.link.egress;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.link.EgressRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host outside the list is refused, however it is written and whatever asks. */
class AttacksOnTheRuleTest {
    private final PermittedHosts rule = PermittedHosts.of(
            List.of(
                    HostPattern.of("*.azure-devices.net").orElseThrow(),
                    HostPattern.of("hub.example.org").orElseThrow()),
            Set.of(
                    HostPort.of("192.168.7.20:4000").orElseThrow(),
                    HostPort.of("lis.laboratory:6001").orElseThrow()),
            HostPort.of("proxy.hospital.example:3128"));

    private void refused(String host, int port) {
        EgressRefusedException e =
                assertThrows(EgressRefusedException.class, () -> rule.requireService(host, port), host);
        assertEquals(host, e.host());
        assertEquals(port, e.port());
    }

    @Test
    void hostsOfTheListArePermittedOnTheirPort() {
        assertDoesNotThrow(() -> rule.requireService("lab.azure-devices.net", 443));
        assertDoesNotThrow(() -> rule.requireService("lab.privatelink.azure-devices.net", 443));
        assertDoesNotThrow(() -> rule.requireService("hub.example.org", 443));
    }

    @Test
    void capitalLettersAreTheSameHost() {
        assertDoesNotThrow(() -> rule.requireService("Lab.Azure-Devices.NET", 443));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "azure-devices.net.evil.example",
                "evilazure-devices.net",
                "evil-azure-devices.net",
                "azure-devices.net",
                "other.hub.example.org",
                "example.org",
                "azure-devices.network",
                "xazure-devices.net"
            })
    void hostThatOnlyLooksLikeOneOfTheListIsRefused(String host) {
        refused(host, 443);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lab.azure-devices.net.", "hub.example.org.", "hub.example.org..", "localhost.", "."})
    void dotAtTheEndIsRefused(String host) {
        refused(host, 443);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lab.azure-dev\u0456ces.net", // Cyrillic i
                "lab.azure\u2010devices.net", // another hyphen
                "lab\u3002azure-devices.net", // ideographic full stop
                "\uff48ub.example.org", // full-width h
                "hub.example.org\u00ad", // soft hyphen
                "hub.ex\u0101mple.org"
            })
    void lettersOfOtherScriptsAreRefused(String host) {
        refused(host, 443);
    }

    @Test
    void internationalNameInAsciiIsAnotherHost() {
        refused("xn--hub-example-org-9za.example", 443);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user@hub.example.org",
                "hub.example.org@evil.example",
                "hub.example.org:443",
                "hub.example.org:443@evil.example",
                "hub.example.org/",
                "hub.example.org#.azure-devices.net",
                "evil.example?.azure-devices.net",
                "evil.example\\.azure-devices.net",
                "evil.example%00.azure-devices.net",
                "evil.example\u0000.azure-devices.net",
                "evil.example\r\n.azure-devices.net",
                " hub.example.org",
                "hub.example.org ",
                "*.azure-devices.net",
                "%68ub.example.org",
                "-.azure-devices.net",
                "..azure-devices.net",
                ".azure-devices.net",
                "_x.azure-devices.net",
                ""
            })
    void moreThanANameIsRefused(String host) {
        refused(host, 443);
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 8443, 8883, 444, 22, 1, 65_535})
    void otherPortsOfAPermittedHostAreRefused(int port) {
        refused("hub.example.org", port);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65_536, 443 + 65_536, Integer.MIN_VALUE})
    void whatIsNoPortIsRefusedEvenOnThisPc(int port) {
        refused("localhost", port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20.50.2.2", "8.8.8.8", "2001:db8::1", "10.0.0.1", "169.254.169.254", "fe80::1"})
    void addressesAreNoServiceHosts(String address) {
        refused(address, 443);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.255.255.254", "::1", "0:0:0:0:0:0:0:1"})
    void loopbackIsAlwaysPermitted(String host) throws EgressRefusedException {
        PermittedHosts.loopbackOnly().requireService(host, 8443);
        PermittedHosts.loopbackOnly().requireLaboratory(host, 1);
        PermittedHosts.loopbackOnly().requireProxy(host, 3128);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.1",
                "2130706433",
                "0x7f000001",
                "0x7f.0.0.1",
                "0177.0.0.1",
                "127.0.0.01",
                "127.0.0.256",
                "127.0.0.1.",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "evil.localhost",
                "0.0.0.0",
                "0",
                "::",
                "::ffff:127.0.0.1",
                "::ffff:7f00:1",
                "::1%eth0",
                "[::1]",
                "::127.0.0.1",
                "1::1",
                "localhost,evil.example"
            })
    void whatOnlyLooksLikeLoopbackIsRefused(String host) {
        assertThrows(
                EgressRefusedException.class,
                () -> PermittedHosts.loopbackOnly().requireService(host, 443),
                host);
        assertThrows(
                EgressRefusedException.class,
                () -> PermittedHosts.loopbackOnly().requireLaboratory(host, 443),
                host);
        assertThrows(
                EgressRefusedException.class,
                () -> PermittedHosts.loopbackOnly().requireProxy(host, 443),
                host);
    }

    @Test
    void withoutAProfileNothingButThisPcIsPermitted() {
        for (String host : List.of("hub.example.org", "lab.azure-devices.net", "192.168.7.20", "10.1.1.1")) {
            assertThrows(EgressRefusedException.class, () -> PermittedHosts.loopbackOnly()
                    .requireService(host, 443));
        }
    }

    @Test
    void addressOfTheLaboratoryIsPermittedExactlyAsItWasNamed() {
        assertDoesNotThrow(() -> rule.requireLaboratory("192.168.7.20", 4000));
        assertDoesNotThrow(() -> rule.requireLaboratory("LIS.laboratory", 6001));
        assertThrows(EgressRefusedException.class, () -> rule.requireLaboratory("192.168.7.20", 4001));
        assertThrows(EgressRefusedException.class, () -> rule.requireLaboratory("192.168.7.21", 4000));
        assertThrows(EgressRefusedException.class, () -> rule.requireLaboratory("192.168.7.020", 4000));
        assertThrows(EgressRefusedException.class, () -> rule.requireLaboratory("x.lis.laboratory", 6001));
    }

    @Test
    void addressOfTheLaboratoryIsNeverTheServiceAndTheServiceNeverTheLaboratory() {
        refused("192.168.7.20", 4000);
        refused("lis.laboratory", 6001);
        assertThrows(EgressRefusedException.class, () -> rule.requireLaboratory("hub.example.org", 443));
    }

    @Test
    void proxyIsNeverTheServiceAndNoOtherProxyIsPermitted() {
        assertDoesNotThrow(() -> rule.requireProxy("proxy.hospital.example", 3128));
        refused("proxy.hospital.example", 3128);
        refused("proxy.hospital.example", 443);
        assertThrows(EgressRefusedException.class, () -> rule.requireProxy("proxy.hospital.example", 443));
        assertThrows(EgressRefusedException.class, () -> rule.requireProxy("hub.example.org", 443));
        assertThrows(EgressRefusedException.class, () -> PermittedHosts.of(List.of(), Set.of(), Optional.empty())
                .requireProxy("proxy.example", 3128));
    }
}
