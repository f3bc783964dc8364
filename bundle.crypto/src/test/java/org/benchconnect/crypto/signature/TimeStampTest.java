package org.benchconnect.crypto.signature;

import static org.benchconnect.crypto.signature.Vendor.DOCUMENT;
import static org.benchconnect.crypto.signature.Vendor.NOW;
import static org.benchconnect.crypto.signature.Vendor.OTHER;
import static org.benchconnect.crypto.signature.Vendor.SIGNER;
import static org.benchconnect.crypto.signature.Vendor.STAMPER;
import static org.benchconnect.crypto.signature.Vendor.TIME_AUTHORITY;
import static org.benchconnect.crypto.signature.Vendor.policy;
import static org.benchconnect.crypto.signature.Vendor.refused;
import static org.benchconnect.crypto.signature.Vendor.stampRefused;
import static org.benchconnect.crypto.signature.Vendor.stamps;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.crypto.testing.TestSigner;
import org.benchconnect.crypto.testing.TestTimeStamps;
import org.junit.jupiter.api.Test;

class TimeStampTest {
    private static byte[] stampedBy(TestSigner stamper) {
        return stamped(new TestTimeStamps(stamper).at(NOW));
    }

    private static byte[] stamped(TestTimeStamps stamps) {
        return SIGNER.over(DOCUMENT).stamped(stamps);
    }

    @Test
    void missingTimeStampIsRefused() {
        refused(NoTimeStampException.class, SIGNER.over(DOCUMENT).unstamped());
    }

    @Test
    void timeStampOverOtherBytesIsRefused() {
        byte[] token = stamps().token(OTHER);

        assertInstanceOf(
                TimeStampRefusedException.class,
                stampRefused(SIGNER.over(DOCUMENT).withToken(token)));
    }

    @Test
    void timeStampOverTheDocumentInsteadOfTheSignatureIsRefused() {
        byte[] token = stamps().token(DOCUMENT);

        assertInstanceOf(
                TimeStampRefusedException.class,
                stampRefused(SIGNER.over(DOCUMENT).withToken(token)));
    }

    @Test
    void timeStampOfAnAuthorityThatIsNotPinnedIsRefused() {
        TestSigner foreign = TestAuthority.root("Time authority").timeStamper().issue();

        assertInstanceOf(UntrustedSignerException.class, stampRefused(stampedBy(foreign)));
    }

    @Test
    void timeStampByTheCodeAuthorityIsRefused() {
        assertInstanceOf(
                UntrustedSignerException.class,
                stampRefused(stampedBy(Vendor.AUTHORITY.timeStamper().issue())));
    }

    @Test
    void timeStampByTheCodeSignerItselfIsRefused() {
        assertInstanceOf(WrongPurposeException.class, stampRefused(stampedBy(SIGNER)));
    }

    @Test
    void timeStampingPurposeMissingIsRefused() {
        assertInstanceOf(
                WrongPurposeException.class,
                stampRefused(
                        stampedBy(TIME_AUTHORITY.timeStamper().withoutPurpose().issue())));
    }

    @Test
    void timeStampingPurposeBesideAnotherIsRefused() {
        assertInstanceOf(
                WrongPurposeException.class,
                stampRefused(
                        stampedBy(TIME_AUTHORITY.timeStamper().forTimeAndCode().issue())));
        assertInstanceOf(
                WrongPurposeException.class,
                stampRefused(
                        stampedBy(TIME_AUTHORITY.timeStamper().forAnything().issue())));
    }

    @Test
    void timeStampingPurposeThatIsNotCriticalIsRefused() {
        assertInstanceOf(
                WrongPurposeException.class,
                stampRefused(
                        stampedBy(TIME_AUTHORITY.timeStamper().critical(false).issue())));
    }

    @Test
    void timeStampInTheFutureIsRefused() {
        assertInstanceOf(
                TimeStampRefusedException.class,
                stampRefused(stamped(stamps().at(NOW.plus(TimeStamp.AHEAD).plusSeconds(1)))));
    }

    @Test
    void timeStampALittleAheadOfThisClockIsAccepted() throws CodeSignatureException {
        byte[] signature = stamped(stamps().at(NOW.plus(TimeStamp.AHEAD)));

        assertEquals(
                NOW.plus(TimeStamp.AHEAD),
                policy().verify(DOCUMENT, signature, NOW).signedAt());
    }

    @Test
    void timeStampFromBeforeTheCertificateIsRefused() {
        byte[] signature = stamped(stamps().at(NOW.minus(Duration.ofHours(13))));

        // Both certificates begin twelve hours ago; the stamp's own is looked at first.
        assertInstanceOf(CertificateNotValidAtException.class, stampRefused(signature));
    }

    @Test
    void stamperWhoseCertificateHadExpiredIsRefused() {
        TestSigner expired = TIME_AUTHORITY
                .timeStamper()
                .valid(NOW.minus(Duration.ofHours(2)), NOW.minus(Duration.ofHours(1)))
                .issue();

        assertInstanceOf(CertificateNotValidAtException.class, stampRefused(stampedBy(expired)));
    }

    @Test
    void stamperWhoseCertificateExpiredSinceIsAccepted() throws CodeSignatureException {
        TestSigner since = TIME_AUTHORITY
                .timeStamper()
                .valid(NOW.minus(Duration.ofHours(2)), NOW.plus(Duration.ofHours(1)))
                .issue();

        policy().verify(DOCUMENT, stampedBy(since), NOW.plus(Duration.ofDays(400)));
    }

    @Test
    void timeStampOverSha1IsRefused() {
        assertInstanceOf(WeakSignatureException.class, stampRefused(stamped(stamps().overSha1())));
    }

    @Test
    void timeStampSignedWithSha1IsRefused() {
        assertInstanceOf(WeakSignatureException.class, stampRefused(stamped(stamps().digest("SHA1"))));
    }

    @Test
    void stamperWithAShortKeyIsRefused() {
        assertInstanceOf(
                WeakSignatureException.class,
                stampRefused(
                        stampedBy(TIME_AUTHORITY.timeStamper().key("RSA", 1024).issue())));
    }

    @Test
    void timeStampThatNamesNoCertificateIsRefused() {
        assertInstanceOf(TimeStampRefusedException.class, stampRefused(stamped(stamps().unnamed())));
    }

    @Test
    void timeStampOfAnotherVersionIsRefused() {
        assertInstanceOf(TimeStampRefusedException.class, stampRefused(stamped(stamps().version(2))));
    }

    @Test
    void detachedSignatureAsTimeStampIsRefused() {
        byte[] token = STAMPER.over(DOCUMENT).unstamped();

        assertInstanceOf(
                MalformedSignatureException.class,
                stampRefused(SIGNER.over(DOCUMENT).withToken(token)));
    }

    @Test
    void timeStampOfAnotherSignatureIsRefused() {
        byte[] token = stamps().token(SIGNER.over(DOCUMENT).unstamped());

        assertInstanceOf(
                TimeStampRefusedException.class,
                stampRefused(SIGNER.over(DOCUMENT).withToken(token)));
    }
}
