package org.benchconnect.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/**
 * What an agent that was killed left in {@code run/}, cleared by the next one once it holds the home folder: {@code api}, and the folders
 * {@code tpm2-*} of its talks with the TPM. Links are removed, never followed.
 */
final class RunFolder {
    private RunFolder() {}

    static void clear(Path run) throws IOException {
        Files.deleteIfExists(run.resolve("api"));
        try (DirectoryStream<Path> talks = Files.newDirectoryStream(run, "tpm2-*")) {
            for (Path talk : talks) {
                delete(talk);
            }
        }
    }

    /** A folder goes with what lies in it; such a folder has no other in it. */
    private static void delete(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            } catch (NotDirectoryException replacedMeanwhile) {
                // deleted below as what it is now
            }
        }
        Files.deleteIfExists(path);
    }
}
