package org.benchconnect.upgrade.attack;

import static org.benchconnect.core.feature.RefusedFor.CLOCK;
import static org.benchconnect.core.feature.RefusedFor.MISMATCH;
import static org.benchconnect.core.feature.RefusedFor.SIGNER;
import static org.benchconnect.core.feature.RefusedFor.TIME_STAMP;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.crypto.testing.TestSigner;
import org.benchconnect.crypto.testing.TestTimeStamps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody has every key of the repository, and signs the document as well as he can, or not at all. */
class CodeSignatureAttacksTest {
    @RegisterExtension
    final AttackLab lab = new AttackLab();

    private final Vendor vendor = lab.vendor;
    private final byte[] document = Vendor.DOCUMENT.toJson();

    // ---- Changed after signing

    @Test
    void aPrivilegeAddedAfterSigning() {
        vendor.documentAfterSigning("\"view-screen\"", "\"view-screen\",\"control-input\"");

        lab.refusedOneWay(SIGNER, "expected the digest of these bytes");
    }

    @Test
    void aPrivilegeHiddenAfterSigning() {
        vendor.documentAfterSigning("\"view-screen\"", "");

        lab.refusedOneWay(SIGNER, "expected the digest of these bytes");
    }

    @Test
    void theModelsWidenedAfterSigning() {
        lab.pc().models = List.of("Navios");
        vendor.documentAfterSigning("\"NAVIOS_EX\"", "\"NAVIOS_EX\",\"NAVIOS\"");

        lab.withoutRecovery().refusedOneWay(SIGNER, "expected the digest of these bytes");
    }

    @Test
    void theModelsTakenAwayAfterSigning() {
        vendor.documentAfterSigning("\"NAVIOS_EX\"", "");

        lab.refusedOneWay(SIGNER, "expected the digest of these bytes");
    }

    @Test
    void theCounterRaisedAfterSigning() {
        vendor.documentAfterSigning("\"counter\": 3", "\"counter\": 4");

        lab.refusedOneWay(SIGNER, "expected the digest of these bytes");
    }

    @Test
    void theFloorRaisedAfterSigningIsNotRemembered() {
        vendor.documentAfterSigning("\"floor\": 0", "\"floor\": 3");

        lab.refusedOneWay(SIGNER, "expected the digest of these bytes");
    }

    @Test
    void aSpaceAddedAfterSigning() {
        vendor.documentAfterSigning("\"counter\": 3", "\"counter\":  3");

        lab.refusedOneWay(SIGNER, "expected the digest of these bytes");
    }

    @Test
    void theStatementChangedAfterSigning() {
        vendor.documentAfterSigning("Somebody may help you.", "Nothing changes.");

        lab.refusedOneWay(SIGNER, "expected the digest of these bytes");
    }

    @Test
    void anOldSignedDocumentWithANewModule() {
        byte[] evil = Bundles.named("com.example.engine", "Bundle-Activator: evil.Activator");
        vendor.repository.target("targets", "modules/" + Bundles.sha256(Vendor.ENGINE) + ".jar", evil);
        vendor.publish();

        lab.refusedOneWay(MISMATCH, "Document and repository name different bytes of the module com.example.engine");
    }

    // ---- Time stamps

    private TestSigner expired() {
        return Vendor.AUTHORITY
                .codeSigner()
                .valid(lab.now.minus(Duration.ofHours(10)), lab.now.minus(Duration.ofHours(2)))
                .issue();
    }

    @Test
    void anExpiredCertificateIsGoodWithATimeStampOfItsDays() {
        vendor.signedOtherwise(
                expired().over(document).stamped(Vendor.stamps().at(lab.now.minus(Duration.ofHours(5)))));

        assertEquals(Vendor.OWN, lab.accepts().feature().name());
    }

    @Test
    void anExpiredCertificateWithoutATimeStamp() {
        vendor.signedOtherwise(expired().over(document).unstamped());

        lab.refusedOneWay(TIME_STAMP, "time stamp");
    }

    @Test
    void anExpiredCertificateWithATimeStampOfToday() {
        vendor.signedBy(expired());

        lab.refusedOneWay(TIME_STAMP, "valid");
    }

    @Test
    void aCertificateThatIsYetToBecomeValid() {
        vendor.signedBy(Vendor.AUTHORITY
                .codeSigner()
                .valid(lab.now.plus(Duration.ofHours(1)), lab.now.plus(Duration.ofDays(2)))
                .issue());

        lab.refusedOneWay(TIME_STAMP, "valid");
    }

    @Test
    void aValidCertificateWithoutATimeStamp() {
        vendor.signedOtherwise(Vendor.SIGNER.over(document).unstamped());

        lab.refusedOneWay(TIME_STAMP, "time stamp");
    }

    @Test
    void aTimeStampFromTheFuture() {
        vendor.signedOtherwise(
                Vendor.SIGNER.over(document).stamped(Vendor.stamps().at(lab.now.plus(Duration.ofHours(1)))));

        lab.refusedOneWay(CLOCK, "a time not after");
    }

    @Test
    void aTimeStampOfAnotherAuthority() {
        TestSigner other = TestAuthority.root("Time authority").timeStamper().issue();
        vendor.signedOtherwise(Vendor.SIGNER.over(document).stamped(new TestTimeStamps(other)));

        lab.refusedOneWay(TIME_STAMP, "a path to a pinned authority");
    }

    @Test
    void aTimeStampByTheSignerItself() {
        vendor.signedOtherwise(Vendor.SIGNER.over(document).stamped(new TestTimeStamps(Vendor.SIGNER)));

        lab.refusedOneWay(TIME_STAMP);
    }

    @Test
    void theTimeStampOfAnotherSignature() {
        byte[] token = Vendor.stamps().token(Vendor.bytes("another signature"));
        vendor.signedOtherwise(Vendor.SIGNER.over(document).withToken(token));

        lab.refusedOneWay(TIME_STAMP, "a stamp over this signature, found one over other bytes");
    }

    @Test
    void aTimeStampOverSha1() {
        vendor.signedOtherwise(
                Vendor.SIGNER.over(document).stamped(Vendor.stamps().overSha1()));

        lab.refusedOneWay(TIME_STAMP);
    }

    // ---- On the way

    @Test
    void signaturesOfTwoFeaturesExchangedOnTheWay() throws IOException {
        Path carried = Path.of(lab.carried());
        Path own = FolderAttacksTest.named(carried, "remote-support-3.0.0.json.p7s");
        Path other = FolderAttacksTest.named(carried, "plate-reader-1.0.0.json.p7s");
        byte[] kept = Files.readAllBytes(own);
        Files.write(own, Files.readAllBytes(other));
        Files.write(other, kept);

        lab.refusedQuietly(carried, List.of(MISMATCH));
    }
}
