package org.benchconnect.teamviewerbridge.teamviewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.benchconnect.core.session.SessionView.Hindrance;
import org.benchconnect.core.signal.SoftwareVersion;
import org.benchconnect.teamviewerbridge.Client;

/**
 * Whether anybody can be asked for help through the client.
 *
 * @param client what is installed
 * @param findings how every rule stands
 * @param log whether the log of connections can be read
 */
record Readiness(Client client, Map<ProofRule, Finding> findings, boolean log) {
    /** Older ones are refused: of what they let through is publicly known. */
    static final SoftwareVersion FLOOR = new SoftwareVersion(List.of(15, 74, 5));

    /** Before anything was read. */
    static final Readiness UNREAD = new Readiness(Client.ABSENT, Proof.none(), false);

    Readiness {
        findings = Map.copyOf(findings);
    }

    /** What is missing; a version that is not known is too old. */
    List<Hindrance> hindrances() {
        if (!client.installed()) {
            return List.of(Hindrance.NO_PROGRAM);
        }
        List<Hindrance> all = new ArrayList<>();
        SoftwareVersion version = client.version();
        if (version == null || version.compareTo(FLOOR) < 0) {
            all.add(Hindrance.PROGRAM_TOO_OLD);
        }
        if (!isProven()) {
            all.add(Hindrance.SETTINGS_NOT_PROVEN);
        }
        return List.copyOf(all);
    }

    /** Whether every rule is proven and the log can be read. */
    boolean isProven() {
        for (ProofRule rule : ProofRule.values()) {
            if (findings.get(rule) != Finding.PROVEN) {
                return false;
            }
        }
        return log;
    }
}
