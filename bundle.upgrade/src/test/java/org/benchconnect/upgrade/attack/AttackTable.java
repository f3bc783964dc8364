package org.benchconnect.upgrade.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.benchconnect.core.feature.RefusedFor;

/** Every refusal as a line of {@code target/attacks.txt}, for whoever judges the wording. Begun anew by each run. */
final class AttackTable {
    private static final Path FILE = begun();

    private AttackTable() {}

    private static Path begun() {
        try {
            Path file = Files.createDirectories(Path.of("target")).resolve("attacks.txt");
            Files.deleteIfExists(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static synchronized void note(String attack, String source, RefusedFor reason, String message) {
        String by = source.startsWith("https:") ? "web" : source.matches(".*(zip[0-9]*|\\.zip)") ? "zip" : "folder";
        try {
            Files.writeString(
                    FILE,
                    String.join("\t", attack, by, reason.name(), message) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
