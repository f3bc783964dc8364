package org.benchconnect.upgrade.tuf;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.benchconnect.upgrade.tuf.testing.InMemoryTrustStore;
import org.benchconnect.upgrade.tuf.testing.ReleaseRepositorySimulator;

/** What the tests of the client have in common: a repository, a PC that trusts it, and one moment. */
abstract class TufTest {
    static final Instant NOW = Instant.parse("2030-05-06T07:08:09Z");

    final ReleaseRepositorySimulator repository = ReleaseRepositorySimulator.at(NOW);
    final InMemoryTrustStore store = trusting(repository.root());

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static InMemoryTrustStore trusting(byte[] root) {
        InMemoryTrustStore store = new InMemoryTrustStore();
        store.write("root", root);
        return store;
    }

    ReleaseClient refreshed() throws IOException, UntrustedMetadataException {
        return refreshed(NOW);
    }

    ReleaseClient refreshed(Instant now) throws IOException, UntrustedMetadataException {
        ReleaseClient client = new ReleaseClient(store, repository, Limits.standard(), now);
        client.refresh();
        return client;
    }

    <E extends Exception> E refused(Class<E> type) {
        return refused(type, NOW);
    }

    /** The refresh ends with exactly this exception, and its message is a sentence. */
    <E extends Exception> E refused(Class<E> type, Instant now) {
        E refusal = assertThrows(type, () -> refreshed(now));
        if (refusal instanceof UntrustedMetadataException) {
            assertReadable(refusal.getMessage());
        }
        return refusal;
    }

    static void assertReadable(String message) {
        assertTrue(message.startsWith("The ") && message.endsWith("."), message);
        assertFalse(message.chars().anyMatch(Character::isISOControl) || message.length() > 500, message);
    }

    static byte[] download(ReleaseClient client, String path) throws IOException, UntrustedMetadataException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        client.download(client.find(path).orElseThrow(), out);
        return out.toByteArray();
    }

    static Instant days(int days) {
        return NOW.plus(Duration.ofDays(days));
    }
}
