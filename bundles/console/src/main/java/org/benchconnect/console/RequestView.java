package org.benchconnect.console;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.benchconnect.console.FeatureView.PrivilegeView;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.consent.ConsentRequest;
import org.benchconnect.core.consent.Paragraph;
import org.benchconnect.core.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * A request for a consent as the API writes it. Its paragraphs are passed on to the letter: they are what an answer is bound to.
 *
 * @param title how people call the feature
 * @param question the first paragraph that asks
 * @param roleText who must answer, in words
 * @param stateText whether it waits or was put off, in words
 * @param paragraphs the whole text; null in a list
 * @param textDigest the digest of the whole text, to be sent with the answer; null in a list
 * @param plan what would change; null in a list, and for a feature that is here already
 */
record RequestView(
        String id,
        String feature,
        String title,
        String version,
        String document,
        List<PrivilegeView> privileges,
        Role role,
        String roleText,
        String language,
        Instant asked,
        ConsentRequest.State state,
        String stateText,
        String question,
        @Nullable List<ParagraphView> paragraphs,
        @Nullable String textDigest,
        @Nullable FeaturePlanView plan) {

    /** A paragraph, to the letter. */
    record ParagraphView(Paragraph.Part part, String text) {}

    /** In short. */
    static RequestView listed(ConsentRequest request, OwnWords words) {
        return of(request, words, null, null, null);
    }

    /** With all that a person must see before answering. */
    static RequestView whole(ConsentRequest request, OwnWords words) {
        return of(
                request,
                words,
                request.text().stream()
                        .map(one -> new ParagraphView(one.part(), one.text()))
                        .toList(),
                request.textDigest(),
                request.plan().map(plan -> FeaturePlanView.of(plan, words)).orElse(null));
    }

    private static RequestView of(
            ConsentRequest request,
            OwnWords words,
            @Nullable List<ParagraphView> paragraphs,
            @Nullable String textDigest,
            @Nullable FeaturePlanView plan) {
        return new RequestView(
                request.id(),
                ForeignText.name(request.feature()),
                title(request, words),
                ForeignText.name(request.version()),
                request.document(),
                FeatureView.privileges(request.privileges().stream(), words),
                request.role(),
                words.say("request.role." + request.role()),
                tag(request.language()),
                request.asked(),
                request.state(),
                words.say("request.state." + request.state()),
                question(request),
                paragraphs,
                textDigest,
                plan);
    }

    private static String title(ConsentRequest request, OwnWords words) {
        return request.plan()
                .map(plan -> FeatureView.of(plan.feature(), words).title())
                .orElseGet(() -> FeatureView.title(request.feature(), words));
    }

    private static String question(ConsentRequest request) {
        return request.text().stream()
                .filter(one -> one.part() == Paragraph.Part.QUESTION)
                .map(Paragraph::text)
                .findFirst()
                .orElse("");
    }

    static String tag(Language language) {
        return language.name().toLowerCase(Locale.ROOT);
    }
}
