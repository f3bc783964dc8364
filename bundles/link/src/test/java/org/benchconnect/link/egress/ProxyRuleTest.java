package org.benchconnect.link.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.benchconnect.core.link.EgressRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy that only the settings name is in a network of one's own, or is not used. */
class ProxyRuleTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    Path installation;

    private ConfiguredEgress egress(String proxy, String proxies) throws IOException {
        Files.createDirectories(installation.resolve("profiles"));
        Files.writeString(
                installation.resolve("profiles").resolve("lab.json"),
                "{\"name\":\"lab\",\"dialect\":\"self-hosted\",\"regions\":{\"r\":{\"hosts\":[\"hub.example.org\"]}}"
                        + proxies + "}");
        return new ConfiguredEgress(
                new PermittedNow.Chosen("lab", "", new LaboratoryList(), HostPort.of(proxy)),
                Optional.of(installation));
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34:3128", "[2001:db8::1]:3128", "100.64.0.1:3128", "[64:ff9b::7f00:1]:3128"})
    void proxyAtAnAddressOfTheInternetIsNotUsedUnlessTheProfileListsIt(String proxy) throws IOException {
        HostPort address = HostPort.of(proxy).orElseThrow();

        ConfiguredEgress refused = egress(proxy, "");
        ConfiguredEgress listed = egress(proxy, ",\"proxies\":[\"" + proxy + "\"]");

        assertThrows(EgressRefusedException.class, () -> refused.rule()
                .requireProxy(address.host().text(), 3128));
        assertThrows(EgressRefusedException.class, () -> refused.requirePassage("hub.example.org", 443, PATIENCE));
        assertTrue(refused.status().facts().encode().contains("EGRESS_PROXY_NOT_LISTED"));
        assertEquals(
                3128,
                listed.requirePassage("hub.example.org", 443, PATIENCE)
                        .proxy()
                        .orElseThrow()
                        .getPort());
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3:3128", "192.168.7.1:3128", "[fd00::1]:3128", "169.254.1.1:80", "127.0.0.1:3128"})
    void proxyOfTheSettingsMayBeInANetworkOfOnesOwn(String proxy) throws IOException {
        HostPort address = HostPort.of(proxy).orElseThrow();

        assertEquals(
                address.port(),
                egress(proxy, "")
                        .rule()
                        .requireProxyAddress(address.host().text(), address.port(), PATIENCE)
                        .getPort());
    }

    @Test
    void nameOfAProxyIsLookedUpOnceAndItsAddressIsWhatIsConnectedTo() throws IOException {
        ConfiguredEgress egress = egress("localhost:3128", "");

        var proxy =
                egress.requirePassage("hub.example.org", 443, PATIENCE).proxy().orElseThrow();

        assertTrue(proxy.getAddress().isLoopbackAddress());
    }

    @Test
    void proxyWithoutAnAddressDoesNotMeanDirectly() throws IOException {
        ConfiguredEgress egress = egress("proxy.invalid:3128", "");

        assertThrows(IOException.class, () -> egress.requirePassage("hub.example.org", 443, PATIENCE));
    }

    @Test
    void whatIsWrittenAsProxyAndIsNoneDoesNotMeanDirectly() {
        ConfiguredEgress egress = Passages.of("http://proxy:3128", "", "", installation);

        assertThrows(EgressRefusedException.class, () -> egress.requirePassage("localhost", 8443, PATIENCE));
    }

    @Test
    void withoutAProxyItGoesStraightAndOnlyWhereItMay() throws IOException {
        ConfiguredEgress egress = egress("", "");

        assertTrue(
                egress.requirePassage("hub.example.org", 443, PATIENCE).proxy().isEmpty());
        assertThrows(EgressRefusedException.class, () -> egress.requirePassage("evil.example", 443, PATIENCE));
    }
}
