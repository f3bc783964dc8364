package org.benchconnect.console;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.text.Texts;
import org.jspecify.annotations.Nullable;

/** A notice as the API writes it: its data, and what it says in one language. */
record NoticeView(
        long id,
        String source,
        String code,
        Kind kind,
        Severity severity,
        Notification.State state,
        long count,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant clearedAt,
        Map<String, Object> facts,
        String title,
        String detail,
        String remedy) {

    static NoticeView of(Notification notice, Texts texts) {
        String key = "code." + notice.condition().code();
        return new NoticeView(
                notice.id(),
                notice.source(),
                notice.condition().code(),
                notice.kind(),
                notice.severity(),
                notice.state(),
                notice.count(),
                notice.firstSeen(),
                notice.lastSeen(),
                notice.acknowledgedAt(),
                notice.clearedAt(),
                plain(notice.facts()),
                texts.get(key + ".title", notice.facts()),
                texts.get(key + ".detail", notice.facts()),
                texts.get(key + ".remedy", notice.facts()));
    }

    /** Facts as JSON writes them. */
    static Map<String, Object> plain(Facts facts) {
        Map<String, Object> plain = new LinkedHashMap<>();
        facts.forEach((name, fact) -> plain.put(name, fact.plain()));
        return plain;
    }
}
