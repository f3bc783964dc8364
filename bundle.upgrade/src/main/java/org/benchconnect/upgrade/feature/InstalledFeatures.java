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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.launcher.module.Modules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What runs here: the features that the launcher verified and has in its running generation, and the feature documents of
 * installation and generation that describe them. A feature is installed if the generation has it, with the document's version,
 * privileges and instruments, and has every module of the document; a document alone says nothing.
 */
final class InstalledFeatures {
    private static final Logger LOG = LoggerFactory.getLogger(InstalledFeatures.class);
    private static final int MAX_POINTER = 64;
    /** Of what is asked many times a minute, each lack is said once. */
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private final AgentFolders agent;

    InstalledFeatures(AgentFolders agent) {
        this.agent = agent;
    }

    /** Everything that runs, and what is here and waits for a person's consent. */
    Running read() throws IOException {
        List<Modules.FeatureModules> list = agent.running().get();
        List<Running.Module> modules = new ArrayList<>();
        for (String sha256 : digests(list)) {
            Path jar = agent.home().resolve(FeatureLayout.module(sha256));
            try {
                modules.add(new Running.Module(sha256, ModuleManifest.read(jar)));
            } catch (MalformedModuleException e) {
                throw new IOException("the running module " + sha256 + " cannot be read: " + e.getMessage(), e);
            }
        }
        Set<String> waiting = list.stream()
                .filter(feature -> !feature.privileges().isEmpty() && !feature.running())
                .map(Modules.FeatureModules::name)
                .collect(Collectors.toSet());
        return new Running(modules, List.copyOf(features(list)), waiting);
    }

    /** The installed features, in the order of the generation. */
    Collection<FeatureDocument> features() {
        return features(agent.running().get());
    }

    private Collection<FeatureDocument> features(List<Modules.FeatureModules> list) {
        Set<String> digests = digests(list);
        List<FeatureDocument> documents = documents();
        List<FeatureDocument> features = new ArrayList<>();
        for (Modules.FeatureModules feature : list) {
            Optional<FeatureDocument> document = documents.stream()
                    .filter(each -> describes(each, feature, digests))
                    .findFirst();
            document.ifPresent(features::add);
            if (document.isEmpty() && SAID.add(feature.name() + " " + feature.version())) {
                LOG.warn("no document here describes {} {}", feature.name(), feature.version());
            }
        }
        return features;
    }

    private static boolean describes(FeatureDocument document, Modules.FeatureModules feature, Set<String> digests) {
        Set<String> needed =
                document.modules().stream().map(FeatureModule::sha256).collect(Collectors.toSet());
        return document.id().name().equals(feature.name())
                && document.id().version().equals(feature.version())
                && tokens(document.terms().privileges()).equals(feature.privileges())
                && List.copyOf(new TreeSet<>(document.terms().models())).equals(feature.models())
                && digests.containsAll(needed)
                && needed.containsAll(feature.sha256());
    }

    /** As the launcher's lists write them. */
    private static List<String> tokens(Set<Privilege> privileges) {
        return privileges.stream().map(Privilege::token).sorted().toList();
    }

    private static Set<String> digests(List<Modules.FeatureModules> list) {
        return list.stream()
                .flatMap(feature -> feature.sha256().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<FeatureDocument> documents() {
        List<FeatureDocument> documents = new ArrayList<>();
        List<Path> folders = new ArrayList<>(List.of(agent.installation().resolve("release")));
        current().ifPresent(folders::add);
        for (Path folder : folders) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
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

    /** The documents of the generation that the pointer names: words about what the launcher has, not the right to it. */
    Optional<Path> current() {
        Path generations = agent.home().resolve("generations");
        try {
            String number =
                    new String(bytes(generations.resolve("current"), MAX_POINTER), StandardCharsets.US_ASCII).strip();
            return number.matches("[1-9][0-9]{0,8}")
                    ? Optional.of(generations.resolve(number).resolve("features"))
                    : Optional.empty();
        } catch (IOException e) {
            LOG.warn("no generation is named as the current one", e);
            return Optional.empty();
        }
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
