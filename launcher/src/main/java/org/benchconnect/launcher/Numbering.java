package org.benchconnect.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Numbers of generations: 1 to 999999999, as the names of their folders. Anybody with the rights of the service account can make a
 * folder with the greatest name there is; counting goes on below it, and never into a folder that is there.
 */
final class Numbering {
    /** In the one form there is. */
    static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private static final int GREATEST = 999_999_999;
    private static final int MAX_POINTER_BYTES = 64;

    private Numbering() {}

    /** The number in a file that names a generation; empty if it is no file, or torn, or edited. */
    static Optional<Integer> in(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > MAX_POINTER_BYTES) {
            return Optional.empty();
        }
        return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1).strip())
                .filter(NUMBER.asMatchPredicate())
                .map(Integer::valueOf);
    }

    /** The number after the greatest of these names that has a free one after it. */
    static int after(List<String> names) {
        Set<Integer> taken = new TreeSet<>(Comparator.reverseOrder());
        taken.add(0);
        names.stream().filter(NUMBER.asMatchPredicate()).map(Integer::valueOf).forEach(taken::add);
        return taken.stream()
                .map(number -> number + 1)
                .filter(number -> number <= GREATEST && !taken.contains(number))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no number left for a generation"));
    }
}
