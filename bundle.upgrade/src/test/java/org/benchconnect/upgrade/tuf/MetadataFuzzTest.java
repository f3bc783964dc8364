package org.benchconnect.upgrade.tuf;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.benchconnect.upgrade.tuf.testing.ReleaseRepositorySimulator;

/** Whatever a repository serves, it is refused by a stated rule, with a readable message, and changes nothing. */
class MetadataFuzzTest {
    /** One for all inputs: as each is refused, it stays as it is. */
    private static final TrustedReleases TRUSTED = trusted();

    @FuzzTest(maxDuration = "1s")
    void metadataByNobody(byte[] bytes) {
        refused(() -> TRUSTED.updateRoot(bytes));
        refused(() -> TRUSTED.updateTimestamp(bytes));
        readable(() -> Snapshot.read(Envelope.read("snapshot", bytes)));
        readable(() -> Targets.read(Envelope.read("targets", bytes)));
    }

    private static TrustedReleases trusted() {
        try {
            return TrustedReleases.load(
                    ReleaseRepositorySimulator.at(TufTest.NOW).root(), TufTest.NOW);
        } catch (UntrustedMetadataException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Step {
        void run() throws UntrustedMetadataException;
    }

    private static void refused(Step step) {
        try {
            step.run();
        } catch (UntrustedMetadataException e) {
            TufTest.assertReadable(e.getMessage());
            return;
        }
        throw new AssertionError("taken although nobody signed it");
    }

    private static void readable(Step step) {
        try {
            step.run();
        } catch (UntrustedMetadataException e) {
            TufTest.assertReadable(e.getMessage());
        }
    }
}
