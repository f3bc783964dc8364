package org.benchconnect.crypto.supporter;

import static org.benchconnect.crypto.supporter.SupporterRefusedException.Rule.AUTHORITY;
import static org.benchconnect.crypto.supporter.SupporterRefusedException.Rule.CERTIFICATE;

import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Set;
import org.benchconnect.core.session.Supporter;
import org.benchconnect.crypto.signature.KeyRefusedException;
import org.benchconnect.crypto.signature.Scheme;
import org.benchconnect.crypto.signature.VerificationKey;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** What the certificates of a path must be, beyond what a path is. Their names are shown to a person, who decides by them: nothing in them may mislead. */
final class SupporterCertificate {
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final String ANY_PURPOSE = "2.5.29.37.0";
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int CERT_SIGN = 5;
    private static final int RSA_BITS = 2048;
    private static final int EC_BITS = 256;
    /** RSA and ECDSA with SHA-256, -384 and -512 (RFC 4055, section 5; RFC 5758, section 3.2), and Ed25519 (RFC 8410). */
    private static final Set<String> SIGNED_WITH = Set.of(
            "1.2.840.113549.1.1.11",
            "1.2.840.113549.1.1.12",
            "1.2.840.113549.1.1.13",
            "1.2.840.10045.4.3.2",
            "1.2.840.10045.4.3.3",
            "1.2.840.10045.4.3.4",
            "1.3.101.112");

    private SupporterCertificate() {}

    /** The supporter's own: a key on P-256, for the authentication of clients, no authority. */
    static ProvenCertificate check(X509Certificate own, String digest) throws SupporterRefusedException {
        try {
            VerificationKey.of(Scheme.ECDSA_SHA2_NISTP256, own.getPublicKey().getEncoded());
        } catch (KeyRefusedException e) {
            throw new SupporterRefusedException(CERTIFICATE, "an ECDSA key on P-256", "another key", e);
        }
        requireSignature(own);
        List<String> purposes = purposes(own);
        if (!purposes.contains(CLIENT_AUTH) || purposes.contains(ANY_PURPOSE)) {
            throw new SupporterRefusedException(CERTIFICATE, "a certificate for clientAuth", "another purpose");
        }
        boolean[] usage = own.getKeyUsage();
        if (usage != null && !usage[DIGITAL_SIGNATURE]) {
            throw new SupporterRefusedException(CERTIFICATE, "the key usage digitalSignature", "another");
        }
        if (own.getBasicConstraints() >= 0) {
            throw new SupporterRefusedException(CERTIFICATE, "a person's certificate", "an authority's");
        }
        X500Name subject = X500Name.getInstance(own.getSubjectX500Principal().getEncoded());
        return new ProvenCertificate(the(BCStyle.CN, "name", subject), the(BCStyle.O, "organisation", subject), digest);
    }

    /** An authority between the supporter and a pinned one; that it is an authority is the path's to check. */
    static void checkBetween(X509Certificate between) throws SupporterRefusedException {
        if (!isStrong(between.getPublicKey())) {
            throw new SupporterRefusedException(AUTHORITY, "strong keys", "a weak one");
        }
        requireSignature(between);
        List<String> purposes = purposes(between);
        if (!purposes.isEmpty() && !purposes.contains(CLIENT_AUTH) && !purposes.contains(ANY_PURPOSE)) {
            throw new SupporterRefusedException(AUTHORITY, "authorities for clientAuth", "one for something else");
        }
    }

    /** Refuses what cannot be pinned. */
    static void requireAuthority(X509Certificate authority) {
        boolean[] usage = authority.getKeyUsage();
        if (authority.getBasicConstraints() < 0 || usage != null && !usage[CERT_SIGN]) {
            throw new IllegalArgumentException("a certificate of authorities is none of an authority");
        }
        if (!isStrong(authority.getPublicKey())) {
            throw new IllegalArgumentException("the key of an authority of supporters is too weak");
        }
    }

    private static boolean isStrong(PublicKey key) {
        return key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= RSA_BITS
                || key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() >= EC_BITS
                || key instanceof EdECPublicKey;
    }

    private static void requireSignature(X509Certificate certificate) throws SupporterRefusedException {
        if (!SIGNED_WITH.contains(certificate.getSigAlgOID())) {
            throw new SupporterRefusedException(CERTIFICATE, "signed with SHA-256 or better", "another algorithm");
        }
    }

    private static List<String> purposes(X509Certificate certificate) throws SupporterRefusedException {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes == null ? List.of() : purposes;
        } catch (CertificateParsingException e) {
            throw new SupporterRefusedException(CERTIFICATE, "an extended key usage", "another structure", e);
        }
    }

    /** The one value of an attribute that stands alone in its part of the name. */
    private static String the(ASN1ObjectIdentifier attribute, String what, X500Name subject)
            throws SupporterRefusedException {
        RDN[] found = subject.getRDNs(attribute);
        if (found.length != 1
                || found[0].isMultiValued()
                || !(found[0].getFirst().getValue() instanceof ASN1String text)
                || !canBeShown(text.getString())) {
            throw new SupporterRefusedException(CERTIFICATE, "one " + what + " that can be shown", "none, or several");
        }
        return text.getString();
    }

    private static boolean canBeShown(String text) {
        return text.length() <= Supporter.LONGEST && Visible.is(text);
    }
}
