package org.benchconnect.console;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.benchconnect.console.People.PersonView;
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
                new EntrySentence(event, people).text(),
                words.moment(entry.time()));
    }
}
