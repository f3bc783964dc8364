package org.benchconnect.teamviewerbridge.teamviewer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Compares the client's settings with the exported ones, value by value and without knowing what a value means. Pure. */
final class Proof {
    private final Map<String, Setting> golden = new TreeMap<>();
    private final Map<String, Setting> client;
    private final ProofFile stated;

    private Proof(GoldenFile golden, ProofFile stated, Map<String, Setting> client) {
        this.stated = stated;
        this.client = client;
        String root = stated.root().isEmpty() ? "" : stated.root() + "/";
        golden.settings().forEach((path, setting) -> {
            if (path.startsWith(root)) {
                this.golden.put(path.substring(root.length()), setting);
            }
        });
    }

    /** Nothing is stated: every rule stands so. */
    static Map<ProofRule, Finding> none() {
        Map<ProofRule, Finding> findings = new EnumMap<>(ProofRule.class);
        for (ProofRule rule : ProofRule.values()) {
            findings.put(rule, Finding.NOT_STATED);
        }
        return findings;
    }

    /** How every rule stands with these settings of the client. */
    static Map<ProofRule, Finding> of(GoldenFile golden, ProofFile stated, Map<String, Setting> client) {
        if (!golden.digest().equals(stated.golden())) {
            return none(); // the statement is about another file
        }
        Proof proof = new Proof(golden, stated, client);
        Map<ProofRule, Finding> findings = none();
        stated.rules().forEach((rule, paths) -> findings.put(rule, proof.finding(paths)));
        findings.put(ProofRule.AS_EXPORTED, proof.everythingElse());
        return findings;
    }

    private Finding finding(List<String> paths) {
        Finding worst = Finding.PROVEN;
        for (String path : paths) {
            Finding one = finding(path);
            worst = one.compareTo(worst) > 0 ? one : worst;
        }
        return worst;
    }

    private Finding finding(String path) {
        Setting expected = golden.get(path);
        if (expected == null) {
            return Finding.NOT_STATED;
        }
        Setting found = client.get(path);
        if (found == null) {
            return Finding.NOT_READABLE;
        }
        return Objects.equals(expected, found) ? Finding.PROVEN : Finding.DIFFERENT;
    }

    private Finding everythingElse() {
        return golden.isEmpty()
                ? Finding.NOT_STATED
                : finding(golden.keySet().stream()
                        .filter(path -> !stated.unlike().contains(path))
                        .toList());
    }
}
