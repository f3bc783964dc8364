package org.benchconnect.crypto.signature;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerIdentifier;

/** How a signer names its certificate: by issuer and serial number, or by the identifier of its key (RFC 5652, 5.3). */
record SignerName(SignerIdentifier identifier) {
    private static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";

    /** Whether that certificate is meant. */
    boolean isOf(X509Certificate certificate) {
        return identifier.getId().toASN1Primitive() instanceof ASN1OctetString key
                ? isKeyOf(certificate, key.getOctets())
                : isIssuedAs(certificate, IssuerAndSerialNumber.getInstance(identifier.getId()));
    }

    private static boolean isKeyOf(X509Certificate certificate, byte[] key) {
        byte[] extension = certificate.getExtensionValue(SUBJECT_KEY_IDENTIFIER);
        return extension != null
                && Arrays.equals(
                        key,
                        ASN1OctetString.getInstance(
                                        ASN1OctetString.getInstance(extension).getOctets())
                                .getOctets());
    }

    /** Byte for byte: no name is normalized. */
    static boolean isIssuedAs(X509Certificate certificate, IssuerAndSerialNumber name) {
        try {
            return certificate.getSerialNumber().equals(name.getSerialNumber().getValue())
                    && Arrays.equals(
                            certificate.getIssuerX500Principal().getEncoded(),
                            name.getName().getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            return false;
        }
    }
}
