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
        @Nullable Instant escalatedAt,
        @Nullable Instant seenByServiceAt,
        Map<String, Object> facts,
        String title,
        String detail,
        String remedy) {

    static NoticeView of(Notification notice, Texts texts) {
        NoticeWords words = NoticeWords.of(notice, texts);
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
                notice.escalatedAt(),
                notice.seenByServiceAt(),
                plain(notice.facts()),
                words.title(),
                words.detail(),
                words.remedy());
    }

    /** Facts as JSON writes them. */
    static Map<String, Object> plain(Facts facts) {
        Map<String, Object> plain = new LinkedHashMap<>();
        facts.forEach((name, fact) -> plain.put(name, fact.plain()));
        return plain;
    }
}
