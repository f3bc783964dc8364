package org.benchconnect.upgrade.feature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.launcher.storage.DurableFiles;

/** Keeps the {@link SecurityFloors} in {@code trust/security-floors}, so that no loss of power takes one back. */
final class FloorFile {
    private final Path file;

    FloorFile(Path home) {
        this.file = home.resolve("trust").resolve("security-floors");
    }

    /**
     * What was verified so far.
     *
     * @throws FeatureRefusedException if the file is not as it was written: to go on without would allow an old release
     */
    SecurityFloors read() throws IOException, FeatureRefusedException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return SecurityFloors.none();
        }
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= SecurityFloors.MAX_BYTES) {
            try {
                return SecurityFloors.parse(Files.readAllBytes(file));
            } catch (IllegalArgumentException e) {
                // said below
            }
        }
        throw new FeatureRefusedException(
                RefusedFor.OLDER_RELEASE,
                "the security floors in trust/security-floors were changed by somebody else; nothing is installed until the"
                        + " vendor's support has looked at them");
    }

    /** Remembers a verified floor; when this returns, it is on the disk. */
    void raise(String name, long floor) throws IOException, FeatureRefusedException {
        SecurityFloors before = read();
        SecurityFloors after = before.raised(name, floor);
        if (after != before) {
            Files.createDirectories(file.resolveSibling(""));
            DurableFiles.onDisk().write(file, after.toBytes());
        }
    }
}
