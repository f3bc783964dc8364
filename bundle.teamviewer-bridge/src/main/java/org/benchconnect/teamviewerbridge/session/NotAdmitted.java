package org.benchconnect.teamviewerbridge.session;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.crypto.supporter.SupporterRefusedException.Rule;
import org.benchconnect.teamviewerbridge.engine.NotAdmittedException.Reason;

/** How the ledger names who is not admitted, and why. */
final class NotAdmitted {
    private static final Map<Rule, Reason> REASONS = Map.of(
            Rule.FORM, Reason.MALFORMED,
            Rule.AUTHORITY, Reason.AUTHORITY,
            Rule.CERTIFICATE, Reason.CERTIFICATE,
            Rule.LIST_SIGNATURE, Reason.LIST_SIGNATURE,
            Rule.LIST_AGE, Reason.LIST_AGE,
            Rule.NOT_LISTED, Reason.NOT_LISTED,
            Rule.TRAINING, Reason.TRAINING,
            Rule.REGION, Reason.REGION);

    private NotAdmitted() {}

    static Reason reason(Rule broken) {
        return REASONS.getOrDefault(broken, Reason.MALFORMED);
    }

    /** Of a certificate that proved nothing: so that the ledger says which it was. */
    static Optional<String> digest(List<byte[]> chain) {
        try {
            return chain.isEmpty()
                    ? Optional.empty()
                    : Optional.of(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(chain.get(0))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
