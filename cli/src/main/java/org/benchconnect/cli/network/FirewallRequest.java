package org.benchconnect.cli.network;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.benchconnect.link.egress.FirewallPlan.Form;
import org.benchconnect.link.egress.HostPort;

/**
 * What stands behind {@code firewall}.
 *
 * @param form in which form
 * @param profile name of a vendor profile, or empty for the one that the installation chose
 * @param region of it, or empty
 * @param account whose connections, 1 to 32 letters, digits, hyphens and underscores
 * @param proxy on the way
 * @param laboratory its own addresses
 */
record FirewallRequest(
        Form form, String profile, String region, String account, Optional<HostPort> proxy, List<HostPort> laboratory) {
    private static final String ACCOUNT = "[A-Za-z_][A-Za-z0-9_-]{0,31}";

    static FirewallRequest parse(List<String> words) throws FirewallUsageException {
        Form form = Form.LIST;
        String profile = "";
        String region = "";
        String account = "";
        Optional<HostPort> proxy = Optional.empty();
        List<HostPort> laboratory = new ArrayList<>();
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--format" -> form = form(value(option, rest));
                case "--profile" -> profile = value(option, rest);
                case "--region" -> region = value(option, rest);
                case "--account" -> account = account(value(option, rest));
                case "--proxy" -> proxy = Optional.of(address(option, value(option, rest)));
                case "--laboratory" -> laboratory.add(address(option, value(option, rest)));
                default -> throw new FirewallUsageException("firewall does not know '" + option + "'");
            }
        }
        boolean windows = form == Form.POWERSHELL || form == Form.NETSH;
        String who = account.isEmpty() ? windows ? "BenchConnect" : "benchconnect" : account;
        return new FirewallRequest(form, profile, region, who, proxy, laboratory);
    }

    private static String value(String option, Iterator<String> rest) throws FirewallUsageException {
        if (rest.hasNext()) {
            return rest.next();
        }
        throw new FirewallUsageException(option + " needs a value");
    }

    private static Form form(String word) throws FirewallUsageException {
        for (Form each : Form.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
                return each;
            }
        }
        throw new FirewallUsageException("--format is list, nftables, powershell or netsh");
    }

    private static String account(String word) throws FirewallUsageException {
        if (word.matches(ACCOUNT)) {
            return word;
        }
        throw new FirewallUsageException("--account is 1 to 32 letters, digits, hyphens and underscores");
    }

    private static HostPort address(String option, String word) throws FirewallUsageException {
        return HostPort.of(word).orElseThrow(() -> new FirewallUsageException(option + " needs host:port"));
    }
}
