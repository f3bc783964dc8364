package org.benchconnect.upgrade.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.upgrade.feature.FeatureDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What of a release travels when the line breaks off, the agent starts anew, or only some of it changed. */
class BrokenOffReleaseTest {
    private static final byte[] BRIDGE = Bundles.large("com.example.bridge", 200_000);
    private static final byte[] ENGINE = Bundles.large("com.example.engine", 300_000);

    @RegisterExtension
    final AttackLab lab = new AttackLab();

    private final Set<String> asked = new ConcurrentSkipListSet<>();
    private Path carried = Path.of("");

    @BeforeEach
    void release() {
        FeatureDocument document =
                Vendor.feature(Vendor.OWN, 3, Vendor.module("com.example.bridge", BRIDGE), Vendor.engine(ENGINE));
        lab.vendor
                .release("targets", Vendor.DOCUMENT_PATH, document.toJson(), BRIDGE, ENGINE)
                .publish();
        carried = Path.of(lab.carried());
    }

    /** Each module that is asked for is noted; the engine breaks off at a place if that is not its end. */
    private void server(int breaksOffAt) {
        lab.server.answers((path, out) -> {
            Path file = carried.resolve(path.substring(1));
            if (!Files.isRegularFile(file)) {
                ReleaseServer.absent(path, out);
                return;
            }
            byte[] bytes = Files.readAllBytes(file);
            if (path.endsWith(".jar")) {
                asked.add(path.replaceFirst(".*\\.([0-9a-f]{64})\\.jar", "$1"));
            }
            if (path.endsWith(Bundles.sha256(ENGINE) + ".jar") && breaksOffAt < ENGINE.length) {
                ReleaseServer.head(out, "200 OK", "Content-Length: " + bytes.length);
                out.write(bytes, 0, breaksOffAt);
                out.flush();
                throw new IOException("hangs up");
            }
            ReleaseServer.ok(out, bytes);
        });
    }

    private List<String> modules() {
        return lab.pc().files().keySet().stream()
                .filter(file -> file.startsWith("home/modules/"))
                .map(file -> file.substring("home/modules/".length()))
                .collect(Collectors.toList());
    }

    private void breaksOff() {
        server(250_000);

        FeatureRefusedException refused =
                assertThrows(FeatureRefusedException.class, () -> lab.pc().plan(lab.server.address()));

        assertEquals(RefusedFor.SOURCE, refused.reason(), refused.getMessage());
    }

    @Test
    void whatCameWaitsAsBeginningsThatNothingRuns() {
        breaksOff();

        assertTrue(
                modules().stream().allMatch(file -> file.endsWith(".part")),
                modules().toString());
        assertEquals(2, modules().size());
    }

    @Test
    void wholeModulesOfABrokenAttemptTravelOnce() throws Exception {
        breaksOff();
        asked.clear();
        server(ENGINE.length);

        lab.pc().plan(lab.server.address());

        assertEquals(Set.of(Bundles.sha256(ENGINE)), asked);
        assertEquals(2, modules().size());
        assertTrue(
                modules().stream().allMatch(file -> file.endsWith(".jar")),
                modules().toString());
    }

    @Test
    void itCanGoOnFromAStickToo() throws Exception {
        breaksOff();

        lab.pc().plan(carried.toString());

        assertTrue(
                modules().stream().allMatch(file -> file.endsWith(".jar")),
                modules().toString());
    }

    @Test
    void aReleaseThatIsRefusedLeavesNoBeginnings() {
        byte[] other = Bundles.large("com.example.engine", 300_000);
        other[other.length / 2] ^= 1;
        lab.server.carries(carried, Bundles.sha256(ENGINE) + ".jar", (path, out) -> ReleaseServer.ok(out, other));

        lab.refusedFrom(lab.server.address(), RefusedFor.MODULE);
    }

    @Test
    void modulesThatAreHereNeverTravel() throws Exception {
        lab.pc().runs(BRIDGE);
        server(ENGINE.length);

        lab.pc().plan(lab.server.address());

        assertFalse(asked.contains(Bundles.sha256(BRIDGE)), asked.toString());
    }
}
