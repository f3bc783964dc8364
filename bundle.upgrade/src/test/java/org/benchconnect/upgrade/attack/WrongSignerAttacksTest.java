package org.benchconnect.upgrade.attack;

import static org.benchconnect.core.feature.RefusedFor.SIGNER;
import static org.benchconnect.core.feature.RefusedFor.TOO_LARGE;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.crypto.testing.TestSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Documents that somebody else signed. */
class WrongSignerAttacksTest {
    @RegisterExtension
    final AttackLab lab = new AttackLab();

    private final Vendor vendor = lab.vendor;
    private final byte[] document = Vendor.DOCUMENT.toJson();

    @Test
    void theSignatureOfAnotherFeature() {
        vendor.signedOtherwise(Vendor.signature(Vendor.READER_DOCUMENT.toJson()));

        lab.refusedOneWay(SIGNER, "expected the digest of these bytes");
    }

    @Test
    void noSignature() {
        vendor.repository.edit(
                "targets", part -> part.getAsJsonObject("targets").remove(Vendor.DOCUMENT_PATH + ".p7s"));
        vendor.publish();

        lab.refusedOneWay(SIGNER, "remote-support 3.0.0 has no code-signing signature");
    }

    @Test
    void anEmptySignature() {
        vendor.signedOtherwise(new byte[0]);

        lab.refusedOneWay(SIGNER, "expected CMS SignedData");
    }

    @Test
    void aSignatureThatIsText() {
        vendor.signedOtherwise(Vendor.bytes("signed, yours truly"));

        lab.refusedOneWay(SIGNER);
    }

    @Test
    void aSignatureWithBytesBehindIt() {
        vendor.signedOtherwise(Zips.joined(Vendor.signature(document), new byte[1]));

        lab.refusedOneWay(SIGNER);
    }

    @Test
    void aSignatureOfTwoMegabytes() {
        vendor.signedOtherwise(Bundles.noise(2_000_000));

        lab.refusedOneWay(TOO_LARGE, "remote-support-3.0.0.json.p7s has 2000000 bytes");
    }

    @Test
    void theSignatureOfAThiefBesideTheVendors() {
        TestSigner thief = Vendor.AUTHORITY.codeSigner().organisation("Thieves").issue();
        vendor.signedOtherwise(Vendor.SIGNER.over(document).and(thief).stamped(Vendor.stamps()));

        lab.refusedOneWay(SIGNER, "expected one signer, found 2 signers");
    }

    @Test
    void anotherOrganisationOfTheSameAuthority() {
        vendor.signedBy(Vendor.AUTHORITY
                .codeSigner()
                .organisation("Example Instruments Ltd")
                .issue());

        lab.refusedOneWay(SIGNER, "expected Example Instruments", "found Example Instruments Ltd");
    }

    @Test
    void anOrganisationThatLooksTheSame() {
        vendor.signedBy(Vendor.AUTHORITY
                .codeSigner()
                .organisation("Ex\u0430mple Instruments")
                .issue());

        lab.refusedOneWay(SIGNER, "expected Example Instruments");
    }

    @Test
    void theOrganisationInOtherCase() {
        vendor.signedBy(Vendor.AUTHORITY
                .codeSigner()
                .organisation("EXAMPLE INSTRUMENTS")
                .issue());

        lab.refusedOneWay(SIGNER, "found EXAMPLE INSTRUMENTS");
    }

    @Test
    void twoOrganisationsInOneCertificate() {
        vendor.signedBy(Vendor.AUTHORITY
                .codeSigner()
                .organisation("Thieves", TestSigner.ORGANISATION)
                .issue());

        lab.refusedOneWay(SIGNER, "found 2 organisations");
    }

    @Test
    void theSameOrganisationOfAnotherAuthority() {
        vendor.signedBy(TestAuthority.root("Code authority").codeSigner().issue());

        lab.refusedOneWay(SIGNER, "a path to a pinned authority");
    }

    @Test
    void aCertificateThatACustomerOfTheAuthorityIssued() {
        vendor.signedBy(Vendor.AUTHORITY.pretender("Customer").codeSigner().issue());

        lab.refusedOneWay(SIGNER, "a path to a pinned authority");
    }

    @Test
    void theAuthorityOfTimeStampsSignsCode() {
        vendor.signedBy(Vendor.TIME_AUTHORITY.codeSigner().issue());

        lab.refusedOneWay(SIGNER, "a path to a pinned authority");
    }

    @Test
    void aCertificateForServers() {
        vendor.signedBy(Vendor.AUTHORITY.codeSigner().forServers().issue());

        lab.refusedOneWay(SIGNER);
    }

    @Test
    void aCertificateForAnything() {
        vendor.signedBy(Vendor.AUTHORITY.codeSigner().forCodeAndAnything().issue());

        lab.refusedOneWay(SIGNER);
    }

    @Test
    void aKeyOfShortRsa() {
        vendor.signedBy(Vendor.AUTHORITY.codeSigner().key("RSA", 1024).issue());

        lab.refusedOneWay(SIGNER);
    }

    @Test
    void aSignatureOverSha1() {
        vendor.signedOtherwise(Vendor.SIGNER.over(document).digest("SHA1").stamped(Vendor.stamps()));

        lab.refusedOneWay(SIGNER);
    }

    @Test
    void aSignatureOfOtherContentThatItCarries() {
        vendor.signedOtherwise(
                Vendor.SIGNER.over(Vendor.READER_DOCUMENT.toJson()).attached().stamped(Vendor.stamps()));

        lab.refusedOneWay(SIGNER, "detached");
    }

    @Test
    void aRevokedSigner() throws IOException, GeneralSecurityException {
        TestSigner revoked = Vendor.AUTHORITY.codeSigner().issue();
        byte[] list = Vendor.AUTHORITY
                .revoking(revoked.certificate(), lab.now.minus(Duration.ofHours(1)), 1)
                .getEncoded();
        lab.pc()
                .write(
                        "installation/vendor/crl/code.pem",
                        "-----BEGIN X509 CRL-----\n" + Base64.getMimeEncoder().encodeToString(list)
                                + "\n-----END X509 CRL-----\n");
        vendor.signedBy(revoked);

        lab.refusedOneWay(SIGNER, "revoked");
    }
}
