package org.benchconnect.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.instrument.InstrumentState;
import org.benchconnect.core.upgrade.Hindrance;
import org.jspecify.annotations.Nullable;

/**
 * Why nothing disruptive happens now, as the API writes it.
 *
 * @param adapter the instrument's adapter; null if it is about no single instrument
 * @param statement whether it helps if a person who looked says that the instrument is idle
 * @param text for people
 */
record HindranceView(Hindrance.Reason reason, @Nullable String adapter, boolean statement, String text) {
    /** What a person who looked can know better; that an instrument is seen to acquire is no matter of opinion. */
    private static final Set<Hindrance.Reason> NOBODY_KNOWS =
            Set.of(Hindrance.Reason.UNKNOWN, Hindrance.Reason.NO_ANSWER, Hindrance.Reason.NOT_WATCHED);

    static HindranceView of(Hindrance hindrance, @Nullable List<InstrumentState> instruments, OwnWords words) {
        Optional<String> adapter = hindrance.adapter().map(ForeignText::name);
        String key = "upgrade.waits." + hindrance.reason();
        String named = key + ".instrument";
        return new HindranceView(
                hindrance.reason(),
                adapter.orElse(null),
                NOBODY_KNOWS.contains(hindrance.reason()),
                adapter.isPresent() && words.has(named)
                        ? words.say(named, Map.of("instrument", label(adapter.get(), instruments)))
                        : words.say(key));
    }

    /** The model as people call it, as far as it is known. */
    private static String label(String adapter, @Nullable List<InstrumentState> instruments) {
        return (instruments == null ? List.<InstrumentState>of() : instruments)
                .stream()
                        .filter(one -> one.adapter().equals(adapter))
                        .flatMap(one -> Optional.ofNullable(one.model()).stream())
                        .map(ForeignText::name)
                        .findFirst()
                        .orElse(adapter);
    }
}
