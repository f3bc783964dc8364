package org.benchconnect.crypto.signature;

import static org.benchconnect.crypto.signature.Vendor.AUTHORITY;
import static org.benchconnect.crypto.signature.Vendor.DOCUMENT;
import static org.benchconnect.crypto.signature.Vendor.refused;
import static org.benchconnect.crypto.signature.Vendor.stamps;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.crypto.testing.TestSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which certificates are good for signing code. */
class CodeSigningCertificateTest {
    @Test
    void certificateForServersIsRefused() {
        refused(
                WrongPurposeException.class,
                by(AUTHORITY.codeSigner().forServers().issue()));
    }

    @Test
    void certificateForAnythingIsRefused() {
        refused(
                WrongPurposeException.class,
                by(AUTHORITY.codeSigner().forAnything().issue()));
        refused(
                WrongPurposeException.class,
                by(AUTHORITY.codeSigner().forCodeAndAnything().issue()));
    }

    @Test
    void certificateForMoreThanCodeIsRefused() {
        refused(
                WrongPurposeException.class,
                by(AUTHORITY.codeSigner().forCodeAndMail().issue()));
    }

    @Test
    void certificateWithoutPurposeIsRefused() {
        refused(
                WrongPurposeException.class,
                by(AUTHORITY.codeSigner().withoutPurpose().issue()));
    }

    @Test
    void certificateForEncryptionIsRefused() {
        refused(
                WrongPurposeException.class,
                by(AUTHORITY.codeSigner().forEncryption().issue()));
    }

    @Test
    void certificateOfAnAuthorityIsRefused() {
        refused(
                WrongPurposeException.class,
                by(AUTHORITY.codeSigner().asAuthority().issue()));
    }

    @Test
    void chainThroughSomebodyWhoIsNoAuthorityIsRefused() {
        refused(
                UntrustedSignerException.class,
                by(AUTHORITY.pretender("Customer").codeSigner().issue()));
    }

    @Test
    void subjectOutsideTheNameConstraintIsRefused() {
        refused(
                UntrustedSignerException.class,
                by(AUTHORITY.limitedTo("Somebody Else").codeSigner().issue()));
    }

    @Test
    void longChainIsRefused() {
        TestAuthority deep = AUTHORITY;
        for (int i = 0; i < 4; i++) {
            deep = deep.intermediate("Below " + i, "SHA256withRSA");
        }

        refused(UntrustedSignerException.class, by(deep.codeSigner().issue()));
    }

    @Test
    void missingIntermediateAuthorityIsRefused() {
        TestSigner signer =
                AUTHORITY.intermediate("Below", "SHA256withRSA").codeSigner().issue();

        refused(
                UntrustedSignerException.class,
                signer.over(DOCUMENT)
                        .withoutCertificates()
                        .with(signer.certificate())
                        .stamped(stamps()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 2048})
    void shortRsaKeyIsRefused(int bits) {
        refused(
                WeakSignatureException.class,
                by(AUTHORITY.codeSigner().key("RSA", bits).issue()));
    }

    @Test
    void shortCurveIsRefused() {
        refused(
                WeakSignatureException.class,
                by(AUTHORITY.codeSigner().key("EC", 224).issue()));
    }

    @Test
    void certificateSignedWithSha1IsRefused() {
        CodeSignatureException refused = refused(
                CodeSignatureException.class,
                by(AUTHORITY.codeSigner().signature("SHA1withRSA").issue()));

        assertEquals(
                true,
                Set.of(WeakSignatureException.class, UntrustedSignerException.class)
                        .contains(refused.getClass()));
    }

    @Test
    void intermediateAuthoritySignedWithMd5IsRefused() {
        TestSigner signer =
                AUTHORITY.intermediate("Below", "MD5withRSA").codeSigner().issue();

        refused(UntrustedSignerException.class, by(signer));
    }

    private static byte[] by(TestSigner signer) {
        return signer.over(DOCUMENT).stamped(stamps());
    }
}
