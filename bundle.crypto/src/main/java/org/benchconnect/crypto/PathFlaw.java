package org.benchconnect.crypto;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXReason;
import java.util.Map;
import java.util.Set;

/** Which flaw the JDK's check of path and host means. It decides nothing: every exception is a refusal. */
final class PathFlaw {
    private static final Map<Reason, Flaw> BY_REASON = Map.ofEntries(
            Map.entry(BasicReason.EXPIRED, Flaw.EXPIRED),
            Map.entry(BasicReason.NOT_YET_VALID, Flaw.NOT_YET_VALID),
            Map.entry(BasicReason.ALGORITHM_CONSTRAINED, Flaw.WEAK_SIGNATURE),
            Map.entry(BasicReason.INVALID_SIGNATURE, Flaw.CHAIN_BROKEN),
            Map.entry(PKIXReason.NOT_CA_CERT, Flaw.CHAIN_BROKEN),
            Map.entry(PKIXReason.PATH_TOO_LONG, Flaw.CHAIN_BROKEN),
            Map.entry(PKIXReason.INVALID_KEY_USAGE, Flaw.CHAIN_BROKEN),
            Map.entry(PKIXReason.INVALID_POLICY, Flaw.CHAIN_BROKEN),
            Map.entry(PKIXReason.INVALID_NAME, Flaw.CHAIN_BROKEN),
            Map.entry(PKIXReason.UNRECOGNIZED_CRIT_EXT, Flaw.UNKNOWN_EXTENSION),
            Map.entry(PKIXReason.NO_TRUST_ANCHOR, Flaw.UNTRUSTED));
    /** How the messages of the JDK's check of the server's own certificate begin; it has no other way to tell. */
    private static final Set<String> PURPOSES = Set.of("Extended key usage", "KeyUsage", "Netscape cert type");

    private static final String CRITICAL = "Certificate contains unsupported critical extensions";

    private PathFlaw() {}

    /** In our words. What has no cause and no known message comes from its host check, the last one it does. */
    static Flaw of(CertificateException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return Flaw.EXPIRED;
            } else if (cause instanceof CertificateNotYetValidException) {
                return Flaw.NOT_YET_VALID;
            } else if (cause instanceof CertPathValidatorException path && BY_REASON.containsKey(path.getReason())) {
                return BY_REASON.get(path.getReason());
            } else if (cause instanceof CertPathBuilderException) {
                return Flaw.UNTRUSTED;
            }
        }
        String message = String.valueOf(thrown.getMessage());
        if (PURPOSES.stream().anyMatch(message::startsWith)) {
            return Flaw.WRONG_PURPOSE;
        }
        if (message.startsWith(CRITICAL)) {
            return Flaw.UNKNOWN_EXTENSION;
        }
        return thrown.getCause() == null ? Flaw.WRONG_HOST : Flaw.UNTRUSTED;
    }
}
