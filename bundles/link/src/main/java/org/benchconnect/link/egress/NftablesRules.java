package org.benchconnect.link.egress;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of nftables that rejects every outgoing connection of one account but those of the plan. nftables knows addresses and no names: for each name
 * there is a set that the resolver fills as it answers (dnsmasq 2.87 and newer does, by the lines in the comment); an empty set permits nothing.
 */
final class NftablesRules {
    private final List<String> sets = new ArrayList<>();
    private final List<String> rules = new ArrayList<>();
    private final List<String> resolver = new ArrayList<>();

    private NftablesRules() {}

    static String of(FirewallPlan plan) {
        NftablesRules written = new NftablesRules();
        if (plan.proxy().isPresent()) {
            written.permit(plan.proxy().get(), "proxy");
        } else {
            written.permitService(plan.region().hosts());
        }
        for (int i = 0; i < plan.laboratory().size(); i++) {
            written.permit(plan.laboratory().get(i), "laboratory" + (i + 1));
        }
        return written.table(plan);
    }

    private void permitService(List<HostPattern> hosts) {
        if (!hosts.isEmpty()) {
            hosts.forEach(host -> fill(host.domain(), "service"));
            permitSet("service", PermittedHosts.SERVICE_PORT);
        }
    }

    private void permit(HostPort address, String set) {
        if (address.host().isName()) {
            fill(address.host().text(), set);
            permitSet(set, address.port());
        } else {
            String family = address.host().text().contains(":") ? "ip6" : "ip";
            rules.add(family + " daddr " + address.host() + " tcp dport " + address.port() + " accept");
        }
    }

    private void permitSet(String set, int port) {
        for (String family : List.of("4", "6")) {
            sets.add("    set " + set + family + " {\n        type ipv" + family + "_addr\n"
                    + "        flags timeout\n        timeout 1h\n    }\n");
            rules.add(
                    (family.equals("4") ? "ip" : "ip6") + " daddr @" + set + family + " tcp dport " + port + " accept");
        }
    }

    private void fill(String domain, String set) {
        resolver.add("#   nftset=/" + domain + "/4#inet#benchconnect#" + set + "4,6#inet#benchconnect#" + set + "6\n");
    }

    private String table(FirewallPlan plan) {
        StringBuilder text = new StringBuilder("#!/usr/sbin/nft -f\n").append(plan.heading());
        if (!resolver.isEmpty()) {
            text.append("# For the configuration of dnsmasq on this PC, which then fills the sets:\n");
            resolver.forEach(text::append);
        }
        text.append("table inet benchconnect\ndelete table inet benchconnect\ntable inet benchconnect {\n");
        sets.forEach(text::append);
        text.append(
                        "    chain output {\n        type filter hook output priority 0; policy accept;\n        meta skuid \"")
                .append(plan.account())
                .append("\" goto account\n    }\n    chain account {\n        oifname \"lo\" accept\n")
                .append(
                        "        ct state established,related accept\n        udp dport 53 accept\n        tcp dport 53 accept\n");
        rules.forEach(rule -> text.append("        ").append(rule).append('\n'));
        return text.append("        counter reject with icmpx type admin-prohibited\n    }\n}\n")
                .toString();
    }
}
