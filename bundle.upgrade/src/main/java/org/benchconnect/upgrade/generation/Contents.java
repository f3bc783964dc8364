package org.benchconnect.upgrade.generation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.upgrade.feature.FeatureDocument;
import org.benchconnect.upgrade.feature.FeatureLayout;
import org.benchconnect.upgrade.feature.FeatureModule;
import org.benchconnect.upgrade.feature.MalformedFeatureException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the features of generations are, by their lists and by the documents beside them and in the installation. Whether one may run is the launcher's to say. */
final class Contents {
    private static final Logger LOG = LoggerFactory.getLogger(Contents.class);

    private final GenerationFolders folders;
    private final Path release;

    Contents(GenerationFolders folders, Path installation) {
        this.folders = folders;
        this.release = installation.resolve("release");
    }

    /**
     * A feature of a generation.
     *
     * @param line of its list
     * @param document that describes it; empty if none here does
     */
    record Content(ModuleList.Feature line, Optional<Document> document) {}

    /** A document with its bytes, which are its identity. */
    record Document(FeatureDocument document, byte[] bytes) {}

    /** The features of its list, in their order. */
    List<Content> of(int generation) throws IOException {
        return read(generation, lines(generation));
    }

    /** The same of the one that runs, whatever became of its list meanwhile. */
    List<Content> of(int generation, List<Modules.FeatureModules> running) throws IOException {
        return read(generation, ListText.lines(running));
    }

    private List<Content> read(int generation, List<ModuleList.Feature> lines) throws IOException {
        Set<String> all =
                lines.stream().flatMap(line -> line.sha256().stream()).collect(Collectors.toCollection(HashSet::new));
        List<Document> documents = new ArrayList<>(generations(generation));
        documents.addAll(installations());
        return lines.stream()
                .map(line -> new Content(
                        line,
                        documents.stream()
                                .filter(each -> describes(each.document(), line, all))
                                .findFirst()))
                .toList();
    }

    /** The lines of its list. */
    List<ModuleList.Feature> lines(int generation) throws IOException {
        byte[] list = folders.list(generation)
                .orElseThrow(() -> new IOException("generation " + generation + " has no list"));
        try {
            return ModuleList.parse(new String(list, StandardCharsets.UTF_8)).features();
        } catch (ListRefusedException e) {
            throw new IOException("the list of generation " + generation + " is refused", e);
        }
    }

    private static boolean describes(FeatureDocument document, ModuleList.Feature line, Set<String> all) {
        Set<String> needed =
                document.modules().stream().map(FeatureModule::sha256).collect(Collectors.toSet());
        return document.id().name().equals(line.name())
                && document.id().version().equals(line.version())
                && all.containsAll(needed)
                && needed.containsAll(line.sha256());
    }

    private List<Document> generations(int generation) throws IOException {
        List<Document> documents = new ArrayList<>();
        for (String name : folders.documents(generation)) {
            if (name.endsWith(FeatureLayout.DOCUMENT)) {
                folders.document(generation, name, FeatureDocument.MAX_BYTES)
                        .flatMap(bytes -> read(name, bytes))
                        .ifPresent(documents::add);
            }
        }
        return documents;
    }

    private List<Document> installations() throws IOException {
        List<Document> documents = new ArrayList<>();
        if (!Files.isDirectory(release, LinkOption.NOFOLLOW_LINKS)) {
            return documents;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(release, "*" + FeatureLayout.DOCUMENT)) {
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                    read(file.toString(), in.readNBytes(FeatureDocument.MAX_BYTES + 1))
                            .ifPresent(documents::add);
                }
            }
        }
        return documents;
    }

    private static Optional<Document> read(String name, byte[] bytes) {
        try {
            return Optional.of(new Document(FeatureDocument.read(bytes), bytes));
        } catch (MalformedFeatureException e) {
            LOG.warn("{} is no feature document; it counts for nothing", name, e);
            return Optional.empty();
        }
    }
}
