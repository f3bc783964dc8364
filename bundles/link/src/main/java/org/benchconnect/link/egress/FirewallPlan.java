package org.benchconnect.link.egress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a firewall has to let through for the agent's account, and that nothing else is needed: the same rule as {@link PermittedHosts}, for those who run
 * the firewall of the PC or of the house. What is written out of it is a proposal that a person reads before it takes effect.
 *
 * @param account whose connections are meant: a user on Linux, the service on Windows
 * @param title the profile and region, for a comment
 * @param region the endpoints
 * @param proxy the one on the way; with one, nothing else reaches the service side
 * @param laboratory addresses of the laboratory's own network
 */
public record FirewallPlan(
        String account, String title, Profile.Region region, Optional<HostPort> proxy, List<HostPort> laboratory) {
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,31}");
    private static final Pattern TITLE = Pattern.compile("[a-z0-9 ,-]{1,100}");
    private static final int LAST_PORT = 65_535;

    /** The forms it can be written in. */
    public enum Form {
        /** A table for a firewall between the PC and the internet: comma-separated values (RFC 4180). */
        LIST,
        /** A table of nftables for Linux. */
        NFTABLES,
        /** A script for Windows PowerShell. */
        POWERSHELL,
        /** Commands for Windows without PowerShell. */
        NETSH
    }

    /**
     * Copies, and checks what goes into scripts.
     *
     * @throws IllegalArgumentException if the account is not 1 to 32 letters, digits, hyphens and underscores, or the title has other characters
     */
    public FirewallPlan {
        if (!ACCOUNT.matcher(account).matches() || !TITLE.matcher(title).matches()) {
            throw new IllegalArgumentException("an account is 1 to 32 letters, digits, hyphens and underscores");
        }
        laboratory = List.copyOf(laboratory);
    }

    /** Written in this form; ends with the end of a line. */
    public String written(Form form) {
        return switch (form) {
            case LIST -> table();
            case NFTABLES -> NftablesRules.of(this);
            case POWERSHELL -> WindowsRules.powershell(this);
            case NETSH -> WindowsRules.netsh(this);
        };
    }

    private String table() {
        List<String> lines = new ArrayList<>();
        lines.add("direction,protocol,host,port,who,purpose");
        proxy.ifPresent(each -> lines.add(line(each, "proxy of the hospital")));
        String through = proxy.isPresent() ? "service side through the proxy" : "service side";
        for (HostPattern host : region.hosts()) {
            lines.add("out,tcp," + host + "," + PermittedHosts.SERVICE_PORT + "," + account + "," + through);
        }
        for (HostPattern host : region.remoteSessions()) {
            lines.add("out,tcp," + host + "," + PermittedHosts.SERVICE_PORT
                    + ",program for remote sessions,remote sessions");
        }
        laboratory.forEach(each -> lines.add(line(each, "reachability of a system of the laboratory")));
        return String.join("\n", lines) + "\n";
    }

    private String line(HostPort address, String purpose) {
        return "out,tcp," + address.host() + "," + address.port() + "," + account + "," + purpose;
    }

    /** Every port from 1 to 65535 that nothing is needed on, as ranges: {@code 1-442,444-65535}. */
    String otherPorts() {
        TreeSet<Integer> needed =
                laboratory.stream().map(HostPort::port).collect(Collectors.toCollection(TreeSet::new));
        needed.add(proxy.map(HostPort::port).orElse(PermittedHosts.SERVICE_PORT));
        List<String> ranges = new ArrayList<>();
        int from = 1;
        for (int port : needed) {
            range(ranges, from, port - 1);
            from = port + 1;
        }
        range(ranges, from, LAST_PORT);
        return String.join(",", ranges);
    }

    private static void range(List<String> ranges, int from, int to) {
        if (from <= to) {
            ranges.add(from == to ? "" + from : from + "-" + to);
        }
    }

    /** What stands above each script. */
    String heading() {
        return "# BenchConnect: what the account " + account + " may connect to; vendor profile " + title + ".\n"
                + "# A proposal: read it before it takes effect. Incoming connections are never needed.\n";
    }
}
