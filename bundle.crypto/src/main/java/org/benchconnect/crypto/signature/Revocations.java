package org.benchconnect.crypto.signature;

import java.security.GeneralSecurityException;
import java.security.cert.CRLReason;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the lists of the policy say (RFC 5280, section 5). Only lists that the issuer of a certificate signed with the key of the
 * path count. Not guaranteed: that a list is the newest, as nothing is fetched; an old one still tells what was revoked.
 */
final class Revocations {
    /** After these the signatures made before remain good (RFC 3161, section 4). Any other reason, or none, says that the key may
     * have been another's before anybody noticed. */
    private static final Set<CRLReason> FROM_THEN_ON = EnumSet.of(
            CRLReason.UNSPECIFIED,
            CRLReason.AFFILIATION_CHANGED,
            CRLReason.SUPERSEDED,
            CRLReason.CESSATION_OF_OPERATION,
            CRLReason.PRIVILEGE_WITHDRAWN);

    private static final int MAX_LISTS = 64;

    private final List<X509CRL> lists;

    Revocations(Collection<X509CRL> lists) throws SigningPolicyRefusedException {
        if (lists.size() > MAX_LISTS) {
            throw new SigningPolicyRefusedException(
                    "At most " + MAX_LISTS + " revocation lists can be pinned, but there are " + lists.size() + ".");
        }
        this.lists = List.copyOf(lists);
    }

    /**
     * Refuses a path with a revoked certificate.
     *
     * @param path the signer's first, the pinned authority's last
     * @param at when it signed
     */
    void check(List<X509Certificate> path, Instant at) throws RevokedSignerException {
        for (int i = 0; i + 1 < path.size(); i++) {
            for (X509CRL list : lists) {
                X509CRLEntry entry = list.getRevokedCertificate(path.get(i));
                if (entry != null && isOf(list, path.get(i + 1)) && counts(entry, at)) {
                    throw new RevokedSignerException(
                            "one of " + entry.getRevocationDate().toInstant());
                }
            }
        }
    }

    private static boolean isOf(X509CRL list, X509Certificate issuer) {
        if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            list.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            // Another authority of the same name, or the same with another key.
            return false;
        }
    }

    private static boolean counts(X509CRLEntry entry, Instant at) {
        CRLReason reason = entry.getRevocationReason();
        return reason == null
                || !FROM_THEN_ON.contains(reason)
                || !entry.getRevocationDate().toInstant().isAfter(at);
    }
}
