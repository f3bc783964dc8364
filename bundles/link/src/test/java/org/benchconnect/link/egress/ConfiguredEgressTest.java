package org.benchconnect.link.egress;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.benchconnect.core.link.EgressRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong permits less, and status says what it is. */
class ConfiguredEgressTest {
    private static final Optional<HostPort> NO_PROXY = Optional.empty();

    @TempDir
    Path installation;

    private ConfiguredEgress egress(String profile, String region, Optional<HostPort> proxy, String... laboratory) {
        return new ConfiguredEgress(
                new PermittedNow.Chosen(profile, region, new LaboratoryList(laboratory), proxy),
                Optional.of(installation));
    }

    private void profile(String name, String json) throws IOException {
        Files.createDirectories(installation.resolve("profiles"));
        Files.writeString(installation.resolve("profiles").resolve(name + ".json"), json);
    }

    private void twoRegions() throws IOException {
        profile(
                "lab",
                "{\"name\":\"lab\",\"dialect\":\"self-hosted\",\"regions\":{\"north\":{\"hosts\":[\"hub.example.org\"]},"
                        + "\"south\":{\"hosts\":[\"hub.example.net\"]}}}");
    }

    private static void onlyLoopback(ConfiguredEgress egress, EgressProblem problem) {
        assertEquals("EGRESS_LOOPBACK_ONLY", egress.status().subject().toString());
        assertTrue(egress.status().facts().encode().contains("PROBLEM=t" + problem));
        assertThrows(EgressRefusedException.class, () -> egress.requireService("hub.example.org", 443));
        assertThrows(EgressRefusedException.class, () -> egress.rule().requireProxy("proxy.example", 3128));
        assertDoesNotThrow(() -> egress.requireService("localhost", 8443));
    }

    @Test
    void chosenRegionIsPermittedAndTheOtherIsNot() throws IOException {
        twoRegions();

        ConfiguredEgress north = egress("lab", "north", NO_PROXY);

        north.requireService("hub.example.org", 443);
        assertThrows(EgressRefusedException.class, () -> north.requireService("hub.example.net", 443));
        assertEquals("EGRESS_READY", north.status().subject().toString());
    }

    @Test
    void missingFolderPermitsLoopbackAlone() {
        onlyLoopback(egress("lab", "", HostPort.of("proxy.example:3128")), EgressProblem.EGRESS_PROFILES_MISSING);
    }

    @Test
    void installationThatNobodyNamedPermitsLoopbackAlone() {
        ConfiguredEgress egress = new ConfiguredEgress(
                new PermittedNow.Chosen("lab", "", new LaboratoryList(), NO_PROXY), Optional.empty());

        onlyLoopback(egress, EgressProblem.EGRESS_PROFILES_MISSING);
    }

    @Test
    void unknownProfilePermitsLoopbackAlone() throws IOException {
        twoRegions();

        onlyLoopback(egress("other", "", NO_PROXY), EgressProblem.EGRESS_PROFILE_UNKNOWN);
    }

    @Test
    void brokenProfilePermitsLoopbackAlone() throws IOException {
        profile("lab", "{\"name\":\"lab\",\"regions\":{\"r\":{\"hosts\":[\"hub.example.org\"]}}}");

        onlyLoopback(egress("lab", "", NO_PROXY), EgressProblem.EGRESS_PROFILE_BROKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "west", "North"})
    void regionThatIsNotThereOrNotNamedPermitsLoopbackAlone(String region) throws IOException {
        twoRegions();

        onlyLoopback(egress("lab", region, NO_PROXY), EgressProblem.EGRESS_REGION_UNKNOWN);
    }

    @Test
    void profileAsShippedPermitsLoopbackAlone() throws IOException {
        profile("self-hosted", Files.readString(Path.of("..", "..", "cnf", "profiles", "self-hosted.json")));

        onlyLoopback(egress("self-hosted", "", NO_PROXY), EgressProblem.EGRESS_NO_HOSTS);
    }

    @Test
    void laboratorysListStandsWithoutAProfile() throws IOException {
        ConfiguredEgress egress = egress("lab", "", NO_PROXY, "192.168.7.20:4000", " lis.laboratory:6001 ");

        egress.requireLaboratory("192.168.7.20", 4000);
        egress.requireLaboratory("lis.laboratory", 6001);
        assertThrows(EgressRefusedException.class, () -> egress.requireService("192.168.7.20", 443));
        assertEquals("EGRESS_LIMITED", egress.status().subject().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8:443",
                "2.2.2.2",
                "[2001:db8::1]:443",
                "*.example.org:443",
                "host:0",
                "http://host:1",
                "",
                "::1:5"
            })
    void wrongEntryEmptiesTheWholeListOfTheLaboratory(String wrong) throws IOException {
        twoRegions();

        ConfiguredEgress egress = egress("lab", "north", NO_PROXY, "192.168.7.20:4000", wrong);

        assertThrows(EgressRefusedException.class, () -> egress.requireLaboratory("192.168.7.20", 4000));
        assertDoesNotThrow(() -> egress.requireService("hub.example.org", 443));
        assertEquals("EGRESS_LIMITED", egress.status().subject().toString());
        assertTrue(egress.status().facts().encode().contains("EGRESS_LABORATORY_INVALID"));
    }

    @Test
    void laboratorysListHasItsLimit() {
        String[] many = IntStream.rangeClosed(1, 33)
                .mapToObj(i -> "10.0.0." + i + ":80")
                .toArray(String[]::new);

        assertTrue(new LaboratoryList(many).isBroken());
    }

    @Test
    void proxyOfTheSettingsIsPermittedUnlessTheProfileNamesOthers() throws IOException {
        twoRegions();
        profile(
                "strict",
                "{\"name\":\"strict\",\"dialect\":\"self-hosted\",\"regions\":{\"r\":{\"hosts\":[\"hub.example.org\"]}},"
                        + "\"proxies\":[\"proxy.hospital.example:3128\"]}");

        egress("lab", "north", HostPort.of("proxy.example:3128")).rule().requireProxy("proxy.example", 3128);
        egress("strict", "", HostPort.of("Proxy.hospital.example:3128"))
                .rule()
                .requireProxy("proxy.hospital.example", 3128);
        ConfiguredEgress other = egress("strict", "", HostPort.of("proxy.example:3128"));
        assertThrows(EgressRefusedException.class, () -> other.rule().requireProxy("proxy.example", 3128));
        assertTrue(other.status().facts().encode().contains("EGRESS_PROXY_NOT_LISTED"));
    }

    @Test
    void settingThatNamesOneHostAsProxyAndServiceWidensNothing() throws IOException {
        twoRegions();

        ConfiguredEgress egress = egress("lab", "north", HostPort.of("evil.example:443"), "evil.example:443");

        assertThrows(EgressRefusedException.class, () -> egress.requireService("evil.example", 443));
    }
}
