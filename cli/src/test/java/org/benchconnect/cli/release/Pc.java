package org.benchconnect.cli.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.benchconnect.core.link.TlsClient;
import org.benchconnect.crypto.signature.CodeSigners;
import org.benchconnect.upgrade.feature.FeatureDocument;
import org.benchconnect.upgrade.feature.FeatureLayout;
import org.benchconnect.upgrade.repository.Caps;
import org.benchconnect.upgrade.repository.ReleaseSources;
import org.benchconnect.upgrade.repository.VendorProfile;
import org.benchconnect.upgrade.tuf.Limits;
import org.benchconnect.upgrade.tuf.ReleaseClient;
import org.benchconnect.upgrade.tuf.ReleaseSource;
import org.benchconnect.upgrade.tuf.Target;
import org.benchconnect.upgrade.tuf.TrustStore;

/** A PC with an installation that has a vendor's folder, and what it remembers of metadata. */
final class Pc {
    private final VendorProfile vendor;
    private final Map<String, byte[]> memory = new HashMap<>();

    private Pc(VendorProfile vendor) {
        this.vendor = vendor;
        memory.put("root", vendor.rootOfTrust());
    }

    static Pc at(Path installation) throws Exception {
        return new Pc(VendorProfile.read(installation).orElseThrow());
    }

    /** Verifies everything that a repository offers; the features with who vouches for them. */
    List<String> verified(Path repository, Instant now) throws Exception {
        CodeSigners signers = CodeSigners.of(
                vendor.codeSigning(), vendor.timeStamping(), vendor.organisation(), vendor.revocations());
        List<String> features = new ArrayList<>();
        try (ReleaseSource source = ReleaseSources.open(repository.toString(), Caps.standard(), NO_NETWORK)) {
            ReleaseClient client = new ReleaseClient(store(), source, Limits.standard(), now);
            client.refresh();
            for (Target target : client.under("")) {
                byte[] bytes = bytes(client, target);
                if (FeatureLayout.nameOf(target.path()).isPresent()) {
                    FeatureDocument document = FeatureDocument.read(bytes);
                    String signature = FeatureLayout.signature(document.id());
                    signers.verify(bytes, bytes(client, client.find(signature).orElseThrow()), now);
                    features.add(target.path() + " by " + target.role());
                }
            }
        }
        return List.copyOf(new TreeSet<>(features));
    }

    private static byte[] bytes(ReleaseClient client, Target target) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        client.download(target, bytes);
        return bytes.toByteArray();
    }

    private TrustStore store() {
        return new TrustStore() {
            @Override
            public Optional<byte[]> read(String role) throws IOException {
                return Optional.ofNullable(memory.get(role));
            }

            @Override
            public void write(String role, byte[] bytes) {
                memory.put(role, bytes);
            }

            @Override
            public void delete(String role) {
                memory.remove(role);
            }
        };
    }

    private static final TlsClient NO_NETWORK = new TlsClient() {
        @Override
        public SSLContext context() {
            throw new IllegalStateException("no network");
        }

        @Override
        public SSLParameters parameters() {
            throw new IllegalStateException("no network");
        }
    };
}
