package org.benchconnect.crypto.supporter;

import static org.junit.jupiter.api.Assertions.fail;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.List;
import org.benchconnect.crypto.signature.KeyRefusedException;
import org.benchconnect.crypto.signature.Scheme;
import org.benchconnect.crypto.signature.VerificationKey;
import org.benchconnect.crypto.testing.TestSupporters;

/** Whatever bytes come: refused, and nothing but refused. */
class SupporterListFuzzTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final TestSupporters SERVICE = new TestSupporters(NOW);
    private static final TestSupporters.Person ANNA = SERVICE.person("Anna Example");
    private static final byte[] LIST = SERVICE.list(NOW, TestSupporters.entry(ANNA, "2027-01-01", "eu"));

    private static SupporterPolicy policy() {
        try {
            return SupporterPolicy.of(
                    VerificationKey.of(Scheme.ED25519, SERVICE.listKey()), List.of(SERVICE.authority()), "eu");
        } catch (KeyRefusedException e) {
            throw new IllegalStateException(e);
        }
    }

    @FuzzTest(maxDuration = "1s")
    void anyListIsRefused(byte[] list) {
        try {
            policy().admit(ANNA.chain(), list, NOW);
            fail("a list of nobody admitted somebody");
        } catch (SupporterRefusedException e) {
            e.rule();
        }
    }
}
