package org.benchconnect.crypto;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.PKIXRevocationChecker.Option;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a certificate was revoked, from what is at hand: the OCSP response that the server staples to its certificate (RFC
 * 6066, section 8; RFC 6960) and the lists of a file (RFC 5280, section 6.3). Nothing is ever fetched.
 *
 * <p>A stapled response must be good, the authority's, and current; it is demanded of a certificate that says so itself (RFC
 * 7633). With lists, each certificate below the anchor must be found not revoked, in its issuer's current list; for the
 * server's own a stapled response does instead. Whatever cannot be told is refused. Without lists and without a stapled
 * response nothing is known of revocation, and that is accepted: this class does <em>not</em> guarantee more. Pure, and safe for
 * any thread.
 */
final class Revocation {
    /** TLS feature, RFC 7633. */
    private static final String TLS_FEATURE = "1.3.6.1.5.5.7.1.24";

    private final TrustAnchors anchors;
    private final RevocationLists lists;

    Revocation(TrustAnchors anchors, RevocationLists lists) {
        this.anchors = anchors;
        this.lists = lists;
    }

    /**
     * Of a chain whose path was found to be right.
     *
     * @param chain as the server sent it, its own certificate first
     * @param stapled OCSP responses in the same order; the JDK gives an empty array where there is none
     * @param now the time of this connection
     */
    void check(X509Certificate[] chain, List<byte[]> stapled, Instant now) throws RefusedCertificateException {
        byte[] response = stapled.isEmpty() ? new byte[0] : stapled.get(0);
        boolean isStapled = response.length > 0;
        if (!isStapled && chain[0].getExtensionValue(TLS_FEATURE) != null) {
            // Features other than status_request do not exist yet; what is not understood is taken as that one.
            throw new RefusedCertificateException(Flaw.REVOCATION_UNKNOWN);
        }
        if (!isStapled && lists.lists().isEmpty()) {
            return;
        }
        try {
            PKIXCertPathBuilderResult path = path(chain, now);
            List<X509Certificate> certificates = certificates(path.getCertPath());
            if (isStapled) {
                validate(certificates, path.getTrustAnchor(), now, stapledResponse(certificates.get(0), response));
            }
            List<X509Certificate> unknown = isStapled ? certificates.subList(1, certificates.size()) : certificates;
            if (!lists.lists().isEmpty() && !unknown.isEmpty()) {
                validate(unknown, path.getTrustAnchor(), now, listed());
            }
        } catch (CertPathValidatorException e) {
            boolean revoked = e.getReason() == BasicReason.REVOKED;
            throw new RefusedCertificateException(revoked ? Flaw.REVOKED : Flaw.REVOCATION_UNKNOWN, e);
        } catch (GeneralSecurityException e) {
            throw new RefusedCertificateException(Flaw.REVOCATION_UNKNOWN, e);
        }
    }

    private PKIXCertPathBuilderResult path(X509Certificate[] chain, Instant now) throws GeneralSecurityException {
        X509CertSelector server = new X509CertSelector();
        server.setCertificate(chain[0]);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors.asPkix(), server);
        parameters.addCertStore(
                CertStore.getInstance("Collection", new CollectionCertStoreParameters(Arrays.asList(chain))));
        parameters.setMaxPathLength(CertificateRules.MAX_CHAIN - 2);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(now));
        if (CertPathBuilder.getInstance("PKIX").build(parameters) instanceof PKIXCertPathBuilderResult found
                && !found.getCertPath().getCertificates().isEmpty()) {
            return found;
        }
        throw new CertPathBuilderException("the server's certificate is itself an anchor");
    }

    private static List<X509Certificate> certificates(CertPath path) {
        return path.getCertificates().stream().map(X509Certificate.class::cast).toList();
    }

    /** The server's own certificate by the response; the JDK fetches only where it is given none. */
    private static PKIXRevocationChecker stapledResponse(X509Certificate server, byte[] response)
            throws GeneralSecurityException {
        PKIXRevocationChecker checker = checker(EnumSet.of(Option.ONLY_END_ENTITY, Option.NO_FALLBACK));
        checker.setOcspResponses(Map.of(server, response));
        return checker;
    }

    /** By lists and nothing else. */
    private static PKIXRevocationChecker listed() throws GeneralSecurityException {
        return checker(EnumSet.of(Option.PREFER_CRLS, Option.NO_FALLBACK));
    }

    private static PKIXRevocationChecker checker(Set<Option> options) throws GeneralSecurityException {
        if (CertPathValidator.getInstance("PKIX").getRevocationChecker() instanceof PKIXRevocationChecker checker) {
            checker.setOptions(options);
            return checker;
        }
        throw new GeneralSecurityException("this Java runtime has no check of revocation");
    }

    private void validate(List<X509Certificate> path, TrustAnchor anchor, Instant now, PKIXRevocationChecker revocation)
            throws GeneralSecurityException {
        PKIXParameters parameters = new PKIXParameters(Set.of(anchor));
        parameters.setRevocationEnabled(false);
        parameters.addCertPathChecker(revocation);
        parameters.addCertStore(
                CertStore.getInstance("Collection", new CollectionCertStoreParameters(new ArrayList<>(lists.lists()))));
        parameters.setDate(Date.from(now));
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
    }
}
