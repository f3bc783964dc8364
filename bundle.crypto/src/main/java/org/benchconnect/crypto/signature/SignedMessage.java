package org.benchconnect.crypto.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.jspecify.annotations.Nullable;

/**
 * CMS SignedData of exactly one signer (RFC 5652, section 5), read but not believed.
 *
 * @param content what is in it, or empty if detached
 * @param signer the one signer
 * @param certificates those that came along, not the CRLs
 */
record SignedMessage(Optional<byte[]> content, SignerInfo signer, List<X509Certificate> certificates) {
    /** Bytes of a signature with its time stamp. */
    static final int MAX_BYTES = 128 * 1024;
    /** Two chains of four, and some to spare. */
    private static final int MAX_CERTIFICATES = 10;

    SignedMessage {
        certificates = List.copyOf(certificates);
    }

    /**
     * Reads it.
     *
     * @param contentType what must be signed in it
     */
    static SignedMessage read(byte[] cms, String contentType) throws CodeSignatureException {
        if (cms.length == 0) {
            throw new NotSignedException("CMS SignedData", "nothing");
        }
        if (cms.length > MAX_BYTES) {
            throw new MalformedSignatureException("at most " + MAX_BYTES + " bytes", cms.length + " bytes");
        }
        DerShape.check(cms);
        try {
            return read(signedData(cms), contentType);
        } catch (IOException | CertificateException e) {
            throw new MalformedSignatureException("SignedData of RFC 5652", "another structure", e);
        }
    }

    private static SignedData signedData(byte[] cms) throws IOException, CodeSignatureException {
        ContentInfo info = ContentInfo.getInstance(ASN1Primitive.fromByteArray(cms));
        if (!info.getContentType().equals(CMSObjectIdentifiers.signedData)) {
            throw new NotSignedException(
                    "CMS SignedData", ObjectName.of(info.getContentType().getId()));
        }
        return SignedData.getInstance(info.getContent());
    }

    private static SignedMessage read(SignedData data, String contentType)
            throws CodeSignatureException, IOException, CertificateException {
        String type = data.getEncapContentInfo().getContentType().getId();
        if (!type.equals(contentType)) {
            throw new MalformedSignatureException(
                    "a signature over " + ObjectName.of(contentType), ObjectName.of(type));
        }
        ASN1Set signers = data.getSignerInfos();
        if (signers.size() == 0) {
            throw new NotSignedException("one signer", "none");
        }
        if (signers.size() > 1) {
            throw new MalformedSignatureException("one signer", signers.size() + " signers");
        }
        ASN1Encodable content = data.getEncapContentInfo().getContent();
        return new SignedMessage(
                content == null
                        ? Optional.empty()
                        : Optional.of(ASN1OctetString.getInstance(content).getOctets()),
                SignerInfo.getInstance(signers.getObjectAt(0)),
                certificates(data.getCertificates()));
    }

    private static List<X509Certificate> certificates(@Nullable ASN1Set set)
            throws MalformedSignatureException, IOException, CertificateException {
        int size = set == null ? 0 : set.size();
        if (set == null || size == 0 || size > MAX_CERTIFICATES) {
            throw new MalformedSignatureException("1 to " + MAX_CERTIFICATES + " certificates", String.valueOf(size));
        }
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        for (ASN1Encodable element : set) {
            // Anything tagged is a format of certificates from before X.509 version 3.
            if (!(element.toASN1Primitive() instanceof ASN1Sequence certificate)) {
                throw new MalformedSignatureException("X.509 certificates", "others");
            }
            byte[] encoded = certificate.getEncoded(ASN1Encoding.DER);
            certificates.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(encoded)));
        }
        return certificates;
    }

    /** The certificate that the signer names, which must be there once; whether it is trusted is another question. */
    X509Certificate signerCertificate() throws MalformedSignatureException {
        SignerName name = new SignerName(signer.getSID());
        List<X509Certificate> named =
                certificates.stream().distinct().filter(name::isOf).toList();
        if (named.size() != 1) {
            throw new MalformedSignatureException("the signer's certificate, once", named.size() + " of them");
        }
        return named.get(0);
    }

    /**
     * Refuses it unless the certificate's key signed that content.
     *
     * @return the signed attributes
     */
    SignedAttributes verify(X509Certificate by, byte[] signed, String contentType) throws CodeSignatureException {
        SignedAttributes attributes = SignedAttributes.of(signer.getAuthenticatedAttributes());
        Digest digest = Digest.of(signer.getDigestAlgorithm().getAlgorithm());
        attributes.check(contentType, digest.of(signed));
        attributes.checkCertificate(by);
        new CmsSignature(digest, signer.getDigestEncryptionAlgorithm()).verify(by, attributes.encoded(), signature());
        return attributes;
    }

    /** What a time stamp is over. */
    byte[] signature() {
        return signer.getEncryptedDigest().getOctets();
    }
}
