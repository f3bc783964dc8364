package org.benchconnect.upgrade.upgrader;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.benchconnect.upgrade.upgrader.HealthLook.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the running generation: what the component runtime and each module's own check say, asked on threads of their own that may hang, and what the virtual machine says of
 * threads and memory. A look waits no longer than its caller says; a question that is still open then is asked on at the next look. For one thread at a time.
 */
final class HealthProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A module's own check, in whatever way it is reached; the object tells one service from the next. */
    record Check(Object service, Supplier<Boolean> isWell) {}

    /**
     * What the component runtime and the launcher say.
     *
     * @param failed see {@link HealthLook}
     * @param unsatisfied see {@link HealthLook}
     */
    record Running(Set<String> failed, Set<String> unsatisfied, There there) {}

    private final Supplier<Running> components;
    private final Supplier<Map<String, Check>> checks;
    private final Asked<Running> runtime = new Asked<>("upgrade-components");
    private final Map<String, Asked<Boolean>> asked = new TreeMap<>();

    HealthProbe(Supplier<Running> components, Supplier<Map<String, Check>> checks) {
        this.components = components;
        this.checks = checks;
    }

    /** @param most for how long it waits for answers at the most, in real time */
    HealthLook look(Duration most) {
        long until = System.nanoTime() + most.toNanos();
        Map<String, Check> now = checks.get();
        asked.keySet().retainAll(now.keySet());
        ask(now);
        Map<String, Answer> answers = new TreeMap<>();
        asked.forEach((name, question) -> answers.put(
                name, question.answer(left(until)).map(HealthProbe::said).orElse(question.without())));
        Optional<Running> seen = runtime.answer(left(until));
        Answer answered = seen.isPresent() ? Answer.WELL : runtime.without();
        ask(now); // so that the next look finds an answer
        return new HealthLook(
                answered,
                seen.map(Running::failed).orElse(Set.of()),
                seen.map(Running::unsatisfied).orElse(Set.of()),
                answers,
                VirtualMachine.deadlocked(),
                VirtualMachine.heap(),
                seen.map(Running::there).orElse(There.UNKNOWN));
    }

    private void ask(Map<String, Check> now) {
        runtime.ask(this, components);
        now.forEach((name, check) -> asked.computeIfAbsent(name, one -> new Asked<>("upgrade-health"))
                .ask(check.service(), check.isWell()));
    }

    private static Duration left(long until) {
        return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
    }

    private static Answer said(boolean well) {
        return well ? Answer.WELL : Answer.UNWELL;
    }

    /** One that is asked again and again: an answer that comes between two looks counts at the second. */
    private static final class Asked<T> {
        private final Asking<T> asking;
        private Asking.@Nullable Question<T> open;

        Asked(String name) {
            this.asking = new Asking<>(name);
        }

        void ask(Object whom, Supplier<T> question) {
            if (open == null || !open.whom().equals(whom)) {
                open = asking.ask(whom, question);
            }
        }

        /** Empty if there is none yet, or an exception. */
        Optional<T> answer(Duration most) {
            Asking.Question<T> question = Objects.requireNonNull(open, "asked before");
            Optional<T> answer = question.within(most);
            if (question.answer().isDone()) {
                open = null;
            }
            return answer;
        }

        /** What it means that there is no answer. */
        Answer without() {
            if (open == null) {
                return Answer.UNWELL; // an exception
            }
            return open.open().compareTo(PATIENCE) >= 0 ? Answer.SILENT : Answer.ASKED;
        }
    }
}
