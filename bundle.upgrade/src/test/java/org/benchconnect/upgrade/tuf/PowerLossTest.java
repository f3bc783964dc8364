package org.benchconnect.upgrade.tuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Optional;
import org.benchconnect.upgrade.tuf.testing.SimulatedKey;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The power fails between two changes of what is kept; the next refresh goes on as if it had not. */
class PowerLossTest extends TufTest {
    /** Lets some changes through, and then none. */
    private final class Failing implements TrustStore {
        private int left;

        Failing(int changes) {
            left = changes;
        }

        @Override
        public Optional<byte[]> read(String role) {
            return store.read(role);
        }

        @Override
        public void write(String role, byte[] bytes) throws IOException {
            change();
            store.write(role, bytes);
        }

        @Override
        public void delete(String role) throws IOException {
            change();
            store.delete(role);
        }

        private void change() throws IOException {
            if (left-- == 0) {
                throw new IOException("no power");
            }
        }
    }

    /** A thief of the snapshot key drove its version up; the timestamp key stays, so the kept timestamp still verifies. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void fastForwardIsRecoveredFromWhateverStepThePowerFailsAt(int changes) throws Exception {
        repository.version("snapshot", 99).publish("snapshot", "timestamp");
        refreshed();
        repository.keys("snapshot", 1, SimulatedKey.ed25519()).publish("root");
        repository.version("snapshot", 3).publish("snapshot", "timestamp");
        ReleaseClient interrupted = new ReleaseClient(new Failing(changes), repository, Limits.standard(), NOW);

        assertThrows(IOException.class, interrupted::refresh);
        refreshed();

        assertEquals(4L, store.versions().get("snapshot"));
    }
}
