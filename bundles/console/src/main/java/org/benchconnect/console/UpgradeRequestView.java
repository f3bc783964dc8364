package org.benchconnect.console;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.benchconnect.console.RequestView.ParagraphView;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.upgrade.UpgradeRequest;
import org.jspecify.annotations.Nullable;

/**
 * The question about an upgrade as the API writes it. Its paragraphs are passed on to the letter: they are what an answer is bound to.
 *
 * @param plan the identity of what would change
 * @param roleText who must answer, in words
 * @param asksAgain names of features that will not run afterwards until a person allows them
 * @param asksAgainText the same in a sentence; null if there is none
 */
record UpgradeRequestView(
        String plan,
        Role role,
        String roleText,
        String language,
        List<ParagraphView> paragraphs,
        String textDigest,
        List<String> asksAgain,
        @Nullable String asksAgainText) {
    static UpgradeRequestView of(UpgradeRequest request, OwnWords words) {
        String again = request.asksAgain().stream()
                .map(one -> FeatureView.title(one, words))
                .collect(Collectors.joining(", "));
        return new UpgradeRequestView(
                request.plan().id(),
                request.role(),
                words.say("request.role." + request.role()),
                RequestView.tag(request.language()),
                request.text().stream()
                        .map(one -> new ParagraphView(one.part(), one.text()))
                        .toList(),
                request.textDigest(),
                request.asksAgain().stream().map(ForeignText::name).toList(),
                again.isEmpty() ? null : words.say("upgrade.asksAgain", Map.of("features", again)));
    }
}
