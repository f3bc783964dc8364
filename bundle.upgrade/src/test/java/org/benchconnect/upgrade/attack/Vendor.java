package org.benchconnect.upgrade.attack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.text.Language;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.crypto.testing.TestSigner;
import org.benchconnect.crypto.testing.TestTimeStamps;
import org.benchconnect.upgrade.feature.FeatureDocument;
import org.benchconnect.upgrade.feature.FeatureId;
import org.benchconnect.upgrade.feature.FeatureModule;
import org.benchconnect.upgrade.feature.ReleaseTerms;
import org.benchconnect.upgrade.tuf.testing.ReleaseRepositorySimulator;
import org.benchconnect.upgrade.tuf.testing.SimulatedKey;

/**
 * A vendor as it should be: root and targets signed by two of three keys, snapshot and timestamp by one each, one feature of its
 * own, and one of a delegated vendor. The tests take its keys, and sign with them what they like.
 */
final class Vendor {
    static final String OWN = "remote-support";
    static final String FOREIGN = "plate-reader";
    /** The delegated vendor's role. */
    static final String OTHER = "other";

    static final TestAuthority AUTHORITY = TestAuthority.root("Code authority");
    static final TestAuthority TIME_AUTHORITY = TestAuthority.root("Time authority");
    static final TestSigner SIGNER = AUTHORITY.codeSigner().issue();
    static final TestSigner TIME_STAMPER = TIME_AUTHORITY.timeStamper().issue();

    static final byte[] BRIDGE = Bundles.named("com.example.bridge");
    static final byte[] ENGINE = Bundles.named("com.example.engine");
    static final byte[] READER = Bundles.named("com.other.reader");
    static final FeatureDocument DOCUMENT = feature(OWN, 3, module("com.example.bridge", BRIDGE), engine(ENGINE));
    static final FeatureDocument READER_DOCUMENT = feature(FOREIGN, 1, module("com.other.reader", READER));
    static final String DOCUMENT_PATH = "features/remote-support-3.0.0.json";
    static final String READER_PATH = "features/plate-reader-1.0.0.json";

    private static final List<String> ROLES = List.of(OTHER, "targets", "snapshot", "timestamp");

    private static final Map<String, byte[]> SIGNATURES = new ConcurrentHashMap<>();

    private static final Vendor TRUSTED = new Vendor(Instant.now());

    final List<SimulatedKey> rootKeys;
    final List<SimulatedKey> targetsKeys;
    final ReleaseRepositorySimulator repository;
    private final Map<String, JsonObject> honest;
    private final Map<String, SimulatedKey[]> honestKeys;

    /** The one that PCs trust, with a repository of its own for each test; the keys are made once, since that takes long. */
    static Vendor trusted() {
        return new Vendor(TRUSTED);
    }

    private Vendor(Vendor same) {
        rootKeys = same.rootKeys;
        targetsKeys = same.targetsKeys;
        repository = same.repository.copy();
        honest = same.honest;
        honestKeys = same.honestKeys;
    }

    /** One with other keys. */
    Vendor(Instant now) {
        rootKeys = List.of(SimulatedKey.ed25519(), SimulatedKey.ed25519(), SimulatedKey.ecdsa());
        targetsKeys = List.of(SimulatedKey.ed25519(), SimulatedKey.ed25519(), SimulatedKey.ecdsa());
        honest = new LinkedHashMap<>();
        honestKeys = new LinkedHashMap<>();
        repository = ReleaseRepositorySimulator.at(now)
                .keys("root", 2, rootKeys.toArray(SimulatedKey[]::new))
                .keys("targets", 2, targetsKeys.toArray(SimulatedKey[]::new))
                .delegateTerminating("targets", OTHER, "features/plate-*", "modules/*")
                .publish("root");
        releaseHonestly();
        publish();
        for (String role : ROLES) {
            repository.edit(role, part -> honest.put(role, part.deepCopy()));
            honestKeys.put(role, repository.signers(role));
        }
    }

    private void releaseHonestly() {
        release("targets", DOCUMENT_PATH, DOCUMENT.toJson(), BRIDGE, ENGINE);
        release(OTHER, READER_PATH, READER_DOCUMENT.toJson(), READER);
    }

    /** The root that comes with installations. */
    byte[] root() {
        return repository.file("2.root.json");
    }

    /** Signs everything but the root anew, as the vendor would. */
    Vendor publish() {
        repository.publish(ROLES.toArray(String[]::new));
        return this;
    }

    /** Everything is again as it was, in the next version that is higher than any that the attack signed. */
    void recover() {
        repository.lose("3.root.json").lose("4.root.json");
        for (String role : ROLES) {
            long version = repository.version(role);
            repository.edit(role, part -> become(part, honest.get(role)));
            repository.version(role, version).signedBy(role, honestKeys.get(role));
        }
        releaseHonestly();
        publish();
    }

    private static void become(JsonObject part, JsonObject other) {
        Set.copyOf(part.keySet()).forEach(part::remove);
        for (Map.Entry<String, JsonElement> member : other.deepCopy().entrySet()) {
            part.add(member.getKey(), member.getValue());
        }
    }

    // ---- What it is talked into, or what is done with its keys

    /** A role lists another version of a file, with neither length nor hash; nothing is published yet. */
    ReleaseRepositorySimulator lists(String role, String file, long version) {
        JsonObject listed = new JsonObject();
        listed.addProperty("version", version);
        return repository.edit(role, part -> part.getAsJsonObject("meta").add(file, listed));
    }

    /** A document with its signature and modules; nothing is published yet. */
    Vendor release(String role, String path, byte[] document, byte[]... modules) {
        repository.target(role, path, document).target(role, path + ".p7s", signature(document));
        for (byte[] module : modules) {
            repository.target(role, "modules/" + Bundles.sha256(module) + ".jar", module);
        }
        return this;
    }

    /** Publishes the document with another text in one place, code-signed as it is then. */
    Vendor document(String old, String other) {
        return document(text -> Changed.of(text, old, other));
    }

    /** Publishes the document changed, code-signed as it is then. */
    Vendor document(UnaryOperator<String> change) {
        return release("targets", DOCUMENT_PATH, bytes(change.apply(text()))).publish();
    }

    /** Publishes the document with another text in one place, with the code signature of before. */
    Vendor documentAfterSigning(String old, String other) {
        repository.target("targets", DOCUMENT_PATH, bytes(Changed.of(text(), old, other)));
        return publish();
    }

    /** Publishes another code signature of the document. */
    Vendor signedOtherwise(byte[] signature) {
        repository.target("targets", DOCUMENT_PATH + ".p7s", signature);
        return publish();
    }

    /** Publishes the document with the code signature of somebody else. */
    Vendor signedBy(TestSigner signer) {
        return signedOtherwise(signer.over(DOCUMENT.toJson()).stamped(stamps()));
    }

    /** Publishes the feature, all signed, with this file as its module com.example.engine. */
    Vendor engineIs(byte[] jar) {
        FeatureDocument document = feature(OWN, 3, module("com.example.bridge", BRIDGE), engine(jar));
        return release("targets", DOCUMENT_PATH, document.toJson(), BRIDGE, jar).publish();
    }

    /** Publishes the delegated vendor's feature, all signed, with this file as its module com.other.reader. */
    Vendor readerIs(byte[] jar) {
        FeatureDocument document = feature(FOREIGN, 1, module("com.other.reader", jar));
        return release(OTHER, READER_PATH, document.toJson(), jar).publish();
    }

    // ---- Parts

    /** The code signature of a document, made once. */
    static byte[] signature(byte[] document) {
        return SIGNATURES.computeIfAbsent(
                Bundles.sha256(document), any -> SIGNER.over(document).stamped(stamps()));
    }

    static TestTimeStamps stamps() {
        return new TestTimeStamps(TIME_STAMPER);
    }

    static FeatureModule engine(byte[] jar) {
        return module("com.example.engine", jar);
    }

    static FeatureModule module(String symbolicName, byte[] jar) {
        return new FeatureModule(
                "com.example:" + symbolicName + ":1.0.0", symbolicName, Bundles.sha256(jar), jar.length, 10);
    }

    static FeatureDocument feature(String name, long counter, FeatureModule... modules) {
        return new FeatureDocument(
                new FeatureId("com.example", name, counter + ".0.0"),
                "A function",
                "What it does.",
                TestSigner.ORGANISATION,
                "Apache-2.0",
                List.of(modules),
                Map.of(modules[0].symbolicName() + ".settings", Map.of("minutes", 5L)),
                new ReleaseTerms(
                        counter,
                        0,
                        100,
                        Set.of(Privilege.VIEW_SCREEN),
                        Set.of("NAVIOS_EX"),
                        Map.of(Language.EN, "Somebody may help you.")));
    }

    static String text() {
        return new String(DOCUMENT.toJson(), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A change that changes something. */
    static final class Changed {
        private Changed() {}

        static String of(String text, String old, String other) {
            if (!text.contains(old)) {
                throw new IllegalArgumentException(old + " is not in " + text);
            }
            return text.replace(old, other);
        }
    }
}
