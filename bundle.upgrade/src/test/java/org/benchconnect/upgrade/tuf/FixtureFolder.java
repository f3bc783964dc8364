package org.benchconnect.upgrade.tuf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A repository that another implementation keeps as a fixture. Where a fixture holds only the files that differ from a complete
 * one, the others come from there; where it keeps names with versions or hashes although its root asks for plain ones, these
 * do. Which bytes are served decides nothing: they are verified all the same.
 */
record FixtureFolder(Path folder, Optional<Path> rest) implements ReleaseSource {
    static FixtureFolder of(Path folder) {
        return new FixtureFolder(folder, Optional.empty());
    }

    /** The folder of fixtures of all implementations, if this machine has it. */
    static Optional<Path> shared() {
        String named = System.getProperty("benchconnect.shared");
        if (named != null) {
            return Optional.of(Path.of(named, "tuf")).filter(Files::isDirectory);
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path at = here; at != null; at = at.getParent()) {
            Path candidate = at.resolveSibling("shared").resolve("data").resolve("tuf");
            if (Files.isDirectory(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    byte[] bytes(String fileName) throws IOException {
        return Files.readAllBytes(folder.resolve(fileName));
    }

    @Override
    public InputStream metadata(String fileName) throws IOException {
        String name = fileName.replace("%C3%B6", "\u00f6").replace("..%2F", "../");
        return open(
                List.of(Path.of("metadata", name), Path.of(name), Path.of(name.substring(name.lastIndexOf('/') + 1))),
                name);
    }

    @Override
    public InputStream target(String path) throws IOException {
        return open(List.of(Path.of("targets", path), Path.of("../targets", path)), path);
    }

    @Override
    public void close() {}

    private InputStream open(List<Path> places, String name) throws IOException {
        List<Path> candidates = new ArrayList<>();
        for (Path root : Stream.concat(Stream.of(folder), rest.stream()).toList()) {
            places.forEach(place -> candidates.add(root.resolve(place)));
            places.forEach(place -> prefixed(root.resolve(place)).ifPresent(candidates::add));
        }
        for (Path candidate : candidates) {
            if (Files.isRegularFile(candidate)) {
                return Files.newInputStream(candidate);
            }
        }
        throw new NoSuchFileException(name);
    }

    /** The newest {@code N.name} or any {@code HASH.name} beside it. */
    private static Optional<Path> prefixed(Path plain) {
        String name = plain.getFileName().toString();
        if (name.matches("[0-9]+\\..*|timestamp.json|[0-9a-f]{64,}\\..*") || !Files.isDirectory(plain.getParent())) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(plain.getParent())) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9a-f]+\\.\\Q" + name + "\\E"))
                    .max(Path::compareTo);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
