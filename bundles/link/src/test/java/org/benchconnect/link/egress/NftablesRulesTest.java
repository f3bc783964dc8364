package org.benchconnect.link.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.benchconnect.link.egress.FirewallPlan.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NftablesRulesTest {
    private static final Path NFT = Path.of("/usr/sbin/nft");

    @TempDir
    Path folder;

    private static FirewallPlan plan(Optional<HostPort> proxy, String... laboratory) {
        Profile.Region region = new Profile.Region(
                List.of(
                        HostPattern.of("*.azure-devices.net").orElseThrow(),
                        HostPattern.of("hub.example.org").orElseThrow()),
                List.of());
        return new FirewallPlan(
                "root",
                "azure-iot-hub, international",
                region,
                proxy,
                List.of(laboratory).stream()
                        .map(each -> HostPort.of(each).orElseThrow())
                        .toList());
    }

    @Test
    void onlyPlannedConnectionsAreAcceptedAndTheRestRejected() {
        String table = plan(Optional.empty(), "192.168.7.20:4000", "[fd00::5]:8080", "lis.laboratory:6001")
                .written(Form.NFTABLES);

        assertEquals(
                List.of(
                        "oifname \"lo\" accept",
                        "ct state established,related accept",
                        "udp dport 53 accept",
                        "tcp dport 53 accept",
                        "ip daddr @service4 tcp dport 443 accept",
                        "ip6 daddr @service6 tcp dport 443 accept",
                        "ip daddr 192.168.7.20 tcp dport 4000 accept",
                        "ip6 daddr fd00:0:0:0:0:0:0:5 tcp dport 8080 accept",
                        "ip daddr @laboratory34 tcp dport 6001 accept",
                        "ip6 daddr @laboratory36 tcp dport 6001 accept"),
                table.lines()
                        .map(String::strip)
                        .filter(line -> line.endsWith(" accept"))
                        .toList());
        assertTrue(table.contains("counter reject"));
        assertTrue(
                table.contains("nftset=/azure-devices.net/4#inet#benchconnect#service4,6#inet#benchconnect#service6"));
    }

    @Test
    void withAProxyNothingElseReachesTheServiceSide() {
        String table = plan(HostPort.of("10.0.0.8:3128")).written(Form.NFTABLES);

        assertTrue(table.contains("ip daddr 10.0.0.8 tcp dport 3128 accept"));
        assertFalse(table.contains("443"));
        assertFalse(table.contains("service4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.8:3128", "proxy.example:3128"})
    void nftablesUnderstandsTheTable(String proxy) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(NFT), "skipped: needs nft (package nftables)");
        String table = plan(HostPort.of(proxy), "192.168.7.20:4000", "[fd00::5]:8080", "lis.laboratory:6001")
                .written(Form.NFTABLES);
        Path file = Files.writeString(folder.resolve("rules"), table);

        Process checking = new ProcessBuilder(NFT.toString(), "--check", "--file", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(checking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(checking.waitFor(60, TimeUnit.SECONDS));

        assumeTrue(!said.contains("Operation not permitted"), "skipped: nft may not ask the kernel here");
        assertEquals("", said);
        assertEquals(0, checking.exitValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "x\" accept", "x'; reboot", "-x", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"})
    void accountThatCouldChangeAScriptIsRefused(String account) {
        Profile.Region none = new Profile.Region(List.of(), List.of());

        assertThrows(
                IllegalArgumentException.class,
                () -> new FirewallPlan(account, "lab", none, Optional.empty(), List.of()));
    }

    @Test
    void regionWithoutHostsPermitsNone() {
        Profile.Region none = new Profile.Region(List.of(), List.of());
        String table =
                new FirewallPlan("benchconnect", "lab", none, Optional.empty(), List.of()).written(Form.NFTABLES);

        assertFalse(table.contains("443"));
    }
}
