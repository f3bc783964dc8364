package org.benchconnect.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;

/**
 * What an entry of the audit log says in words: what happened, why, and who did it. A token that there are no words for is left to the details.
 *
 * @param event what was recorded
 * @param people the names that are known
 */
record EntrySentence(Event event, People people) {
    private static final String SENTENCE_END = ". ";

    String text() {
        OwnWords words = people.words();
        String said = words.say(key(), values()) + why();
        return event.by().isEmpty() || isFirst()
                ? said
                : said + " "
                        + words.say(
                                "event.by",
                                Map.of(
                                        "name",
                                        people.person(event.by().orElseThrow()).text()));
    }

    /** The most exact sentence that there is: for this reason, for nobody being named, or for the kind alone. */
    private String key() {
        String kind = "event." + event.kind();
        String exact = kind + "." + reason();
        if (isFirst()) {
            return kind + ".first";
        }
        if (event.kind() == EventKind.PIN_WRONG && !event.details().containsKey(Detail.ACCOUNT)) {
            return kind + ".somebody";
        }
        return people.words().has(exact) ? exact : kind;
    }

    /** Only the first administrator enters himself or herself. */
    private boolean isFirst() {
        return event.kind() == EventKind.ACCOUNT_ADDED
                && event.by()
                        .filter(by -> by.value().equals(event.details().get(Detail.ACCOUNT)))
                        .isPresent();
    }

    private String reason() {
        return event.details().getOrDefault(Detail.REASON, "");
    }

    /** The first sentence of what the person was told: what to do stands behind it, and is over. */
    private String why() {
        OwnWords words = people.words();
        String own = "event.why." + reason();
        if (words.has(own)) {
            return " " + words.say(own);
        }
        return told().map(kind -> kind + "." + reason())
                .filter(words::has)
                .findFirst()
                .map(key -> " " + first(words.say(key)))
                .orElse("");
    }

    private Stream<String> told() {
        return switch (event.kind()) {
            case ANSWER_REFUSED, LEASE_REFUSED -> Stream.of("answer");
            case INSTALLATION_REFUSED -> Stream.of("refused");
            case FEATURE_FAILED -> Stream.of("answer", "refused");
            case UPGRADE_WENT_BACK -> Stream.of("upgrade.reason");
            default -> Stream.empty();
        };
    }

    private static String first(String text) {
        int end = text.indexOf(SENTENCE_END);
        return end < 0 ? text : text.substring(0, end + 1);
    }

    /** What a sentence may speak of; a detail that an entry has not is said as something unnamed. */
    private Map<String, String> values() {
        OwnWords words = people.words();
        Map<Detail, String> details = event.details();
        Map<String, String> values = new LinkedHashMap<>();
        details.forEach((detail, value) -> values.put(detail.key(), value));
        String feature = details.get(Detail.FEATURE);
        values.put("feature", feature == null ? words.say("event.someFeature") : FeatureView.title(feature, words));
        String account = details.get(Detail.ACCOUNT);
        values.put(
                "account",
                account == null
                        ? words.say("event.somebody")
                        : people.person(new AccountId(account)).text());
        String role = details.get(Detail.ROLE);
        if (Stream.of(Role.values()).anyMatch(one -> one.name().equals(role))) {
            values.put("role", words.say("role." + role));
        }
        String size = details.get(Detail.SIZE);
        if (size != null) {
            values.put("size", words.size(Long.parseLong(size)));
        }
        return values;
    }
}
