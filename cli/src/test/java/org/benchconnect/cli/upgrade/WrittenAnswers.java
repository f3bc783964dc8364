package org.benchconnect.cli.upgrade;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A file for {@code --answers}, which counts or not by who may read it. */
final class WrittenAnswers {
    private WrittenAnswers() {}

    /** Written with these permissions into this folder; apostrophes in the text become quotation marks. */
    static Path in(Path folder, String permissions, String text) throws IOException {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "this file system has no permissions to try");
        Path file = Files.writeString(folder.resolve("answers.json"), text.replace('\'', '"'));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
