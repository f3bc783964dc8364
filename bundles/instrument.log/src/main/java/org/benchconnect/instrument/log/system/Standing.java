package org.benchconnect.instrument.log.system;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.Signal;
import org.jspecify.annotations.Nullable;

/** What is so and what is well, told when it changes, again and again until it is durable. Used by one thread. */
final class Standing {
    /** What is well has no severity. */
    private static final String WELL = "";

    private final Map<SystemCode, @Nullable Severity> wanted = new EnumMap<>(SystemCode.class);
    private final Map<SystemCode, Facts> facts = new EnumMap<>(SystemCode.class);
    private final Map<SystemCode, String> told = new ConcurrentHashMap<>();
    private @Nullable CompletableFuture<Void> telling;

    /** This is so. */
    void so(SystemCode code, Severity severity, Facts with) {
        wanted.put(code, severity);
        facts.put(code, with);
    }

    /** This is well. */
    void well(SystemCode code) {
        wanted.put(code, null);
    }

    /** Tells what is not told yet. Never blocks. */
    void tell(@Nullable Notifications notifications, String source) {
        if (notifications == null || telling != null && !telling.isDone()) {
            return;
        }
        Map<SystemCode, String> news = new EnumMap<>(SystemCode.class);
        List<Signal> signals = new ArrayList<>();
        Set<Condition> healthy = new HashSet<>();
        wanted.forEach((code, severity) -> {
            String state = severity == null ? WELL : severity.name();
            if (!state.equals(told.get(code))) {
                news.put(code, state);
                if (severity == null) {
                    healthy.add(Condition.of(code, Facts.none()));
                } else {
                    signals.add(new Signal(code, severity, facts.getOrDefault(code, Facts.none())));
                }
            }
        });
        if (!news.isEmpty()) {
            try {
                telling = notifications.report(source, signals, healthy).thenRun(() -> told.putAll(news));
            } catch (RuntimeException leaving) {
                telling = null;
            }
        }
    }
}
