package org.benchconnect.link.egress;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Rules of the Windows firewall for one service. There a rule that blocks counts before one that permits, so the service is blocked on every port that it
 * does not need, and permitted on those it does; which hosts are behind them, a firewall of the house decides, or, where Windows can (11 and Microsoft
 * Defender's network protection), the names of the profile. Loopback is not filtered; names are resolved by Windows' own service.
 */
final class WindowsRules {
    private static final String GROUP = "BenchConnect";

    private WindowsRules() {}

    /**
     * A rule.
     *
     * @param name of it
     * @param permits or blocks
     * @param protocol TCP or UDP
     * @param ports remote ones
     * @param address remote one, or any
     */
    private record Rule(String name, boolean permits, String protocol, String ports, String address) {}

    private static List<Rule> rules(FirewallPlan plan) {
        List<Rule> rules = new ArrayList<>();
        plan.proxy()
                .ifPresentOrElse(
                        proxy -> rules.add(permitting("proxy", proxy)),
                        () -> rules.add(
                                new Rule("service side", true, "TCP", "" + PermittedHosts.SERVICE_PORT, "any")));
        for (int i = 0; i < plan.laboratory().size(); i++) {
            rules.add(permitting("laboratory " + (i + 1), plan.laboratory().get(i)));
        }
        rules.add(new Rule("nothing else", false, "TCP", plan.otherPorts(), "any"));
        rules.add(new Rule("nothing else by UDP", false, "UDP", "1-65535", "any"));
        return rules;
    }

    /** Windows takes addresses here, no names. */
    private static Rule permitting(String name, HostPort address) {
        return new Rule(
                name,
                true,
                "TCP",
                "" + address.port(),
                address.host().isName() ? "any" : address.host().text());
    }

    static String powershell(FirewallPlan plan) {
        StringBuilder script = new StringBuilder("#Requires -RunAsAdministrator\n")
                .append(plan.heading())
                .append(
                        "# -Names: the service side by the names of the profile too (Windows 11, Microsoft Defender with network protection).\n")
                .append("param([switch]$Names)\n$ErrorActionPreference = 'Stop'\n")
                .append("Get-NetFirewallRule -Group '" + GROUP
                        + "' -ErrorAction SilentlyContinue | Remove-NetFirewallRule\n")
                .append("$keywords = @()\nif ($Names) {\n");
        if (plan.proxy().isEmpty()) {
            plan.region().hosts().forEach(host -> script.append(keyword(host)));
        }
        script.append("}\n");
        for (Rule rule : rules(plan)) {
            script.append("$rule = @{ Group = '" + GROUP + "'; DisplayName = 'BenchConnect: ")
                    .append(rule.name)
                    .append("'; Direction = 'Outbound'; Service = '")
                    .append(plan.account())
                    .append("'; Action = '")
                    .append(rule.permits ? "Allow" : "Block")
                    .append("'; Protocol = '")
                    .append(rule.protocol)
                    .append("'; RemotePort = '")
                    .append(rule.ports.replace(",", "','"))
                    .append("'; RemoteAddress = '")
                    .append(rule.address.equals("any") ? "Any" : rule.address)
                    .append("' }\n");
            if (rule.name.equals("service side")) {
                script.append(
                        "if ($keywords) { $rule.Remove('RemoteAddress'); $rule.RemoteDynamicKeywordAddresses = $keywords }\n");
            }
            script.append("New-NetFirewallRule @rule | Out-Null\n");
        }
        return script.toString();
    }

    /** The same name has the same identity in every script. */
    private static String keyword(HostPattern host) {
        UUID id = UUID.nameUUIDFromBytes(("benchconnect firewall " + host).getBytes(StandardCharsets.US_ASCII));
        return "    Remove-NetFirewallDynamicKeywordAddress -Id '{" + id + "}' -ErrorAction SilentlyContinue\n"
                + "    New-NetFirewallDynamicKeywordAddress -Id '{" + id + "}' -Keyword '" + host
                + "' -AutoResolve $true | Out-Null\n"
                + "    $keywords += '{" + id + "}'\n";
    }

    static String netsh(FirewallPlan plan) {
        StringBuilder commands = new StringBuilder(plan.heading().replaceAll("(?m)^# ", "rem "));
        for (Rule rule : rules(plan)) {
            String name = " name=\"BenchConnect: " + rule.name + "\"";
            commands.append("netsh advfirewall firewall delete rule")
                    .append(name)
                    .append("\r\nnetsh advfirewall firewall add rule")
                    .append(name)
                    .append(" dir=out service=")
                    .append(plan.account())
                    .append(" action=")
                    .append(rule.permits ? "allow" : "block")
                    .append(" protocol=")
                    .append(rule.protocol)
                    .append(" remoteport=")
                    .append(rule.ports)
                    .append(" remoteip=")
                    .append(rule.address)
                    .append("\r\n");
        }
        return commands.toString().replace("\r\n", "\n").replace("\n", "\r\n");
    }
}
