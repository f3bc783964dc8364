package org.benchconnect.crypto.signature;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;

/** What a certificate is for, RFC 5280 section 4.2.1.12. */
enum Purpose {
    CODE_SIGNING("1.3.6.1.5.5.7.3.3", false, KeyRules.SIGNER_RSA_BITS),
    /** RFC 3161, section 2.3: the extension must be critical. */
    TIME_STAMPING("1.3.6.1.5.5.7.3.8", true, KeyRules.AUTHORITY_RSA_BITS);

    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final String ANY = "2.5.29.37.0";
    private static final int DIGITAL_SIGNATURE = 0;

    private final String oid;
    private final boolean critical;
    private final int rsaBits;

    Purpose(String oid, boolean critical, int rsaBits) {
        this.oid = oid;
        this.critical = critical;
        this.rsaBits = rsaBits;
    }

    /** A signer's: for this and nothing else, and no authority. */
    void checkSigner(X509Certificate certificate) throws CodeSignatureException {
        KeyRules.check(certificate.getPublicKey(), rsaBits);
        List<String> usages = usages(certificate);
        if (!usages.equals(List.of(oid))) {
            throw new WrongPurposeException(this + " alone", ObjectName.of(usages));
        }
        if (critical && !certificate.getCriticalExtensionOIDs().contains(EXTENDED_KEY_USAGE)) {
            throw new WrongPurposeException(this + " as a critical extension", "one that is not critical");
        }
        boolean[] keyUsage = certificate.getKeyUsage();
        if (keyUsage != null && !keyUsage[DIGITAL_SIGNATURE]) {
            throw new WrongPurposeException("the key usage digitalSignature", "another");
        }
        if (certificate.getBasicConstraints() >= 0) {
            throw new WrongPurposeException("a signer's certificate", "an authority's");
        }
    }

    /** An authority's between the signer's and the pinned one: if it says what it is for, this is among it. */
    void checkAuthority(X509Certificate certificate) throws CodeSignatureException {
        KeyRules.check(certificate.getPublicKey(), KeyRules.AUTHORITY_RSA_BITS);
        List<String> usages = usages(certificate);
        if (!usages.isEmpty() && !usages.contains(oid) && !usages.contains(ANY)) {
            throw new WrongPurposeException(this + " of the authority", ObjectName.of(usages));
        }
    }

    @Override
    public String toString() {
        return ObjectName.of(oid);
    }

    private static List<String> usages(X509Certificate certificate) throws CodeSignatureException {
        try {
            List<String> usages = certificate.getExtendedKeyUsage();
            return usages == null ? List.of() : usages;
        } catch (CertificateParsingException e) {
            throw new MalformedSignatureException("an extended key usage", "another structure", e);
        }
    }
}
