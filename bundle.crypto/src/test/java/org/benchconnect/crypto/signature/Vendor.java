package org.benchconnect.crypto.signature;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.crypto.testing.TestSigner;
import org.benchconnect.crypto.testing.TestTimeStamps;

/** A vendor with a pinned authority and a pinned time-stamping authority, made once for all tests. */
final class Vendor {
    static final byte[] DOCUMENT = "{\"id\":\"org.example:feature:1\"}".getBytes(StandardCharsets.UTF_8);
    static final byte[] OTHER = "{\"id\":\"org.example:feature:2\"}".getBytes(StandardCharsets.UTF_8);
    /** When everything is signed; whole seconds, as in a time stamp. */
    static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    static final TestAuthority AUTHORITY = TestAuthority.root("Code authority");
    static final TestAuthority TIME_AUTHORITY = TestAuthority.root("Time authority");
    static final TestSigner SIGNER = AUTHORITY.codeSigner().issue();
    static final TestSigner STAMPER = TIME_AUTHORITY.timeStamper().issue();

    private Vendor() {}

    static TestTimeStamps stamps() {
        return new TestTimeStamps(STAMPER).at(NOW);
    }

    static CodeSigners policy(X509CRL... revocations) {
        try {
            return CodeSigners.of(
                    List.of(AUTHORITY.certificate()),
                    List.of(TIME_AUTHORITY.certificate()),
                    TestSigner.ORGANISATION,
                    List.of(revocations));
        } catch (SigningPolicyRefusedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The verdict on a signature over the document; anything but that refusal fails the test. */
    static <T extends CodeSignatureException> T refused(Class<T> rule, byte[] signature) {
        return refused(rule, signature, NOW);
    }

    static <T extends CodeSignatureException> T refused(Class<T> rule, byte[] signature, Instant now) {
        return assertThrows(rule, () -> policy().verify(DOCUMENT, signature, now));
    }

    /** The reason why its time stamp is refused. */
    static Throwable stampRefused(byte[] signature) {
        TimeStampRefusedException refused = refused(TimeStampRefusedException.class, signature);
        return refused.getCause() == null ? refused : refused.getCause();
    }
}
