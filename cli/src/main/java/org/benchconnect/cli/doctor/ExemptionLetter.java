package org.benchconnect.cli.doctor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.benchconnect.core.text.Language;
import org.benchconnect.link.egress.HostPattern;
import org.benchconnect.link.egress.HostPort;
import org.benchconnect.link.egress.ProxyAnswer;
import org.benchconnect.link.egress.ProxyAnswer.Scheme;
import org.benchconnect.link.egress.ProxyExemption;

/** From what a proxy wanted to the letter to those who run it. All of it stays with the person in front of this PC. */
final class ExemptionLetter {
    private static final Set<Cause> NOT_DONE =
            Set.of(Cause.PROXY_WANTS_NTLM, Cause.PROXY_WANTS_KERBEROS, Cause.PROXY_WANTS_DIGEST);

    private ExemptionLetter() {}

    /** What a finding must carry for it. */
    static Map<String, String> local(ProxyAnswer answer, HostPort proxy, HostPort server) {
        Map<String, String> local = new HashMap<>();
        local.put("status", Integer.toString(answer.status()));
        local.put("proxy", proxy.toString());
        local.put("server", server.host().text());
        local.put("schemes", answer.schemes().stream().sorted().map(Enum::name).collect(Collectors.joining(" ")));
        return local;
    }

    /** The letter; empty where the proxy wants nothing that this agent does not do, or the service side has an address and no name. */
    static Optional<String> of(Finding finding, Language language) {
        Map<String, String> local = finding.local();
        Optional<HostPort> proxy = HostPort.of(local.getOrDefault("proxy", ""));
        Optional<HostPattern> server = HostPattern.of(local.getOrDefault("server", ""));
        if (!NOT_DONE.contains(finding.cause()) || proxy.isEmpty() || server.isEmpty()) {
            return Optional.empty();
        }
        Set<Scheme> wanted = Stream.of(local.getOrDefault("schemes", "").split(" "))
                .map(Scheme::valueOf)
                .collect(Collectors.toSet());
        return Optional.of(ProxyExemption.letter(language, proxy.get(), wanted, List.of(server.get())));
    }
}
