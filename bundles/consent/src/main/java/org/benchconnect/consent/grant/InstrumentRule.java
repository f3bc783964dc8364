package org.benchconnect.consent.grant;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.instrument.InstrumentState;
import org.jspecify.annotations.Nullable;

/**
 * What the instruments of this PC mean for a consent. Pure.
 *
 * @param labels of the models that are known, such as {@code Navios EX}, sorted
 * @param unknown whether there is none, or one that has not told its model: it counts as one with patient data
 */
record InstrumentRule(List<String> labels, boolean unknown) {
    InstrumentRule {
        labels = List.copyOf(labels);
    }

    /** Of what is watched now. */
    static InstrumentRule of(Collection<InstrumentState> watched) {
        List<String> labels = watched.stream()
                .map(InstrumentState::model)
                .flatMap(model -> Optional.<@Nullable String>ofNullable(model).stream())
                .map(String::valueOf)
                .filter(label -> !label.isBlank())
                .distinct()
                .sorted()
                .toList();
        return new InstrumentRule(
                labels,
                labels.isEmpty()
                        || watched.stream().anyMatch(one -> Optional.ofNullable(one.model())
                                .isEmpty()));
    }

    /**
     * Whether a feature with these privileges may run here. What transfers files may only where every instrument is known and named.
     *
     * @param models for which it is released; empty if it has nothing to do with instruments
     */
    boolean releases(Set<Privilege> privileges, Set<String> models) {
        if (privileges.contains(Privilege.TRANSFER_FILES)) {
            return !unknown
                    && labels.stream().allMatch(label -> named(label, models).isPresent());
        }
        return models.isEmpty()
                || labels.stream().anyMatch(label -> named(label, models).isPresent());
    }

    /** The instrument of a consent, as the feature's document writes it; empty if none is known. */
    Optional<String> model(Set<String> models) {
        Optional<String> released =
                labels.stream().flatMap(label -> named(label, models).stream()).findFirst();
        return released.isPresent()
                ? released
                : labels.stream().map(InstrumentRule::token).findFirst();
    }

    /** Whether the instrument of a consent is still here. Where none is known now, it may be. */
    boolean has(Consent consent) {
        return consent.model().isEmpty()
                || labels.isEmpty()
                || labels.stream().anyMatch(label -> bare(label)
                        .equals(bare(consent.model().get())));
    }

    private static Optional<String> named(String label, Set<String> models) {
        return models.stream()
                .filter(model -> bare(model).equals(bare(label)))
                .sorted()
                .findFirst();
    }

    /** {@code Navios EX} as {@code NAVIOS_EX}. */
    private static String token(String label) {
        String token =
                label.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_").replaceAll("^[^A-Z]+|_+$", "");
        return token.isEmpty() ? "INSTRUMENT" : token.substring(0, Math.min(token.length(), 40));
    }

    /** A model's constant and its label, without what they write differently. */
    private static String bare(String model) {
        return model.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
