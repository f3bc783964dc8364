package org.benchconnect.console;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.benchconnect.console.People.PersonView;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log as the API writes it.
 *
 * @param by who did it; null if nobody here did, or nobody said a name
 * @param details as the ledger has them
 * @param text what happened, in a sentence with the names that are known
 * @param moment when, in words, by this PC's time zone
 */
record EntryView(
        long number,
        Instant time,
        EventKind kind,
        @Nullable PersonView by,
        Map<String, String> details,
        String text,
        String moment) {

    static EntryView of(Entry entry, People people) {
        Event event = entry.event();
        OwnWords words = people.words();
        PersonView by = event.by().map(people::person).orElse(null);
        Map<String, String> details = new LinkedHashMap<>();
        event.details().forEach((detail, value) -> details.put(detail.key(), value));
        return new EntryView(
                entry.number(),
                entry.time(),
                event.kind(),
                by,
                details,
                sentence(event, by, people),
                words.moment(entry.time()));
    }

    private static String sentence(Event event, @Nullable PersonView by, People people) {
        OwnWords words = people.words();
        String said = words.say("event." + event.kind(), values(event, people));
        return by == null ? said : said + " " + words.say("event.by", Map.of("name", by.text()));
    }

    /** What a sentence may speak of; a detail that an entry has not is said as something unnamed. */
    private static Map<String, String> values(Event event, People people) {
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
        if (role != null && isRole(role)) {
            values.put("role", words.say("role." + role));
        }
        String size = details.get(Detail.SIZE);
        if (size != null) {
            values.put("size", words.size(Long.parseLong(size)));
        }
        return values;
    }

    private static boolean isRole(String name) {
        for (Role role : Role.values()) {
            if (role.name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
