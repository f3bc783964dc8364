package org.benchconnect.crypto.supporter;

import static org.benchconnect.crypto.supporter.SupporterRefusedException.Rule.AUTHORITY;
import static org.benchconnect.crypto.supporter.SupporterRefusedException.Rule.CERTIFICATE;
import static org.benchconnect.crypto.supporter.SupporterRefusedException.Rule.FORM;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;

/**
 * Paths to the authorities of supporters, RFC 5280 section 6, over exactly the certificates that came, in their order. Nothing is fetched, and there is no
 * revocation but the list: an entry that is taken out of it counts for 24 hours at most.
 */
final class SupporterChains {
    private static final int MOST_AUTHORITIES = 16;
    private static final String NAME_CONSTRAINTS = "2.5.29.30";

    private final Set<TrustAnchor> anchors;

    private SupporterChains(Set<TrustAnchor> anchors) {
        this.anchors = anchors;
    }

    /** To these authorities and to no other; the list of the Java runtime is never read. */
    static SupporterChains to(Collection<X509Certificate> authorities) {
        if (authorities.isEmpty() || authorities.size() > MOST_AUTHORITIES) {
            throw new IllegalArgumentException("there are 1 to " + MOST_AUTHORITIES + " authorities of supporters");
        }
        Set<TrustAnchor> anchors = new HashSet<>();
        for (X509Certificate authority : authorities) {
            SupporterCertificate.requireAuthority(authority);
            // The JDK takes no constraint from an anchor's certificate by itself.
            byte[] names = authority.getExtensionValue(NAME_CONSTRAINTS);
            anchors.add(new TrustAnchor(
                    authority,
                    names == null ? null : ASN1OctetString.getInstance(names).getOctets()));
        }
        return new SupporterChains(anchors);
    }

    /** The supporter's certificate, if a path leads from it to an authority at this time. */
    ProvenCertificate prove(List<byte[]> chain, Instant at) throws SupporterRefusedException {
        List<X509Certificate> path = read(chain);
        X509Certificate own = path.get(0);
        ProvenCertificate shown = SupporterCertificate.check(own, digest(chain.get(0)));
        for (X509Certificate between : path.subList(1, path.size())) {
            SupporterCertificate.checkBetween(between);
        }
        requireValid(own, at);
        X509Certificate anchor = validated(path, at);
        requireValid(anchor, at); // the JDK does not ask that of an anchor
        if (path.size() - 1 > anchor.getBasicConstraints()) {
            throw new SupporterRefusedException(
                    AUTHORITY, "a path as long as the authority allows", path.size() - 1 + " between");
        }
        return shown;
    }

    private static List<X509Certificate> read(List<byte[]> chain) throws SupporterRefusedException {
        if (chain.isEmpty() || chain.size() > SupporterPolicy.MOST_CERTIFICATES) {
            throw new SupporterRefusedException(
                    FORM, "1 to " + SupporterPolicy.MOST_CERTIFICATES + " certificates", String.valueOf(chain.size()));
        }
        List<X509Certificate> path = new ArrayList<>();
        for (byte[] der : chain) {
            path.add(read(der));
        }
        return path;
    }

    private static X509Certificate read(byte[] der) throws SupporterRefusedException {
        if (der.length > SupporterPolicy.LONGEST_CERTIFICATE) {
            throw new SupporterRefusedException(
                    FORM, "at most " + SupporterPolicy.LONGEST_CERTIFICATE + " bytes", String.valueOf(der.length));
        }
        try {
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            // PEM, PKCS#7 and bytes behind the end are read by that factory too.
            if (certificate == null || !Arrays.equals(der, certificate.getEncoded())) {
                throw new SupporterRefusedException(FORM, "one certificate in DER", "something else");
            }
            return certificate;
        } catch (CertificateException | RuntimeException e) {
            throw new SupporterRefusedException(FORM, "one certificate in DER", "something else", e);
        }
    }

    private static void requireValid(X509Certificate certificate, Instant at) throws SupporterRefusedException {
        if (at.isBefore(certificate.getNotBefore().toInstant())
                || at.isAfter(certificate.getNotAfter().toInstant())) {
            throw new SupporterRefusedException(
                    CERTIFICATE,
                    "valid at " + at,
                    certificate.getNotBefore().toInstant() + " to "
                            + certificate.getNotAfter().toInstant());
        }
    }

    /** Signatures, validity, basic constraints, key usage, name constraints, critical extensions. Returns the anchor of the path. */
    private X509Certificate validated(List<X509Certificate> path, Instant at) throws SupporterRefusedException {
        try {
            PKIXParameters parameters = new PKIXParameters(anchors);
            parameters.setDate(Date.from(at));
            parameters.setRevocationEnabled(false); // the list is the revocation
            PKIXCertPathValidatorResult result = (PKIXCertPathValidatorResult) CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
            return result.getTrustAnchor().getTrustedCert();
        } catch (CertPathValidatorException | CertificateException e) {
            throw new SupporterRefusedException(AUTHORITY, "a path to an authority here", "none that is valid", e);
        } catch (InvalidAlgorithmParameterException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java runtime has no PKIX", e);
        } catch (RuntimeException e) {
            // A provider that stumbles over foreign bytes has not found a path.
            throw new SupporterRefusedException(AUTHORITY, "a path to an authority here", "none that can be read", e);
        }
    }

    static String digest(byte[] der) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
