package org.benchconnect.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.benchconnect.console.http.Refused.Reason;
import org.benchconnect.console.http.Reply;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;

/** Verifies features, one at a time, each as long as it takes up to a limit, and says why one is refused. */
final class FeatureWork {
    /** How long it may take: a slow stick or line has this time, and nobody waits without end. */
    static final Duration LONGEST = Duration.ofMinutes(30);
    /** After it, to say so. */
    private static final Duration TO_SAY_SO = Duration.ofSeconds(30);

    private static final int MAX_CHOICES = 20;
    /** What the rule says of a release that transfers files and names no instrument: another one is needed, not another PC. */
    private static final String FOR_NO_INSTRUMENT = "is released for no instrument";

    private final OneAtATime checks;
    private final Duration longest;

    FeatureWork(OneAtATime checks) {
        this(checks, LONGEST);
    }

    FeatureWork(OneAtATime checks, Duration longest) {
        this.checks = checks;
        this.longest = longest;
    }

    /** Begins it and says what it comes to, or that other such work is not done yet. */
    <T> Reply begin(Callable<T> work, Function<T, Reply.Whole> say, OwnWords words) {
        Optional<Future<T>> begun = checks.begin(work);
        return begun.<Reply>map(done -> new Reply.Slow(longest.plus(TO_SAY_SO), () -> await(done, say, words)))
                .orElseGet(() -> busy(words));
    }

    private <T> Reply.Whole await(Future<T> done, Function<T, Reply.Whole> say, OwnWords words)
            throws InterruptedException {
        try {
            return say.apply(done.get(longest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            done.cancel(true);
            return refusal(
                    new FeatureRefusedException(
                            RefusedFor.TOO_SLOW, "Not done after " + longest.toMinutes() + " minutes"),
                    words);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FeatureRefusedException refused) {
                return refusal(refused, words);
            }
            throw new IllegalStateException("a feature could not be planned", e.getCause());
        }
    }

    /** Why, for people and for programs. */
    static Reply.Whole refusal(FeatureRefusedException refused, OwnWords words) {
        RefusedFor reason = refused.reason();
        List<String> choices = refused.choices().stream()
                .limit(MAX_CHOICES)
                .map(ForeignText::name)
                .toList();
        String form = "refused." + reason + (choices.isEmpty() ? "" : ".choices");
        if (reason == RefusedFor.MODEL && String.valueOf(refused.getMessage()).contains(FOR_NO_INSTRUMENT)) {
            form = "refused.MODEL.none";
        }
        Map<String, String> values = Map.of("choices", String.join(", ", choices), "now", words.moment(Instant.now()));
        return refusal(refused, words.say(form, values), choices, words);
    }

    /** The same with a sentence of its own. */
    static Reply.Whole refusal(FeatureRefusedException refused, String text, OwnWords words) {
        return refusal(refused, text, List.of(), words);
    }

    private static Reply.Whole refusal(
            FeatureRefusedException refused, String text, List<String> choices, OwnWords words) {
        return Reply.json(
                422,
                new FeatureRefusalView(
                        Reason.FEATURE_REFUSED,
                        "This feature is refused: see reason, text and detail",
                        refused.reason(),
                        text + " " + words.say("feature.unchanged"),
                        ForeignText.detail(String.valueOf(refused.getMessage())),
                        choices));
    }

    private static Reply.Whole busy(OwnWords words) {
        return Reply.json(
                429,
                new BusyView(
                        Reason.TOO_MANY,
                        "Another feature is being verified; one at a time",
                        words.say("feature.busy")));
    }

    private record BusyView(Reason error, String message, String text) {}

    private record FeatureRefusalView(
            Reason error, String message, RefusedFor reason, String text, String detail, List<String> choices) {}
}
