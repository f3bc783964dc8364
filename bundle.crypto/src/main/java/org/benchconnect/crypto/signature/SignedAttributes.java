package org.benchconnect.crypto.signature;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.jspecify.annotations.Nullable;

/**
 * Attributes of a signer, RFC 5652 section 5.3: of each type at most one, each with exactly one value.
 *
 * @param encoded what the signature is over: DER of them all as a SET
 */
record SignedAttributes(Map<ASN1ObjectIdentifier, ASN1Encodable> values, byte[] encoded) {
    /** The signed ones, which must be there: without them a signature is over bytes that could be read as attributes. */
    static SignedAttributes of(@Nullable ASN1Set set) throws MalformedSignatureException {
        if (set == null || set.size() == 0) {
            throw new MalformedSignatureException("signed attributes", "none");
        }
        try {
            return new SignedAttributes(values(set), set.getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new MalformedSignatureException("attributes in DER", "others", e);
        }
    }

    /** The values of any set of attributes; none for no set. */
    static Map<ASN1ObjectIdentifier, ASN1Encodable> values(@Nullable ASN1Set set) throws MalformedSignatureException {
        Map<ASN1ObjectIdentifier, ASN1Encodable> values = new HashMap<>();
        if (set != null) {
            for (ASN1Encodable element : set) {
                Attribute attribute = Attribute.getInstance(element);
                if (attribute.getAttrValues().size() != 1
                        || values.put(
                                        attribute.getAttrType(),
                                        attribute.getAttrValues().getObjectAt(0))
                                != null) {
                    throw new MalformedSignatureException(
                            "one value of an attribute",
                            "another number for "
                                    + ObjectName.of(attribute.getAttrType().getId()));
                }
            }
        }
        return values;
    }

    /** Section 11.1 and 11.2: both must be there. */
    void check(String contentType, byte[] digest) throws CodeSignatureException {
        String type = ASN1ObjectIdentifier.getInstance(value(CMSAttributes.contentType))
                .getId();
        if (!type.equals(contentType)) {
            throw new MalformedSignatureException("attributes of " + ObjectName.of(contentType), ObjectName.of(type));
        }
        byte[] signed =
                ASN1OctetString.getInstance(value(CMSAttributes.messageDigest)).getOctets();
        if (!MessageDigest.isEqual(signed, digest)) {
            throw new BrokenSignatureException("the digest of these bytes", "another");
        }
    }

    private ASN1Encodable value(ASN1ObjectIdentifier type) throws MalformedSignatureException {
        return Optional.ofNullable(values.get(type))
                .orElseThrow(() ->
                        new MalformedSignatureException("the signed attribute " + ObjectName.of(type.getId()), "none"));
    }

    /** Refuses attributes that name another certificate (RFC 5035); whether any is named is {@link #namesCertificate}. */
    void checkCertificate(X509Certificate certificate) throws CodeSignatureException {
        ASN1Encodable second = values.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (second != null) {
            ESSCertIDv2[] named = SigningCertificateV2.getInstance(second).getCerts();
            Digest digest = Digest.of(first(named).getHashAlgorithm().getAlgorithm());
            check(certificate, digest.javaName(), named[0].getCertHash(), named[0].getIssuerSerial());
        }
        ASN1Encodable first = values.get(PKCSObjectIdentifiers.id_aa_signingCertificate);
        if (first != null) {
            ESSCertID[] named = SigningCertificate.getInstance(first).getCerts();
            // Of SHA-1 by definition (RFC 2634, 5.4); it can only refuse, what accepts is the signature.
            check(certificate, "SHA-1", first(named).getCertHash(), named[0].getIssuerSerial());
        }
    }

    private static <T> T first(T[] named) throws MalformedSignatureException {
        if (named.length == 0) {
            throw new MalformedSignatureException("a certificate in signingCertificate", "none");
        }
        return named[0];
    }

    private static void check(X509Certificate certificate, String digest, byte[] hash, @Nullable IssuerSerial issued)
            throws CodeSignatureException {
        try {
            boolean same = MessageDigest.isEqual(hash, Bytes.digest(digest, certificate.getEncoded()));
            boolean serial = issued == null || issued.getSerial().getValue().equals(certificate.getSerialNumber());
            if (!same || !serial) {
                throw new BrokenSignatureException("the certificate that the signature names", "another");
            }
        } catch (CertificateEncodingException e) {
            throw new MalformedSignatureException("X.509 certificates", "others", e);
        }
    }

    /** Whether a certificate is named, which RFC 3161 asks of a time stamp. */
    boolean namesCertificate() {
        return values.containsKey(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                || values.containsKey(PKCSObjectIdentifiers.id_aa_signingCertificate);
    }
}
