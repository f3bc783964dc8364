package org.benchconnect.instrument.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which lines mean what, made once from the settings. What is no rule is left out and told of ({@link LogCode#LOG_RULES_INVALID}); the others count. Immutable.
 *
 * <p>A rule is a line of text, see the class of the rules: {@code LINK_LOST fault instrument 3 in 10m clears after 1h: connection .* lost}.
 */
public final class LogTable {
    /** More rules are not used. */
    public static final int MOST_RULES = 100;

    private final List<LogRule> rules;
    private final List<Integer> invalid;

    private LogTable(List<LogRule> rules, List<Integer> invalid) {
        this.rules = List.copyOf(rules);
        this.invalid = List.copyOf(invalid);
    }

    /** The rules of the settings; two that raise one code, or a rule that clears what none raises, are none. */
    public static LogTable of(List<String> texts) {
        List<LogRule> rules = new ArrayList<>();
        List<Integer> invalid = new ArrayList<>();
        Map<String, Integer> raised = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            Optional<LogRule> rule = i < MOST_RULES ? LogRule.parse(i + 1, texts.get(i)) : Optional.empty();
            boolean twice = rule.filter(each -> each.does() == LogRule.Does.RAISE)
                    .map(each -> raised.put(name(each), each.number()))
                    .isPresent();
            if (rule.isEmpty() || twice) {
                invalid.add(i + 1);
            } else {
                rules.add(rule.get());
            }
        }
        rules.stream()
                .filter(rule -> rule.does() == LogRule.Does.CLEAR && !raised.containsKey(name(rule)))
                .map(LogRule::number)
                .forEach(invalid::add);
        rules.removeIf(rule -> invalid.contains(rule.number()));
        return new LogTable(rules, invalid.stream().sorted().toList());
    }

    private static String name(LogRule rule) {
        return rule.code() == null ? "" : rule.code().name();
    }

    /** Without the rules of codes that the watch itself tells: no line of a log may raise or clear those. */
    LogTable without(Set<String> taken) {
        List<LogRule> kept =
                rules.stream().filter(rule -> !taken.contains(name(rule))).toList();
        List<Integer> refused = rules.stream()
                .filter(rule -> taken.contains(name(rule)))
                .map(LogRule::number)
                .toList();
        return new LogTable(
                kept, Stream.concat(invalid.stream(), refused.stream()).sorted().toList());
    }

    List<LogRule> rules() {
        return rules;
    }

    /** The places of what is no rule, from 1, in order. */
    public List<Integer> invalid() {
        return invalid;
    }

    /** Whether there is no rule. */
    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /** Whether lines say what the instrument does: there is a rule for busy and one for idle. */
    public boolean tellsActivity() {
        Set<LogRule.Does> does = rules.stream().map(LogRule::does).collect(Collectors.toCollection(HashSet::new));
        return does.contains(LogRule.Does.BUSY) && does.contains(LogRule.Does.IDLE);
    }

    /** The codes that its rules raise. */
    public Set<String> codes() {
        return rules.stream()
                .filter(rule -> rule.does() == LogRule.Does.RAISE)
                .map(LogTable::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
