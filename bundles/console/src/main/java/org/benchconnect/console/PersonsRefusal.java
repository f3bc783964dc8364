package org.benchconnect.console;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.benchconnect.console.http.Refused.Reason;
import org.benchconnect.console.http.Reply;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.session.SessionRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Why something that a person asked for was not done, as the API writes it.
 *
 * @param error which kind
 * @param message for the developer of the caller
 * @param reason which rule
 * @param text for the person, complete: with how long to wait
 * @param textWithoutWait for whoever counts the seconds down beside it
 * @param remainingSeconds how long no PIN is taken; null if that is not the reason
 */
record PersonsRefusal(
        Reason error,
        String message,
        String reason,
        String text,
        String textWithoutWait,
        @Nullable Long remainingSeconds) {
    private static final int CONFLICT = 409;

    /** Names of features in a message. */
    private static final Pattern FEATURE = Pattern.compile("[a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+");

    static Reply.Whole of(AnswerRefusedException refused, OwnWords words) {
        String key = "answer." + refused.reason();
        String plain = words.say(key, Map.of("needs", titles(String.valueOf(refused.getMessage()), words)));
        return reply(Reason.ANSWER_REFUSED, key, plain, refused.remaining(), words);
    }

    private static String titles(String names, OwnWords words) {
        return FEATURE.matcher(names)
                .results()
                .map(one -> FeatureView.title(one.group(), words))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Somebody whose name is to be erased is on the list. */
    static Reply.Whole stillListed(OwnWords words) {
        String key = "account.STILL_LISTED";
        return reply(Reason.ACCOUNT_REFUSED, key, words.say(key), Duration.ZERO, words);
    }

    /** There is nothing of this name or number here; nothing was done. */
    static Reply.Whole notHere(String key, OwnWords words) {
        return Reply.json(
                404,
                Map.of(
                        "error",
                        Reason.NOT_FOUND,
                        "message",
                        "There is nothing of this name or number; nothing was done",
                        "text",
                        words.say(key)));
    }

    static Reply.Whole of(AccountRefusedException refused, OwnWords words) {
        String key = "account." + refused.reason();
        return reply(Reason.ACCOUNT_REFUSED, key, words.say(key), refused.remaining(), words);
    }

    static Reply.Whole of(SessionRefusedException refused, OwnWords words) {
        String key = "session.refused." + refused.reason();
        return reply(Reason.SESSION_REFUSED, "session." + refused.reason(), words.say(key), Duration.ZERO, words);
    }

    /** The audit log is there, and cannot be read. */
    static Reply.Whole unreadable(OwnWords words) {
        return notAvailable("audit.unreadable", words);
    }

    /** A part of the agent that would answer does not run. */
    static Reply.Whole notRunning(OwnWords words) {
        return notRunning("rights.notRunning", words);
    }

    /** The same, said in words of its own. */
    static Reply.Whole notRunning(String key, OwnWords words) {
        return notAvailable("The part of the agent that would answer is not running", key, words);
    }

    /** A part of the agent runs and cannot do it now. */
    static Reply.Whole notAvailable(String key, OwnWords words) {
        return notAvailable("This cannot be done now: see text", key, words);
    }

    private static Reply.Whole notAvailable(String message, String key, OwnWords words) {
        return Reply.json(503, Map.of("error", Reason.NOT_AVAILABLE, "message", message, "text", words.say(key)));
    }

    private static Reply.Whole reply(Reason error, String key, String plain, Duration remaining, OwnWords words) {
        long seconds = remaining.plusMillis(999).toSeconds();
        boolean wait = seconds > 0;
        String text = wait ? plain + " " + words.say("rights.wait", Map.of("time", words.duration(seconds))) : plain;
        return Reply.json(
                CONFLICT,
                new PersonsRefusal(
                        error,
                        "Refused: see reason and text",
                        key.substring(key.indexOf('.') + 1),
                        text,
                        plain,
                        wait ? seconds : null));
    }
}
