package org.benchconnect.launcher.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.benchconnect.launcher.storage.testing.FaultyStorage;
import org.benchconnect.launcher.storage.testing.Loss;

/** Two files on the twin of a disk, and what a loss can leave of them. */
final class TwinnedFiles {
    static final Path HOME = Path.of("/home-of-the-agent").toAbsolutePath();
    static final Path FILE = HOME.resolve("file");
    static final Path OTHER = HOME.resolve("other");
    static final String NONE = "none";

    final FaultyStorage storage = new FaultyStorage(HOME);

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Written and forced, with its name. */
    void durable(Path file, String text) throws IOException {
        storage.create(file, bytes(text));
        storage.force(file);
        storage.forceFolder(HOME);
    }

    /** Every content that a file can have now, zeros as full stops. */
    Set<String> left(Path file, Loss loss) {
        return storage.left(loss).stream()
                .map(state ->
                        state.text(file).map(text -> text.replace('\0', '.')).orElse(NONE))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
