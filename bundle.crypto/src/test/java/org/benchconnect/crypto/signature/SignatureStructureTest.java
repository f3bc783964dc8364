package org.benchconnect.crypto.signature;

import static org.benchconnect.crypto.signature.Vendor.AUTHORITY;
import static org.benchconnect.crypto.signature.Vendor.DOCUMENT;
import static org.benchconnect.crypto.signature.Vendor.NOW;
import static org.benchconnect.crypto.signature.Vendor.OTHER;
import static org.benchconnect.crypto.signature.Vendor.SIGNER;
import static org.benchconnect.crypto.signature.Vendor.policy;
import static org.benchconnect.crypto.signature.Vendor.refused;
import static org.benchconnect.crypto.signature.Vendor.stamps;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import org.benchconnect.crypto.testing.TestSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureStructureTest {
    private static final byte[] GOOD = SIGNER.over(DOCUMENT).stamped(stamps());

    @Test
    void nothingIsNotASignature() {
        refused(NotSignedException.class, new byte[0]);
    }

    @Test
    void plainDataIsNotASignature() {
        // ContentInfo of type data with an empty OCTET STRING.
        refused(NotSignedException.class, HexFormat.of().parseHex("300f06092a864886f70d010701a0020400"));
    }

    @Test
    void textIsRefused() {
        refused(MalformedSignatureException.class, DOCUMENT);
    }

    @Test
    void twoSignersAreRefused() {
        TestSigner second = AUTHORITY.codeSigner().issue();

        refused(
                MalformedSignatureException.class,
                SIGNER.over(DOCUMENT).and(second).stamped(stamps()));
    }

    @Test
    void attachedContentIsRefusedWhateverItIs() {
        refused(
                MalformedSignatureException.class,
                SIGNER.over(DOCUMENT).attached().stamped(stamps()));
        refused(MalformedSignatureException.class, SIGNER.over(OTHER).attached().stamped(stamps()));
    }

    @Test
    void signatureOverAnotherDocumentIsRefused() {
        refused(BrokenSignatureException.class, SIGNER.over(OTHER).stamped(stamps()));
    }

    @Test
    void missingSignedAttributesAreRefused() {
        refused(
                MalformedSignatureException.class,
                SIGNER.over(DOCUMENT).withoutAttributes().stamped(stamps()));
    }

    @Test
    void wrongMessageDigestIsRefused() {
        refused(
                BrokenSignatureException.class,
                SIGNER.over(DOCUMENT).claiming(OTHER).stamped(stamps()));
    }

    @Test
    void messageDigestOfTheDocumentUnderASignatureOverAnotherContentIsAcceptedAsTheAttributesAreWhatIsSigned()
            throws CodeSignatureException {
        byte[] signature = SIGNER.over(OTHER).claiming(DOCUMENT).stamped(stamps());

        policy().verify(DOCUMENT, signature, NOW);
    }

    @Test
    void anotherContentTypeIsRefused() {
        refused(
                MalformedSignatureException.class,
                SIGNER.over(DOCUMENT).type("1.2.840.113549.1.9.16.1.4").stamped(stamps()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA1", "SHA224"})
    void weakDigestIsRefused(String digest) {
        refused(
                WeakSignatureException.class,
                SIGNER.over(DOCUMENT).digest(digest).stamped(stamps()));
    }

    @Test
    void md5IsRefused() {
        TestSigner signer = AUTHORITY.codeSigner().key("RSA", 3072).issue();

        refused(
                WeakSignatureException.class,
                signer.over(DOCUMENT).digest("MD5").stamped(stamps()));
    }

    @Test
    void attributeThatNamesAnotherCertificateIsRefused() {
        X509Certificate other = AUTHORITY.codeSigner().issue().certificate();

        refused(
                BrokenSignatureException.class,
                SIGNER.over(DOCUMENT).naming(other).stamped(stamps()));
    }

    @Test
    void signatureWithoutItsCertificateIsRefused() {
        refused(
                MalformedSignatureException.class,
                SIGNER.over(DOCUMENT)
                        .withoutCertificates()
                        .with(AUTHORITY.certificate())
                        .stamped(stamps()));
    }

    @Test
    void manyCertificatesAreRefused() {
        X509Certificate[] many = Collections.nCopies(11, 0).stream()
                .map(each -> AUTHORITY.codeSigner().issue().certificate())
                .toArray(X509Certificate[]::new);

        refused(
                MalformedSignatureException.class,
                SIGNER.over(DOCUMENT).with(many).stamped(stamps()));
    }

    @Test
    void everyTruncationIsRefused() {
        for (int length = 0; length < GOOD.length; length++) {
            byte[] truncated = Arrays.copyOf(GOOD, length);

            assertThrows(CodeSignatureException.class, () -> policy().verify(DOCUMENT, truncated, NOW));
        }
    }

    @Test
    void trailingBytesAreRefused() {
        refused(MalformedSignatureException.class, Arrays.copyOf(GOOD, GOOD.length + 1));
        refused(MalformedSignatureException.class, Bytes.concat(GOOD, GOOD));
    }

    @Test
    void hugeSignatureIsRefused() {
        refused(MalformedSignatureException.class, Arrays.copyOf(GOOD, CodeSigners.MAX_SIGNATURE + 1));
    }

    @Test
    void indefiniteLengthIsRefused() {
        byte[] inner = Arrays.copyOfRange(GOOD, 4, GOOD.length);
        byte[] ber = Bytes.concat(Bytes.concat(new byte[] {0x30, (byte) 0x80}, inner), new byte[2]);

        refused(MalformedSignatureException.class, ber);
    }

    @Test
    void deepNestingIsRefused() {
        byte[] nested = new byte[0];
        for (int i = 0; i < 60; i++) {
            nested = Bytes.concat(new byte[] {0x30, (byte) nested.length}, nested);
        }

        refused(MalformedSignatureException.class, nested);
    }

    @Test
    void deepNestingOfIndefiniteLengthsIsRefused() {
        byte[] nested = new byte[CodeSigners.MAX_SIGNATURE];
        for (int i = 0; i < nested.length; i += 2) {
            nested[i] = 0x30;
            nested[i + 1] = (byte) 0x80;
        }

        refused(MalformedSignatureException.class, nested);
    }

    @Test
    void manyTinyElementsAreRefused() {
        byte[] many = new byte[CodeSigners.MAX_SIGNATURE];
        byte[] header = {0x30, (byte) 0x83, 0x01, (byte) 0xff, (byte) 0xfb};
        System.arraycopy(header, 0, many, 0, header.length);
        for (int i = header.length; i + 1 < many.length; i += 2) {
            many[i] = 0x05;
        }

        refused(MalformedSignatureException.class, many);
    }

    @Test
    void lengthBeyondTheEndIsRefused() {
        refused(MalformedSignatureException.class, HexFormat.of().parseHex("30847fffffff06092a864886f70d010702"));
        refused(MalformedSignatureException.class, HexFormat.of().parseHex("3083ffffff06092a864886f70d010702"));
    }

    @Test
    void lengthInALongerFormIsRefused() {
        byte[] longer = Bytes.concat(
                new byte[] {0x30, (byte) 0x83, 0, GOOD[2], GOOD[3]}, Arrays.copyOfRange(GOOD, 4, GOOD.length));

        refused(MalformedSignatureException.class, longer);
    }

    @Test
    void anyFlippedBitIsRefusedOrChangesNothingThatIsSigned() throws CodeSignatureException {
        CodeSigner good = policy().verify(DOCUMENT, GOOD, NOW);
        int accepted = 0;
        for (int i = 0; i < GOOD.length; i++) {
            byte[] flipped = GOOD.clone();
            flipped[i] ^= (byte) (1 << i % 8);
            try {
                CodeSigner signer = policy().verify(DOCUMENT, flipped, NOW);
                accepted++;

                assertEquals(good.toString(), signer.toString());
            } catch (CodeSignatureException e) {
                continue;
            }
        }
        // Versions and the digests announced before the signer are neither signed nor read.
        assertTrue(accepted < 40, accepted + " of " + GOOD.length);
    }
}
