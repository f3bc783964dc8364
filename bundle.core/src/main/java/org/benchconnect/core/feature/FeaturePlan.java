package org.benchconnect.core.feature;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.text.Language;

/**
 * What the installation of a verified feature would do here. To hold one is the proof that document, signer and every
 * module's bytes were verified; it is no permission.
 *
 * @param document the SHA-256 of the feature document, 64 hexadecimal digits: the identity of all that is said here
 * @param feature what would be installed
 * @param modules all modules of the feature, those that run already too, in the order of the document
 * @param changes what happens to modules, unchanged ones left out; empty if exactly this runs already
 * @param stops symbolic names of modules that stop for a while, although they themselves do not change
 * @param needs names of features that are here and not allowed, without which this one cannot run
 * @param asked privileges that it asks for and the running version of it does not have
 * @param signer who vouches for it
 * @param pluginVendor the name of the delegated role that brings it, another maker's; empty if the vendor of this installation
 *     itself does
 * @param tolerated what is past its date and came in by the offline window alone; mostly empty
 * @param statement the author's own words, in the language that was asked for or else English; shown as the author's
 * @param statements the same in every language in which the author wrote it
 * @param bytes how much would be copied, in bytes
 * @param outcome what comes next
 */
public record FeaturePlan(
        String document,
        Feature feature,
        List<ModuleDigest> modules,
        List<ModuleChange> changes,
        List<String> stops,
        List<String> needs,
        Set<Privilege> asked,
        FeatureSigner signer,
        Optional<String> pluginVendor,
        List<Tolerated> tolerated,
        String statement,
        Map<Language, String> statements,
        long bytes,
        Outcome outcome) {
    /** With the statement in the one language only. */
    public FeaturePlan(
            String document,
            Feature feature,
            List<ModuleDigest> modules,
            List<ModuleChange> changes,
            List<String> stops,
            List<String> needs,
            Set<Privilege> asked,
            FeatureSigner signer,
            Optional<String> pluginVendor,
            List<Tolerated> tolerated,
            String statement,
            long bytes,
            Outcome outcome) {
        this(
                document,
                feature,
                modules,
                changes,
                stops,
                needs,
                asked,
                signer,
                pluginVendor,
                tolerated,
                statement,
                Map.of(),
                bytes,
                outcome);
    }

    /** Copies the collections. */
    public FeaturePlan {
        modules = List.copyOf(modules);
        changes = List.copyOf(changes);
        stops = List.copyOf(stops);
        needs = List.copyOf(needs);
        asked = Set.copyOf(asked);
        tolerated = List.copyOf(tolerated);
        statements = Map.copyOf(statements);
    }

    /** What comes after the plan. */
    public enum Outcome {
        /** Nothing happens until a person here allows it. */
        NEEDS_CONSENT,
        /** Exactly this runs already. */
        NOTHING_TO_DO
    }
}
