package org.benchconnect.upgrade.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.crypto.HardenedTlsClient;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.crypto.testing.TestServer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A vendor, a PC that trusts it, and what has to hold for every attack: that the PC refuses it in time, with the right reason and
 * a message for people, that it keeps nothing but metadata, and that it accepts the same release afterwards without the
 * tampering; where the attack leaves no way back, that another PC accepts what there was before it.
 */
final class AttackLab implements BeforeEachCallback, AfterEachCallback {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** What a refusal may change: metadata that was verified by itself, and the roots. */
    private static final Pattern KEPT = Pattern.compile("home/trust/(roots/[0-9]+|[A-Za-z0-9_.~%-]+)\\.json");

    static final TestAuthority WEB = TestAuthority.root("Web authority");
    static final TestServer IDENTITY = WEB.server().issue();

    final Instant now = Instant.now();
    Vendor vendor = Vendor.trusted();
    ReleaseServer server = new ReleaseServer(IDENTITY);
    private Path folder = Path.of("");
    private Optional<Pc> made = Optional.empty();
    private String attack = "";
    private String honest = "";
    private boolean healing = true;
    private int number;

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        attack = context.getRequiredTestMethod().getName();
        folder = Files.createTempDirectory("attack");
        WEB.writePem(folder.resolve("anchors.pem"));
        made = Optional.of(newPc());
        honest = carried();
    }

    private Pc newPc() {
        HardenedTlsClient tls = new HardenedTlsClient(folder, "anchors.pem", Clock.systemUTC());
        return Pc.fresh(next("pc"), vendor, server.address(), tls, now);
    }

    /** The attacked PC. Has never seen a repository, unless {@link #accepts} was called. */
    Pc pc() {
        return made.orElseThrow();
    }

    /** So many days from now. */
    Instant in(int days) {
        return now.plus(Duration.ofDays(days));
    }

    /** The PC follows the vendor as it is now. */
    FeaturePlan accepts() {
        try {
            return pc().plan(carried());
        } catch (FeatureRefusedException e) {
            throw new AssertionError("this much is honest", e);
        }
    }

    /** The PC can never follow this vendor's keys again, as the specification says it. */
    AttackLab withoutRecovery() {
        healing = false;
        return this;
    }

    // ---- What is carried to the PC

    private Path next(String what) {
        return folder.resolve(what + number++);
    }

    /** The repository as it is now, in a folder. */
    String carried() {
        Path carried = next("repository");
        try {
            vendor.repository.writeTo(carried);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return carried.toString();
    }

    /** The repository as it is now, on the web server. */
    String served() {
        return served(Path.of(carried()));
    }

    private String served(Path carried) {
        server.carries(carried);
        return server.address();
    }

    /** An empty place for files of an attack. */
    Path place(String name) {
        return next(name);
    }

    // ---- What has to hold

    /** Refused from a folder, a zip file and a web server alike. */
    void refused(RefusedFor reason, String... words) {
        refused(Path.of(carried()), reason, words);
    }

    /** The same of a folder that was tampered with itself. */
    void refused(Path carried, RefusedFor reason, String... words) {
        refusedBy(pc().twin(next("pc")), carried.toString(), reason, words);
        refusedBy(pc().twin(next("pc")), zipped(carried), reason, words);
        refusedFrom(served(carried), reason, words);
    }

    /** Refused by one of the three ways, each attack by another: for what lies within signed content, whatever the way. */
    void refusedOneWay(RefusedFor reason, String... words) {
        Path carried = Path.of(carried());
        switch (Math.floorMod(attack.hashCode(), 3)) {
            case 0 -> refusedFrom(carried.toString(), reason, words);
            case 1 -> refusedFrom(zipped(carried), reason, words);
            default -> refusedFrom(served(carried), reason, words);
        }
    }

    /** The feature document with another text in one place, signed as it is then, is none. */
    void malformed(String old, String other, String... words) {
        vendor.document(old, other);

        refusedOneWay(RefusedFor.DOCUMENT, words);
    }

    /** Refused from a folder for one of these reasons; no line of the table. */
    void refusedQuietly(Path carried, List<RefusedFor> reasons) {
        Pc attacked = pc().twin(next("pc"));

        FeatureRefusedException refused =
                assertThrowsExactly(FeatureRefusedException.class, () -> attacked.plan(carried.toString()));

        assertTrue(reasons.contains(refused.reason()), refused.getMessage());
    }

    /** Refused from this source. */
    void refusedFrom(String source, RefusedFor reason, String... words) {
        refusedBy(pc(), source, reason, words);
        heals(pc());
    }

    private void refusedBy(Pc attacked, String source, RefusedFor reason, String... words) {
        Map<String, String> before = attacked.files();

        FeatureRefusedException refused = assertTimeoutPreemptively(
                PATIENCE, () -> assertThrowsExactly(FeatureRefusedException.class, () -> attacked.plan(source)));

        String message = String.valueOf(refused.getMessage());
        AttackTable.note(attack, source, refused.reason(), message);
        assertEquals(reason, refused.reason(), message);
        for (String word : words) {
            assertTrue(message.contains(word), "\"" + word + "\" in: " + message);
        }
        assertForPeople(message);
        assertNothingLeft(before, attacked.files());
    }

    private static void assertForPeople(String message) {
        assertTrue(message.split(" ").length > 3 && message.length() < 600, "a sentence: " + message);
        assertTrue(message.matches("\\p{Lu}.*\\."), "a whole sentence: " + message);
        assertTrue(!message.matches(".*[0-9](\\.[0-9]+){4}.*"), "no object identifier: " + message);
        assertTrue(message.codePoints().allMatch(AttackLab::visible), "no hidden character: " + message);
        assertTrue(
                !message.matches(".*(Exception|\\bnull\\b|java\\.|@[0-9a-f]{5}|Optional).*"),
                "no word of programmers: " + message);
    }

    private static boolean visible(int c) {
        return Set.of(
                        (int) Character.CONTROL,
                        (int) Character.FORMAT,
                        (int) Character.SURROGATE,
                        (int) Character.LINE_SEPARATOR,
                        (int) Character.PARAGRAPH_SEPARATOR)
                .stream()
                .noneMatch(type -> Character.getType(c) == type);
    }

    private static void assertNothingLeft(Map<String, String> before, Map<String, String> after) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        Set<String> folded = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : names) {
            boolean same = before.getOrDefault(name, "").equals(after.getOrDefault(name, ""));
            assertTrue(same || KEPT.matcher(name).matches(), "left behind or changed: " + name);
            assertTrue(folded.add(name), "another spelling of a file that is there: " + name);
        }
    }

    /** The vendor publishes again, honestly, and this PC follows; or if it cannot, another did before the tampering. */
    private void heals(Pc attacked) {
        try {
            if (healing) {
                vendor.recover();
                attacked.plan(carried());
            } else {
                newPc().plan(honest);
            }
        } catch (FeatureRefusedException e) {
            throw new AssertionError("what is honest is accepted", e);
        }
    }

    private String zipped(Path carried) {
        return Zips.write(next("zip"), Zips.of(carried)).toString();
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        server.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
