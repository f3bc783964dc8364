package org.benchconnect.consent.grant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.consent.grant.Digests.Listed;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.feature.Author;
import org.benchconnect.core.feature.Feature;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.text.Language;

/**
 * What a consent would be bound to.
 *
 * @param feature its name
 * @param version its version
 * @param document the SHA-256 of its document
 * @param privileges what it would be allowed
 * @param models for which it is released; empty if it has nothing to do with instruments
 * @param modules every module of it, by content, in order
 * @param author what the author says about it
 * @param statements the author's statement in the languages in which it was written; shown as the author's
 * @param plan what would change; empty if its modules are here already
 */
record Wanted(
        String feature,
        String version,
        String document,
        Set<Privilege> privileges,
        Set<String> models,
        List<String> modules,
        Author author,
        Map<Language, String> statements,
        Optional<FeaturePlan> plan) {
    Wanted {
        privileges = Set.copyOf(privileges);
        models = Set.copyOf(models);
        modules = List.copyOf(modules);
        statements = Map.copyOf(statements);
    }

    /** By a verified plan. */
    static Wanted of(FeaturePlan plan) {
        Feature feature = plan.feature();
        return new Wanted(
                feature.name(),
                feature.version(),
                plan.document(),
                feature.privileges(),
                feature.models(),
                plan.modules().stream().map(module -> module.sha256()).toList(),
                feature.author(),
                plan.statements(),
                Optional.of(plan));
    }

    /** The author's statement in a language, or else in English, or else as it was read; may be empty. */
    String statement(Language language) {
        String english = statements.getOrDefault(
                Language.EN, plan.map(FeaturePlan::statement).orElse(""));
        return statements.getOrDefault(language, english);
    }

    /** Who must answer: privileges are an administrator's (the consent gate). */
    Role role() {
        return privileges.isEmpty() ? Role.LABORATORY_USER : Role.LABORATORY_ADMINISTRATOR;
    }

    /** The SHA-256 of the list of its modules. */
    String modulesDigest() {
        return new Listed(modules).digest();
    }
}
