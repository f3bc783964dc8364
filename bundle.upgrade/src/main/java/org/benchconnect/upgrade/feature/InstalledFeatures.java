package org.benchconnect.upgrade.feature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What runs here, from the list of the generation that the launcher verified and started, and from the feature documents of
 * installation and generation. A feature is installed if every one of its modules is in the list; a document alone says
 * nothing.
 */
final class InstalledFeatures {
    private static final Logger LOG = LoggerFactory.getLogger(InstalledFeatures.class);
    private static final int MAX_LIST = 256 * 1024;
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  modules/\\1\\.jar");

    private final AgentFolders agent;

    InstalledFeatures(AgentFolders agent) {
        this.agent = agent;
    }

    /** Everything that runs. */
    Running read() throws IOException {
        Set<String> digests = digests();
        List<Running.Module> modules = new ArrayList<>();
        for (String sha256 : digests) {
            Path jar = agent.home().resolve(FeatureLayout.module(sha256));
            try {
                modules.add(new Running.Module(sha256, ModuleManifest.read(jar)));
            } catch (MalformedModuleException e) {
                throw new IOException("the running module " + sha256 + " cannot be read: " + e.getMessage(), e);
            }
        }
        return new Running(modules, List.copyOf(features(digests)));
    }

    /** The installed features, by name. */
    Collection<FeatureDocument> features() throws IOException {
        return features(digests());
    }

    private Collection<FeatureDocument> features(Set<String> digests) {
        Map<String, FeatureDocument> features = new TreeMap<>();
        for (FeatureDocument document : documents()) {
            Set<String> needed = new HashSet<>();
            document.modules().forEach(module -> needed.add(module.sha256()));
            if (digests.containsAll(needed)) {
                features.merge(document.id().name(), document, InstalledFeatures::newer);
            }
        }
        return features.values();
    }

    private static FeatureDocument newer(FeatureDocument one, FeatureDocument other) {
        return one.terms().counter() >= other.terms().counter() ? one : other;
    }

    private List<FeatureDocument> documents() {
        List<FeatureDocument> documents = new ArrayList<>();
        for (Path folder : List.of(
                agent.installation().resolve("release"),
                agent.home()
                        .resolve("generations")
                        .resolve(String.valueOf(agent.generation()))
                        .resolve("features"))) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + FeatureLayout.DOCUMENT)) {
                for (Path file : files) {
                    documents.add(FeatureDocument.read(bytes(file, FeatureDocument.MAX_BYTES)));
                }
            } catch (IOException | MalformedFeatureException e) {
                LOG.warn("a feature document in {} cannot be read; its feature does not count as installed", folder, e);
            }
        }
        return documents;
    }

    /** The digests of the running modules: those of the very list that the launcher told of. */
    private Set<String> digests() throws IOException {
        Path list = agent.home()
                .resolve("generations")
                .resolve(String.valueOf(agent.generation()))
                .resolve("SHA256SUMS");
        byte[] bytes = bytes(list, MAX_LIST);
        if (!HexFormat.of().formatHex(ModuleFile.sha256().digest(bytes)).equals(agent.generationDigest())) {
            throw new IOException("the list of the running generation was changed while it runs");
        }
        Set<String> digests = new HashSet<>();
        for (String line :
                new String(bytes, StandardCharsets.ISO_8859_1).lines().toList()) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new IOException("the list of the running generation has another form");
            }
            digests.add(matcher.group(1));
        }
        return digests;
    }

    private static byte[] bytes(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new IOException(file.getFileName() + " is longer than " + most + " bytes");
            }
            return bytes;
        }
    }
}
