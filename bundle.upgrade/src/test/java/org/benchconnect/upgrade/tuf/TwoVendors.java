package org.benchconnect.upgrade.tuf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;

/** Two vendors of delegated targets, of whom the first one attacks. */
abstract class TwoVendors extends TufTest {
    @BeforeEach
    void twoVendors() {
        repository.target("targets", "f/ours", bytes("ours"));
        repository.delegate("targets", "v1", "f/v1*").target("v1", "f/v1", bytes("1"));
        repository.delegate("targets", "v2", "f/v2*").target("v2", "f/v2", bytes("2"));
    }

    static Set<String> paths(ReleaseClient client) throws Exception {
        Set<String> paths = new TreeSet<>();
        client.under("f/").forEach(target -> paths.add(target.path()));
        return paths;
    }

    /** The second vendor's targets are listed and found; the first one is told by name. */
    <E extends Exception> E onlyTheFirstSuffers(Class<E> why) throws Exception {
        ReleaseClient client = refreshed();

        assertTrue(paths(client).containsAll(List.of("f/ours", "f/v2")), client.refusedRoles()::toString);
        assertArrayEquals(bytes("2"), download(client, "f/v2"));
        return assertInstanceOf(why, client.refusedRoles().get("v1"), client.refusedRoles()::toString);
    }
}
