package org.benchconnect.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.instrument.Evidence;
import org.benchconnect.core.instrument.InstrumentState;
import org.benchconnect.core.link.Link;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.store.StoreHealth;
import org.benchconnect.core.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * How the agent is, as the API writes it: data, and what it says in one language.
 *
 * @param deviations how many settings and open windows are other than as shipped, of all parts together
 */
record StatusView(
        AgentView agent,
        @Nullable List<InstrumentView> instruments,
        @Nullable LinkView link,
        @Nullable StoreView store,
        List<PartView> parts,
        int deviations,
        List<AlertView> alerts) {

    record AgentView(@Nullable String id, @Nullable String generation, @Nullable Integer modules) {}

    record InstrumentView(
            String adapter,
            @Nullable String model,
            @Nullable String serial,
            Activity activity,
            List<Evidence> evidence,
            boolean watching,
            @Nullable Instant lastFile,
            String text,
            String evidenceText) {}

    record LinkView(Link.State state, Instant since, long waiting, Map<String, Object> facts, String text) {}

    record StoreView(StoreHealth health, Map<String, Object> facts, String text) {}

    record PartView(String subject, Map<String, Object> facts, String text) {}

    /** Something about the agent itself that a person should know, though no adapter says it. */
    record AlertView(Alert code, String title, String text) {}

    /** Why the agent cannot do all that it should. */
    enum Alert {
        STORE_DISK_FULL,
        STORE_UNAVAILABLE,
        STORE_SALVAGED,
        STORE_MISSING,
        NOTIFICATIONS_MISSING,
        INSTRUMENTS_MISSING,
        FOLDER_UNREACHABLE
    }

    static StatusView of(Snapshot now, Describer.Running running, Texts texts) {
        List<InstrumentState> instruments = now.instruments();
        Link.Status link = now.link();
        StoreHealth store = now.store();
        return new StatusView(
                new AgentView(now.agent(), running.generation(), running.modules()),
                instruments == null
                        ? null
                        : instruments.stream().map(one -> of(one, texts)).toList(),
                link == null ? null : OwnReports.link(link, now.parts(), texts),
                store == null ? null : OwnReports.store(store, now.parts(), texts),
                now.parts().stream()
                        .filter(part -> !(link != null && OwnReports.isOfLink(part)))
                        .filter(part -> !(store != null && OwnReports.isOfStore(part)))
                        .map(part -> of(part, texts))
                        .toList(),
                deviations(now.parts()),
                alerts(now).stream()
                        .map(alert -> new AlertView(
                                alert,
                                texts.get("console.alert." + alert + ".title"),
                                texts.get("console.alert." + alert + ".text")))
                        .toList());
    }

    private static InstrumentView of(InstrumentState state, Texts texts) {
        return new InstrumentView(
                state.adapter(),
                state.model(),
                state.serial() == null ? null : state.serial().toString(),
                state.activity(),
                state.evidence().stream().sorted().toList(),
                state.watching(),
                state.lastFile(),
                texts.get("console.activity." + state.activity()),
                evidence(state, texts));
    }

    /** By what the activity is known: a person who looks at the instrument can judge it. */
    private static String evidence(InstrumentState state, Texts texts) {
        if (state.evidence().isEmpty()) {
            return texts.get("console.evidence.none");
        }
        String how = state.evidence().stream()
                .sorted()
                .map(one -> texts.get("console.evidence." + one))
                .collect(Collectors.joining(", "));
        return texts.get("console.evidence").replace("{how}", how);
    }

    private static PartView of(Status part, Texts texts) {
        String subject = part.subject().toString();
        return new PartView(subject, NoticeView.plain(part.facts()), texts.get("status." + subject, part.facts()));
    }

    /** of all parts together, each of which says so by the fact {@code deviations}. */
    private static int deviations(List<Status> parts) {
        return parts.stream()
                .map(part -> NoticeView.plain(part.facts()).get("deviations"))
                .mapToInt(fact -> fact instanceof Number number ? number.intValue() : 0)
                .sum();
    }

    private static List<Alert> alerts(Snapshot now) {
        List<Alert> alerts = new ArrayList<>();
        StoreHealth store = now.store();
        if (store != null && store != StoreHealth.OK) {
            alerts.add(Alert.valueOf("STORE_" + store));
        }
        List<InstrumentState> instruments = now.instruments();
        if (instruments != null && instruments.stream().anyMatch(one -> !one.watching())) {
            alerts.add(Alert.FOLDER_UNREACHABLE);
        }
        if (now.started()) {
            alerts.addAll(missing(now));
        }
        return alerts;
    }

    private static List<Alert> missing(Snapshot now) {
        List<Alert> missing = new ArrayList<>();
        if (now.store() == null) {
            missing.add(Alert.STORE_MISSING);
        }
        if (!now.notifications()) {
            missing.add(Alert.NOTIFICATIONS_MISSING);
        }
        if (now.instruments() == null) {
            missing.add(Alert.INSTRUMENTS_MISSING);
        }
        return missing;
    }
}
