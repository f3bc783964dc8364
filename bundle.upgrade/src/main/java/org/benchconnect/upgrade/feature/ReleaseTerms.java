package org.benchconnect.upgrade.feature;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.signal.SoftwareVersion;
import org.benchconnect.core.text.Language;

/**
 * On which terms a feature is released: the document's extension {@value #EXTENSION}.
 *
 * @param counter the release counter, from 1: a lower one is never installed over a higher one of the same feature
 * @param floor the security floor, 0 to the counter: once a PC has verified it, no release of this feature below is accepted
 * @param ring how many of a hundred PCs may have it, 0 to 100; see {@link Ring}
 * @param privileges what it asks a person for
 * @param models the instrument models that it is released for, names of constants such as {@code NAVIOS_EX}; empty if it has
 *     nothing to do with instruments
 * @param statement the author's own words on what it does and changes, in English at least
 * @param platform the least version of the installer's part (launcher, framework, Java) that it runs on, three numbers; empty if
 *     any will do
 */
public record ReleaseTerms(
        long counter,
        long floor,
        int ring,
        Set<Privilege> privileges,
        Set<String> models,
        Map<Language, String> statement,
        Optional<SoftwareVersion> platform) {
    /** The extension's name in the document. */
    public static final String EXTENSION = "org.benchconnect.release";
    /** The highest counter, 2^53 - 1: what every JSON reader reads exactly. */
    public static final long MAX_COUNTER = (1L << 53) - 1;
    /** The most models. */
    public static final int MAX_MODELS = 100;
    /** The longest statement in one language, in characters. */
    public static final int MAX_STATEMENT = 4000;

    private static final Pattern MODEL = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    /** For any platform. */
    public ReleaseTerms(
            long counter,
            long floor,
            int ring,
            Set<Privilege> privileges,
            Set<String> models,
            Map<Language, String> statement) {
        this(counter, floor, ring, privileges, models, statement, Optional.empty());
    }

    /**
     * Checks each term.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public ReleaseTerms {
        privileges = Set.copyOf(privileges);
        models = Set.copyOf(models);
        statement = Map.copyOf(statement);
        if (counter < 1 || counter > MAX_COUNTER) {
            throw new IllegalArgumentException("a counter is 1 to " + MAX_COUNTER);
        }
        if (floor < 0 || floor > counter) {
            throw new IllegalArgumentException("a floor is 0 to the counter");
        }
        if (ring < 0 || ring > Ring.SIZE) {
            throw new IllegalArgumentException("a ring is 0 to " + Ring.SIZE);
        }
        if (models.size() > MAX_MODELS || !models.stream().allMatch(MODEL.asMatchPredicate())) {
            throw new IllegalArgumentException("models are at most " + MAX_MODELS + " names such as NAVIOS_EX");
        }
        if (!statement.containsKey(Language.EN)) {
            throw new IllegalArgumentException("a statement is in English at least");
        }
        statement.values().forEach(text -> PlainText.check(text, MAX_STATEMENT));
        if (platform.filter(version -> version.numbers().size() != 3).isPresent()) {
            throw new IllegalArgumentException("a platform's version has three numbers, such as 0.2.0");
        }
    }

    /** What the privileges are called, sorted. */
    public List<String> privilegeTokens() {
        return privileges.stream().map(Privilege::token).sorted().toList();
    }

    /** The author's words in a language, or else in English. */
    public String statement(Language language) {
        return Objects.requireNonNull(statement.getOrDefault(language, statement.get(Language.EN)));
    }
}
