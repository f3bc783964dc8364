package org.benchconnect.crypto.signature;

import static org.benchconnect.crypto.signature.Vendor.AUTHORITY;
import static org.benchconnect.crypto.signature.Vendor.DOCUMENT;
import static org.benchconnect.crypto.signature.Vendor.NOW;
import static org.benchconnect.crypto.signature.Vendor.SIGNER;
import static org.benchconnect.crypto.signature.Vendor.STAMPER;
import static org.benchconnect.crypto.signature.Vendor.TIME_AUTHORITY;
import static org.benchconnect.crypto.signature.Vendor.policy;
import static org.benchconnect.crypto.signature.Vendor.stamps;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.cert.X509CRL;
import java.time.Instant;
import org.benchconnect.crypto.testing.TestAuthority;
import org.junit.jupiter.api.Test;

class RevocationTest {
    private static final int NO_REASON = -1;
    private static final int KEY_COMPROMISE = 1;
    private static final int SUPERSEDED = 4;
    private static final Instant BEFORE = NOW.minusSeconds(60);
    private static final Instant AFTER = NOW.plusSeconds(60);
    private static final byte[] SIGNATURE = SIGNER.over(DOCUMENT).stamped(stamps());

    private static void revoked(X509CRL list) {
        assertThrows(RevokedSignerException.class, () -> policy(list).verify(DOCUMENT, SIGNATURE, NOW));
    }

    @Test
    void signerRevokedBeforeItSignedIsRefused() {
        revoked(AUTHORITY.revoking(SIGNER.certificate(), BEFORE, SUPERSEDED));
        revoked(AUTHORITY.revoking(SIGNER.certificate(), NOW, SUPERSEDED));
    }

    @Test
    void signerRevokedAfterItSignedIsAccepted() throws CodeSignatureException {
        X509CRL list = AUTHORITY.revoking(SIGNER.certificate(), AFTER, SUPERSEDED);

        policy(list).verify(DOCUMENT, SIGNATURE, NOW);
    }

    @Test
    void signerWhoseKeyWasStolenIsRefusedAtAnyTime() {
        revoked(AUTHORITY.revoking(SIGNER.certificate(), AFTER, KEY_COMPROMISE));
    }

    @Test
    void signerRevokedWithoutReasonIsRefusedAtAnyTime() {
        revoked(AUTHORITY.revoking(SIGNER.certificate(), AFTER, NO_REASON));
    }

    @Test
    void stamperWhoseKeyWasStolenIsRefused() {
        X509CRL list = TIME_AUTHORITY.revoking(STAMPER.certificate(), AFTER, KEY_COMPROMISE);

        TimeStampRefusedException refused =
                assertThrows(TimeStampRefusedException.class, () -> policy(list).verify(DOCUMENT, SIGNATURE, NOW));

        assertInstanceOf(RevokedSignerException.class, refused.getCause());
    }

    @Test
    void revokedIntermediateAuthorityIsRefused() {
        TestAuthority below = AUTHORITY.intermediate("Below", "SHA256withRSA");
        byte[] signature = below.codeSigner().issue().over(DOCUMENT).stamped(stamps());
        X509CRL list = AUTHORITY.revoking(below.certificate(), BEFORE, SUPERSEDED);

        assertThrows(RevokedSignerException.class, () -> policy(list).verify(DOCUMENT, signature, NOW));
    }

    @Test
    void listOfAnotherAuthorityOfTheSameNameIsIgnored() throws CodeSignatureException {
        X509CRL list = TestAuthority.root("Code authority").revoking(SIGNER.certificate(), BEFORE, KEY_COMPROMISE);

        policy(list).verify(DOCUMENT, SIGNATURE, NOW);
    }

    @Test
    void listThatRevokesOthersChangesNothing() throws CodeSignatureException {
        X509CRL list = AUTHORITY.revoking(AUTHORITY.codeSigner().issue().certificate(), BEFORE, KEY_COMPROMISE);

        policy(list).verify(DOCUMENT, SIGNATURE, NOW);
    }
}
