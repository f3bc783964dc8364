package org.benchconnect.cli.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.benchconnect.core.link.TlsClient;
import org.benchconnect.upgrade.feature.FeatureDocument;
import org.benchconnect.upgrade.feature.FeatureLayout;
import org.benchconnect.upgrade.feature.FeatureModule;
import org.benchconnect.upgrade.feature.MalformedFeatureException;
import org.benchconnect.upgrade.repository.Caps;
import org.benchconnect.upgrade.repository.ReleaseSources;
import org.benchconnect.upgrade.tuf.Limits;
import org.benchconnect.upgrade.tuf.ReleaseClient;
import org.benchconnect.upgrade.tuf.ReleaseSource;
import org.benchconnect.upgrade.tuf.Target;
import org.benchconnect.upgrade.tuf.TrustStore;
import org.benchconnect.upgrade.tuf.UntrustedMetadataException;

/**
 * What PCs will say of a repository before any of them sees it: a new PC, which knows the first root only, and a PC that has the state
 * published last. Both use the agents' own client and get every file, each feature with a right code signature and all its modules.
 */
final class Rehearsal {
    /** For all releases together, however many: a terabyte, a day. */
    private static final Caps WHOLE = new Caps(
            Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(30), 1, Duration.ofDays(1), 1L << 40);

    private final WorkFolder work;
    private final Published published;
    private final Instant now;

    Rehearsal(WorkFolder work, Published published, Instant now) {
        this.work = work;
        this.published = published;
        this.now = now;
    }

    /** Goes through a folder or a zip file. */
    void verify(Path repository) throws IOException, ReleaseRefusal {
        Memory newPc = new Memory();
        try (ReleaseSource source = open(repository)) {
            newPc.write(
                    Roles.ROOT,
                    source.metadata(MetadataFolder.name(Roles.ROOT, 1)).readAllBytes());
        }
        verify(repository, newPc, "a new PC");
        if (!published.isEmpty()) {
            verify(repository, lastState(), "a PC that has the last release");
        }
    }

    /** A PC takes some files of a repository but all of a zip, whose limits are therefore those of a PC. */
    private static ReleaseSource open(Path repository) throws IOException {
        Caps caps = Files.isDirectory(repository) ? WHOLE : Caps.standard();
        return ReleaseSources.open(repository.toAbsolutePath().normalize().toString(), caps, new NoNetwork());
    }

    private Memory lastState() throws IOException {
        Memory memory = new Memory();
        for (Map.Entry<String, Metadata> role : published.offlineRoles().entrySet()) {
            memory.write(role.getKey(), role.getValue().bytes());
        }
        for (String role : new String[] {Roles.SNAPSHOT, Roles.TIMESTAMP}) {
            Optional<Metadata> metadata = published.role(role);
            if (metadata.isPresent()) {
                memory.write(role, metadata.get().bytes());
            }
        }
        return memory;
    }

    private void verify(Path repository, TrustStore memory, String who) throws IOException, ReleaseRefusal {
        try (ReleaseSource source = open(repository)) {
            ReleaseClient client = new ReleaseClient(memory, source, Limits.standard(), now);
            client.refresh();
            VendorCheck vendor = VendorCheck.of(work);
            for (Target target : client.under("")) {
                if (FeatureLayout.nameOf(target.path()).isPresent()) {
                    feature(client, vendor, target);
                } else {
                    client.download(target, OutputStream.nullOutputStream());
                }
            }
        } catch (UntrustedMetadataException | MalformedFeatureException refused) {
            throw new ReleaseRefusal(who + " would refuse this repository: " + refused.getMessage(), refused);
        }
    }

    private void feature(ReleaseClient client, VendorCheck vendor, Target target)
            throws IOException, ReleaseRefusal, UntrustedMetadataException, MalformedFeatureException {
        byte[] bytes = bytes(client, target);
        FeatureDocument document = FeatureDocument.read(bytes);
        Target signature = find(client, FeatureLayout.signature(document.id()), target.role());
        vendor.codeSignature(bytes, bytes(client, signature), now);
        for (FeatureModule module : document.modules()) {
            Target jar = find(client, FeatureDraft.modulePath(target.role(), module.sha256()), target.role());
            if (jar.length() != module.length()
                    || !module.sha256().equals(jar.hashes().get("sha256"))) {
                throw new ReleaseRefusal(target.path() + " and the targets do not agree on " + module.id());
            }
        }
    }

    private static Target find(ReleaseClient client, String path, String role)
            throws IOException, ReleaseRefusal, UntrustedMetadataException {
        return client.find(path)
                .filter(target -> target.role().equals(role))
                .orElseThrow(() -> new ReleaseRefusal(role + " does not offer " + path));
    }

    private static byte[] bytes(ReleaseClient client, Target target)
            throws IOException, ReleaseRefusal, UntrustedMetadataException {
        if (target.length() > FeatureDocument.MAX_BYTES) {
            throw new ReleaseRefusal(target.path() + " is too long");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        client.download(target, bytes);
        return bytes.toByteArray();
    }

    /** What a PC remembers, here for the length of a rehearsal. */
    private static final class Memory implements TrustStore {
        private final Map<String, byte[]> files = new HashMap<>();

        @Override
        public Optional<byte[]> read(String role) {
            return Optional.ofNullable(files.get(role));
        }

        @Override
        public void write(String role, byte[] bytes) {
            files.put(role, bytes);
        }

        @Override
        public void delete(String role) {
            files.remove(role);
        }
    }

    /** A rehearsal reads files of this machine only. */
    private static final class NoNetwork implements TlsClient {
        @Override
        public SSLContext context() {
            throw new IllegalStateException("a rehearsal has no network");
        }

        @Override
        public SSLParameters parameters() {
            throw new IllegalStateException("a rehearsal has no network");
        }
    }
}
