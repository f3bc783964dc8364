package org.benchconnect.launcher;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.benchconnect.launcher.list.Grant;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.list.SignedList;
import org.benchconnect.launcher.module.GateRefusal.Rule;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.benchconnect.launcher.storage.Disk;
import org.benchconnect.launcher.storage.TrialStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What generations and grants are on the disk, verified each time anew; only reads.
 *
 * @param installation whose pin and base release count
 * @param home where they lie
 */
record VerifiedFiles(Installation installation, Path home) {
    private static final Logger LOG = LoggerFactory.getLogger(VerifiedFiles.class);

    /** What the pointer names now. */
    Generation named() throws ModulesRefusedException {
        try {
            return Generation.named(installation, home);
        } catch (ListRefusedException.WrongModule e) {
            throw new ModulesRefusedException(Rule.BYTES, String.valueOf(e.getMessage()), e);
        } catch (ListRefusedException | IOException e) {
            String why = e instanceof FileSystemException ? "its list cannot be read" : e.getMessage();
            throw new ModulesRefusedException(
                    Rule.GENERATION,
                    "BenchConnect does not switch to the generation that was staged: " + why
                            + ". Install the feature again.",
                    e);
        }
    }

    /** Of the generation that the pointer names. */
    TrialStart trial() {
        return new TrialStart(Disk.forOwner(), home);
    }

    /** Whether there is a way back; one that cannot be seen is none. */
    boolean isOnTrial() {
        try {
            return trial().isOnTrial();
        } catch (IOException e) {
            return false;
        }
    }

    /** The pointer goes back by the way that was laid. */
    void pointBack() throws ModulesRefusedException {
        try {
            trial().goBack();
        } catch (IOException e) {
            throw new ModulesRefusedException(
                    Rule.GENERATION, "BenchConnect does not go back: no way back lies in its home folder.", e);
        }
    }

    /** The same after a refusal, where that laid one. */
    void pointBackIfOnTrial() {
        try {
            if (trial().isOnTrial()) {
                trial().goBack();
            }
        } catch (IOException e) {
            LOG.error("The pointer does not go back; the next start tries the generation again", e);
        }
    }

    /** By the grant of a feature, with the serial that the ledger knows. */
    Authority granted(ModuleList.Feature feature, long serial) throws ModulesRefusedException {
        Path file = Grant.file(home, feature.name());
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new ModulesRefusedException(
                    Rule.NO_GRANT,
                    "BenchConnect does not run " + feature.name() + " " + feature.version() + ": it asks for "
                            + String.join(", ", feature.privileges()) + ", and no person here has allowed that."
                            + " One can on the page or with `benchconnect consent`.");
        }
        try {
            return Authority.granted(
                    feature,
                    Grant.read(file),
                    SignedList.readBeside(file),
                    PinnedDevice.key(installation),
                    ModuleList.read(installation.releaseList()).digest(),
                    serial);
        } catch (ListRefusedException | IOException e) {
            throw new ModulesRefusedException(
                    Rule.GRANT_SIGNATURE,
                    "BenchConnect does not run " + feature.name() + " " + feature.version()
                            + ": its grant does not count: " + e.getMessage()
                            + ". A person at this PC can allow it again.",
                    e);
        }
    }
}
