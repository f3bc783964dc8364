package org.benchconnect.crypto.signature;

import static org.benchconnect.crypto.signature.Vendor.AUTHORITY;
import static org.benchconnect.crypto.signature.Vendor.DOCUMENT;
import static org.benchconnect.crypto.signature.Vendor.NOW;
import static org.benchconnect.crypto.signature.Vendor.OTHER;
import static org.benchconnect.crypto.signature.Vendor.SIGNER;
import static org.benchconnect.crypto.signature.Vendor.TIME_AUTHORITY;
import static org.benchconnect.crypto.signature.Vendor.policy;
import static org.benchconnect.crypto.signature.Vendor.refused;
import static org.benchconnect.crypto.signature.Vendor.stamps;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.crypto.testing.TestSigner;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeSignersTest {
    private static byte[] by(TestSigner signer) {
        return signer.over(DOCUMENT).stamped(stamps());
    }

    @Nested
    class Accepted {
        @Test
        void signatureOfThePinnedOrganisationIsAccepted() throws CodeSignatureException {
            CodeSigner signer = policy().verify(DOCUMENT, by(SIGNER), NOW);

            assertEquals(TestSigner.ORGANISATION, signer.organisation());
            assertEquals("Release signing", signer.name());
            assertEquals(NOW, signer.signedAt());
        }

        @ParameterizedTest
        @ValueSource(ints = {384, 521})
        void longerCurvesAreAccepted(int bits) throws CodeSignatureException {
            TestSigner signer = AUTHORITY.codeSigner().key("EC", bits).issue();

            policy().verify(DOCUMENT, signer.over(DOCUMENT).digest("SHA512").stamped(stamps()), NOW);
        }

        @Test
        void rsaOf3072BitsIsAcceptedWithBothPaddings() throws CodeSignatureException {
            TestSigner signer = AUTHORITY.codeSigner().key("RSA", 3072).issue();

            policy().verify(DOCUMENT, by(signer), NOW);
            policy().verify(
                            DOCUMENT,
                            signer.over(DOCUMENT).pss().digest("SHA384").stamped(stamps()),
                            NOW);
        }

        @Test
        void certificateOfAnIntermediateAuthorityIsAccepted() throws CodeSignatureException {
            TestAuthority below = AUTHORITY.intermediate("Below", "SHA256withRSA");

            policy().verify(DOCUMENT, by(below.codeSigner().issue()), NOW);
        }

        @Test
        void certificateThatExpiredAfterItsTimeStampIsAccepted() throws CodeSignatureException {
            TestSigner signer = AUTHORITY
                    .codeSigner()
                    .valid(NOW.minus(Duration.ofHours(2)), NOW.plus(Duration.ofHours(2)))
                    .issue();

            policy().verify(DOCUMENT, by(signer), NOW.plus(Duration.ofDays(400)));
        }

        @Test
        void subjectWithinTheNameConstraintIsAccepted() throws CodeSignatureException {
            TestAuthority limited = AUTHORITY.limitedTo(TestSigner.ORGANISATION);

            policy().verify(DOCUMENT, by(limited.codeSigner().issue()), NOW);
        }
    }

    @Nested
    class Signer {
        @Test
        void otherSignerOfTheSameAuthorityIsRefused() {
            TestSigner stranger =
                    AUTHORITY.codeSigner().organisation("Somebody Else").issue();

            WrongSignerException refused = refused(WrongSignerException.class, by(stranger));

            assertEquals(TestSigner.ORGANISATION, refused.expected());
            assertEquals("Somebody Else", refused.found());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "example instruments",
                    "Example Instruments ",
                    "Example  Instruments",
                    "Exаmple Instruments",
                    "Example Instruments\u0000",
                    "Example Instruments, CN=x",
                    ""
                })
        void organisationThatLooksAlikeIsRefused(String alike) {
            refused(
                    WrongSignerException.class,
                    by(AUTHORITY.codeSigner().organisation(alike).issue()));
        }

        @Test
        void secondOrganisationIsRefused() {
            refused(
                    WrongSignerException.class,
                    by(AUTHORITY
                            .codeSigner()
                            .organisation(TestSigner.ORGANISATION, "Somebody Else")
                            .issue()));
            refused(
                    WrongSignerException.class,
                    by(AUTHORITY
                            .codeSigner()
                            .organisation("Somebody Else", TestSigner.ORGANISATION)
                            .issue()));
        }

        @Test
        void organisationAsCommonNameAloneIsRefused() {
            refused(
                    WrongSignerException.class,
                    by(AUTHORITY
                            .codeSigner()
                            .organisation()
                            .name(TestSigner.ORGANISATION)
                            .issue()));
        }

        @Test
        void sameOrganisationOfAnotherAuthorityIsRefused() {
            refused(
                    UntrustedSignerException.class,
                    by(TestAuthority.root("Code authority").codeSigner().issue()));
        }

        @Test
        void certificateOfTheTimeAuthorityIsRefused() {
            refused(
                    UntrustedSignerException.class,
                    by(TIME_AUTHORITY.codeSigner().issue()));
        }

        @Test
        void certificateNotYetValidAtTheTimeStampIsRefused() {
            Instant later = NOW.plus(Duration.ofHours(1));
            TestSigner early = AUTHORITY
                    .codeSigner()
                    .valid(later, later.plus(Duration.ofDays(1)))
                    .issue();

            CertificateNotValidAtException refused =
                    refused(CertificateNotValidAtException.class, by(early), later.plus(Duration.ofHours(1)));

            assertEquals(NOW, refused.at());
            assertEquals(later, refused.notBefore());
        }

        @Test
        void certificateExpiredBeforeTheTimeStampIsRefused() {
            TestSigner expired = AUTHORITY
                    .codeSigner()
                    .valid(NOW.minus(Duration.ofHours(2)), NOW.minus(Duration.ofHours(1)))
                    .issue();

            refused(CertificateNotValidAtException.class, by(expired));
        }

        @Test
        void expiredCertificateWithoutTimeStampIsRefused() {
            TestSigner expired = AUTHORITY
                    .codeSigner()
                    .valid(NOW.minus(Duration.ofHours(2)), NOW.minus(Duration.ofHours(1)))
                    .issue();

            refused(NoTimeStampException.class, expired.over(DOCUMENT).unstamped());
        }
    }

    @Nested
    class Policy {
        @Test
        void policyWithoutAuthorityOrOrganisationIsRefused() {
            var code = List.of(AUTHORITY.certificate());
            var time = List.of(TIME_AUTHORITY.certificate());

            assertThrows(
                    SigningPolicyRefusedException.class,
                    () -> CodeSigners.of(List.of(), time, "Example Instruments", List.of()));
            assertThrows(
                    SigningPolicyRefusedException.class,
                    () -> CodeSigners.of(code, List.of(), "Example Instruments", List.of()));
            assertThrows(SigningPolicyRefusedException.class, () -> CodeSigners.of(code, time, " ", List.of()));
        }

        @Test
        void policyThatPinsASignerIsRefused() {
            assertThrows(
                    SigningPolicyRefusedException.class,
                    () -> CodeSigners.of(
                            List.of(SIGNER.certificate()),
                            List.of(TIME_AUTHORITY.certificate()),
                            TestSigner.ORGANISATION,
                            List.of()));
        }

        @Test
        void hugeDocumentIsRefused() {
            assertThrows(MalformedSignatureException.class, () -> policy().verify(
                            new byte[CodeSigners.MAX_DOCUMENT + 1], by(SIGNER), NOW));
        }

        @Test
        void changedDocumentIsRefused() {
            assertThrows(BrokenSignatureException.class, () -> policy().verify(OTHER, by(SIGNER), NOW));
        }
    }
}
