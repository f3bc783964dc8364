package org.benchconnect.upgrade.feature;

import static org.benchconnect.upgrade.feature.Sample.BRIDGE;
import static org.benchconnect.upgrade.feature.Sample.BRIDGE_MODULE;
import static org.benchconnect.upgrade.feature.Sample.DOCUMENT;
import static org.benchconnect.upgrade.feature.Sample.ENGINE;
import static org.benchconnect.upgrade.feature.Sample.asking;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.crypto.testing.TestSigner;
import org.benchconnect.crypto.testing.TestTimeStamps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code-signing signatures that do not count. */
class SignedBySomebodyElseTest {
    private Lab lab;

    @BeforeEach
    void lab(@TempDir Path folder) {
        lab = new Lab(folder);
    }

    private void signedBy(byte[] signature, RefusedFor reason) {
        lab.releaseAs("targets", DOCUMENT, DOCUMENT.toJson(), signature, BRIDGE, ENGINE);

        lab.refused(reason);
    }

    @Test
    void aDocumentWithoutSignatureIsRefused() {
        lab.repository.target("targets", FeatureLayout.document(DOCUMENT.id()), DOCUMENT.toJson());

        lab.refused(RefusedFor.SIGNER);
    }

    @Test
    void theSignatureOfAnotherDocumentIsRefused() {
        signedBy(Lab.signature(asking(4, BRIDGE_MODULE).toJson()), RefusedFor.SIGNER);
    }

    @Test
    void anotherOrganisationOfTheSameAuthorityIsRefused() {
        TestSigner other = Lab.AUTHORITY
                .codeSigner()
                .organisation("Example Instruments Ltd")
                .issue();

        signedBy(other.over(DOCUMENT.toJson()).stamped(Lab.stamps()), RefusedFor.SIGNER);
    }

    @Test
    void theSameOrganisationOfAnotherAuthorityIsRefused() {
        TestSigner other = TestAuthority.root("Code authority").codeSigner().issue();

        signedBy(other.over(DOCUMENT.toJson()).stamped(Lab.stamps()), RefusedFor.SIGNER);
    }

    @Test
    void aCertificateForServersIsRefused() {
        TestSigner server = Lab.AUTHORITY.codeSigner().forServers().issue();

        signedBy(server.over(DOCUMENT.toJson()).stamped(Lab.stamps()), RefusedFor.SIGNER);
    }

    @Test
    void aSignatureWithoutTimeStampIsRefused() {
        signedBy(Lab.SIGNER.over(DOCUMENT.toJson()).unstamped(), RefusedFor.TIME_STAMP);
    }

    @Test
    void aTimeStampOfAnotherAuthorityIsRefused() {
        TestTimeStamps others = new TestTimeStamps(
                TestAuthority.root("Time authority").timeStamper().issue());

        signedBy(Lab.SIGNER.over(DOCUMENT.toJson()).stamped(others), RefusedFor.TIME_STAMP);
    }

    @Test
    void aCertificateThatHadExpiredBeforeTheTimeStampIsRefused() {
        TestSigner expired = Lab.AUTHORITY
                .codeSigner()
                .valid(lab.now.minus(Duration.ofHours(10)), lab.now.minus(Duration.ofHours(2)))
                .issue();

        signedBy(expired.over(DOCUMENT.toJson()).stamped(Lab.stamps()), RefusedFor.TIME_STAMP);
    }

    @Test
    void aSignatureThatIsNoneIsRefused() {
        signedBy("signed, yours truly".getBytes(StandardCharsets.UTF_8), RefusedFor.SIGNER);
    }

    @Test
    void anEndlessSignatureIsRefused() {
        signedBy(new byte[2_000_000], RefusedFor.TOO_LARGE);
    }
}
