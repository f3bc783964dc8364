package org.benchconnect.consent.grant;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.feature.Author;
import org.benchconnect.core.feature.Feature;
import org.benchconnect.core.feature.Features;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.launcher.module.Modules.FeatureModules;
import org.benchconnect.launcher.storage.Storage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The features whose modules are on this PC and that need a consent: by what the launcher verified and runs, not by what their documents say. */
final class PresentFeatures {
    private static final Logger LOG = LoggerFactory.getLogger(PresentFeatures.class);
    private static final int MOST = 1024 * 1024; // bytes of a document

    private final Neighbours around;
    private final GrantFiles grants;
    private final Storage storage;
    private final Path home;
    private final Path installation;

    /** Of this PC. */
    PresentFeatures(Neighbours around, GrantFiles grants, Storage storage, Path home, Path installation) {
        this.around = around;
        this.grants = grants;
        this.storage = storage;
        this.home = home;
        this.installation = installation;
    }

    /** Those with privileges. */
    List<FeatureModules> withPrivileges() {
        Modules modules = around.modules();
        return modules == null
                ? List.of()
                : modules.features().stream()
                        .filter(feature -> !feature.privileges().isEmpty())
                        .toList();
    }

    /** Those with privileges, and those that were installed: all that runs by a consent only. */
    List<FeatureModules> byConsent() {
        Modules modules = around.modules();
        return modules == null
                ? List.of()
                : modules.features().stream()
                        .filter(feature -> !feature.privileges().isEmpty() || !grants.isBase(feature.name()))
                        .toList();
    }

    /** One of those that run by a consent only. */
    Optional<FeatureModules> byConsent(String name) {
        Modules modules = around.modules();
        return modules == null
                ? Optional.empty()
                : modules.features().stream()
                        .filter(one -> one.name().equals(name))
                        .filter(one -> !one.privileges().isEmpty() || !grants.isBase(name))
                        .findFirst();
    }

    /** Whether the running generation has it; also while nobody can say. */
    boolean isHere(String name) {
        Modules modules = around.modules();
        return modules == null
                || modules.features().stream().anyMatch(one -> one.name().equals(name));
    }

    /** One of those with privileges by name. */
    Optional<FeatureModules> find(String name) {
        return withPrivileges().stream()
                .filter(feature -> feature.name().equals(name))
                .findFirst();
    }

    /** What a consent to it would be bound to; empty if its document is not here, or it asks for what we do not know. */
    Optional<Wanted> wanted(FeatureModules feature) {
        Optional<Set<Privilege>> privileges = privileges(feature);
        Optional<byte[]> document = document(feature);
        if (privileges.isEmpty() || document.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Wanted(
                feature.name(),
                feature.version(),
                Digests.sha256(document.get()),
                privileges.get(),
                new HashSet<>(feature.models()),
                feature.sha256(),
                described(feature).map(Feature::author).orElse(Author.SILENT),
                AuthorsStatement.in(document.get()),
                Optional.empty()));
    }

    /** What people see of a question that waits: its plan, or what is here; empty if it is about something that is not here any more. */
    Optional<Wanted> seen(Asked asked) {
        return asked.plan().isPresent()
                ? asked.plan().map(Wanted::of)
                : find(asked.feature())
                        .flatMap(this::wanted)
                        .filter(now -> now.version().equals(asked.version())
                                && now.document().equals(asked.document()));
    }

    /** For people: as its document describes it, with the launcher's word on everything that counts. */
    Feature feature(FeatureModules feature) {
        Optional<Feature> described = described(feature);
        return new Feature(
                feature.name(),
                feature.version(),
                described.map(Feature::counter).orElse(1L),
                privileges(feature).orElse(EnumSet.noneOf(Privilege.class)),
                new HashSet<>(feature.models()),
                feature.sha256().size(),
                described.map(Feature::author).orElse(Author.SILENT));
    }

    private Optional<Feature> described(FeatureModules feature) {
        Features features = around.features();
        return features == null
                ? Optional.empty()
                : features.installed().stream()
                        .filter(one -> one.name().equals(feature.name())
                                && one.version().equals(feature.version()))
                        .findFirst();
    }

    /** Empty if one is not known. */
    static Optional<Set<Privilege>> privileges(FeatureModules feature) {
        Set<Privilege> privileges = EnumSet.noneOf(Privilege.class);
        for (String token : feature.privileges()) {
            Optional<Privilege> one = Privilege.of(token);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            privileges.add(one.get());
        }
        return Optional.of(privileges);
    }

    /** Its document, in the running generation or in the installation's release. */
    private Optional<byte[]> document(FeatureModules feature) {
        try {
            Path generations = home.resolve("generations");
            Optional<String> current = storage.read(generations.resolve("current"), 32)
                    .map(number -> new String(number, StandardCharsets.US_ASCII).strip())
                    .filter(number -> number.matches("[1-9][0-9]{0,8}"));
            if (current.isPresent()) {
                Optional<byte[]> installed = storage.read(
                        generations
                                .resolve(current.get())
                                .resolve("features")
                                .resolve(feature.name() + "-" + feature.version() + ".json"),
                        MOST);
                if (installed.isPresent()) {
                    return installed;
                }
            }
            return storage.read(installation.resolve("release").resolve(feature.name() + ".json"), MOST);
        } catch (IOException e) {
            LOG.warn("the document of {} cannot be read", feature.name(), e);
            return Optional.empty();
        }
    }
}
