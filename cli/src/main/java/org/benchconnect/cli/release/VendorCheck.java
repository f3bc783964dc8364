package org.benchconnect.cli.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.benchconnect.crypto.signature.CodeSignatureException;
import org.benchconnect.crypto.signature.CodeSigners;
import org.benchconnect.crypto.signature.SigningPolicyRefusedException;
import org.benchconnect.upgrade.repository.VendorProfile;
import org.benchconnect.upgrade.repository.VendorProfileException;

/** Judges code signatures as a PC will whose installation has this {@code vendor/} folder. */
final class VendorCheck {
    private final CodeSigners signers;

    private VendorCheck(CodeSigners signers) {
        this.signers = signers;
    }

    /** Reads the folder with the agents' own reader, which wants a root too: that of the draft or, else, the published one. */
    static VendorCheck of(WorkFolder work) throws IOException, ReleaseRefusal {
        Path installation = work.folder().resolve(".installation");
        Folders.delete(installation);
        try {
            for (Path file : Folders.files(work.vendor())) {
                Path copy = installation.resolve(work.folder().relativize(file).toString());
                PublicFiles.replace(copy, Files.readAllBytes(file));
            }
            Optional<Metadata> drafted = work.draft().current(Roles.ROOT);
            Optional<Metadata> root =
                    drafted.isPresent() ? drafted : work.published().role(Roles.ROOT);
            if (root.isPresent()) {
                PublicFiles.replace(
                        installation.resolve("vendor").resolve("root.json"),
                        root.get().bytes());
            }
            VendorProfile profile = VendorProfile.read(installation)
                    .orElseThrow(() -> new ReleaseRefusal(work.vendor() + " is missing"));
            return new VendorCheck(CodeSigners.of(
                    profile.codeSigning(), profile.timeStamping(), profile.organisation(), profile.revocations()));
        } catch (VendorProfileException | SigningPolicyRefusedException refused) {
            throw new ReleaseRefusal("a PC refuses " + work.vendor() + ": " + refused.getMessage(), refused);
        } finally {
            Folders.delete(installation);
        }
    }

    void codeSignature(byte[] document, byte[] signature, Instant now) throws ReleaseRefusal {
        try {
            signers.verify(document, signature, now);
        } catch (CodeSignatureException refused) {
            throw new ReleaseRefusal("a PC refuses this code signature: " + refused.getMessage(), refused);
        }
    }
}
