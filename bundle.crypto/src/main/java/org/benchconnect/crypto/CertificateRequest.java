package org.benchconnect.crypto;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Base64;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** PKCS#10 (RFC 2986) in PEM: what an authority issues this PC's certificate from. */
final class CertificateRequest {
    private static final int LINE = 64;

    private CertificateRequest() {}

    /**
     * Signed with the key that it is about.
     *
     * @param name the common name; it may say nothing about a person or patient
     * @param keys EC
     */
    static String pem(String name, KeyPair keys) throws GeneralSecurityException, IOException {
        X500NameBuilder subject = new X500NameBuilder().addRDN(BCStyle.CN, name);
        try {
            byte[] request = new JcaPKCS10CertificationRequestBuilder(subject.build(), keys.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
                    .getEncoded();
            return "-----BEGIN CERTIFICATE REQUEST-----\n"
                    + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(request)
                    + "\n-----END CERTIFICATE REQUEST-----\n";
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
