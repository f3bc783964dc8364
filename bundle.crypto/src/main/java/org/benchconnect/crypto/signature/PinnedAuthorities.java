package org.benchconnect.crypto.signature;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;

/** The authorities that count for a purpose, and the paths to them. The list of the Java runtime is never read. */
final class PinnedAuthorities {
    /** Authorities between signer and pinned one. Public chains have one or two. */
    private static final int MAX_BETWEEN = 3;

    private static final int MAX_AUTHORITIES = 64;
    private static final String NAME_CONSTRAINTS = "2.5.29.30";
    private static final int CERT_SIGN = 5;

    private final Purpose purpose;
    private final Set<TrustAnchor> anchors;
    private final Revocations revocations;

    PinnedAuthorities(Purpose purpose, Collection<X509Certificate> pinned, Revocations revocations)
            throws SigningPolicyRefusedException {
        if (pinned.isEmpty() || pinned.size() > MAX_AUTHORITIES) {
            throw new SigningPolicyRefusedException("1 to " + MAX_AUTHORITIES + " authorities for " + purpose
                    + " must be pinned, but there are " + pinned.size() + ".");
        }
        this.purpose = purpose;
        this.anchors = new HashSet<>();
        for (X509Certificate authority : pinned) {
            anchors.add(anchor(authority));
        }
        this.revocations = revocations;
    }

    private static TrustAnchor anchor(X509Certificate authority) throws SigningPolicyRefusedException {
        boolean[] usage = authority.getKeyUsage();
        if (authority.getBasicConstraints() < 0 || usage != null && !usage[CERT_SIGN]) {
            throw new SigningPolicyRefusedException("A pinned certificate is not an authority's.");
        }
        try {
            KeyRules.check(authority.getPublicKey(), KeyRules.AUTHORITY_RSA_BITS);
        } catch (WeakSignatureException e) {
            throw new SigningPolicyRefusedException(
                    "A pinned authority's key is too weak: expected " + e.expected() + ", found " + e.found() + ".");
        }
        // The JDK takes no constraint from an anchor's certificate by itself.
        byte[] names = authority.getExtensionValue(NAME_CONSTRAINTS);
        return new TrustAnchor(
                authority,
                names == null ? null : ASN1OctetString.getInstance(names).getOctets());
    }

    /** Refuses a signer unless a path leads to a pinned authority and everything in it was valid then and for this purpose. */
    void check(X509Certificate signer, Collection<X509Certificate> offered, Instant at) throws CodeSignatureException {
        purpose.checkSigner(signer);
        checkValidity(signer, at);
        PKIXCertPathBuilderResult built = build(signer, offered, at);
        List<X509Certificate> path = new ArrayList<>();
        for (Certificate certificate : built.getCertPath().getCertificates()) {
            path.add((X509Certificate) certificate);
        }
        X509Certificate anchor = built.getTrustAnchor().getTrustedCert();
        if (path.isEmpty() || path.size() - 1 > anchor.getBasicConstraints()) {
            throw new UntrustedSignerException("a path as long as the authority allows", path.size() - 1 + " between");
        }
        for (X509Certificate certificate : path) {
            SignatureStrength.check(certificate);
        }
        for (X509Certificate authority : path.subList(1, path.size())) {
            purpose.checkAuthority(authority);
        }
        checkValidity(anchor, at);
        path.add(anchor);
        revocations.check(path, at);
    }

    private static void checkValidity(X509Certificate certificate, Instant at) throws CertificateNotValidAtException {
        if (at.isBefore(certificate.getNotBefore().toInstant())
                || at.isAfter(certificate.getNotAfter().toInstant())) {
            throw new CertificateNotValidAtException(at, certificate);
        }
    }

    /** RFC 5280, section 6: signatures, validity, basic constraints, key usage, name constraints, critical extensions. */
    private PKIXCertPathBuilderResult build(X509Certificate signer, Collection<X509Certificate> offered, Instant at)
            throws UntrustedSignerException {
        try {
            CertPathBuilder builder = CertPathBuilder.getInstance("PKIX");
            return (PKIXCertPathBuilderResult) builder.build(parameters(signer, offered, at));
        } catch (CertPathBuilderException e) {
            throw new UntrustedSignerException("a path to a pinned authority", "none that is valid", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no PKIX", e);
        }
    }

    private PKIXBuilderParameters parameters(X509Certificate signer, Collection<X509Certificate> offered, Instant at)
            throws GeneralSecurityException {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(signer);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(offered)));
        parameters.setDate(Date.from(at));
        parameters.setMaxPathLength(MAX_BETWEEN);
        // Revocations are those of the policy's files; nothing is fetched while verifying.
        parameters.setRevocationEnabled(false);
        return parameters;
    }
}
