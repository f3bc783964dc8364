package org.benchconnect.instrument.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.signal.ConfiguredCode;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Lines by a table. One condition changes at most once in one look: a line that would change it back is left for the next, so that nothing that was so for a moment is
 * passed over in silence. A condition that comes and goes more than {@link #FLIPS} times within a minute is told as it stands at the end of a look: each of its changes would be
 * one of the database too, and hold up every line behind it.
 */
final class TableJudge implements Judge {
    /** So often a pattern may be given up. */
    private static final int STRIKES = 3;
    /** Changes of one condition within {@link #FLIPS_SECONDS} that are told one by one. */
    static final int FLIPS = 3;

    private static final long FLIPS_SECONDS = 60;
    /** What is so is told again at most so often. */
    private static final long AGAIN_SECONDS = 600;

    private final List<Watched> rules = new ArrayList<>();
    private final Map<String, Raise> raises = new HashMap<>();
    private final LineTime time;
    private final Set<Raise> changed = new HashSet<>();
    private final List<Integer> tooSlow = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private Activity said = Activity.UNKNOWN;
    /** Whether a rule that tells what the instrument does is switched off. */
    private boolean blind;

    /** A rule and its pattern. */
    private static final class Watched {
        final LogRule rule;
        final BoundedPattern pattern;
        int strikes;

        Watched(LogRule rule) {
            this.rule = rule;
            this.pattern = new BoundedPattern(rule.expression());
        }
    }

    /** A condition and how it stands. */
    private static final class Raise {
        final LogRule rule;
        final ConfiguredCode code;
        Tally tally;
        double sinceTold;
        boolean tell;
        int flips;
        long flipsSince;

        Raise(LogRule rule, ConfiguredCode code) {
            this.rule = rule;
            this.code = code;
            this.tally = new Tally(code.name(), rule.within());
        }
    }

    TableJudge(LogTable table, LineTime time) {
        this.time = time;
        for (LogRule rule : table.rules()) {
            rules.add(new Watched(rule));
            ConfiguredCode code = rule.code();
            if (rule.does() == LogRule.Does.RAISE && code != null) {
                raises.put(code.name(), new Raise(rule, code));
            }
        }
    }

    @Override
    public void load(Memory memory) {
        raises.values().forEach(raise -> {
            raise.tally = new Tally(raise.code.name(), raise.rule.within());
            raise.tally.read(memory.row(LogRow.TALLIES));
            raise.sinceTold = 0;
            raise.tell = false;
            raise.flips = 0;
        });
        List<Double> activity = memory.row(LogRow.ACTIVITY);
        double kept = activity.isEmpty() ? 0 : activity.get(0);
        said = blind || kept == 0 ? Activity.UNKNOWN : kept == 1 ? Activity.ACQUIRING : Activity.IDLE;
        changed.clear();
    }

    @Override
    public Memory keep(Memory memory) {
        List<Double> tallies = new ArrayList<>();
        raises.values().forEach(raise -> tallies.addAll(raise.tally.row()));
        double kept = said == Activity.ACQUIRING ? 1 : said == Activity.IDLE ? 2 : 0;
        return memory.with(LogRow.TALLIES, tallies).with(LogRow.ACTIVITY, List.of(kept));
    }

    @Override
    public void begin(Instant found) {
        now = found;
        long latest = found.plus(LineTime.BEHIND).getEpochSecond();
        raises.values().forEach(raise -> raise.tally.notAfter(latest));
    }

    @Override
    public boolean take(Line line) {
        List<LogRule> matched = null;
        for (Watched watched : rules) {
            if (matches(watched, line)) {
                matched = matched == null ? new ArrayList<>() : matched;
                matched.add(watched.rule);
            }
        }
        if (matched == null) {
            return true;
        } else if (matched.stream().anyMatch(this::wouldChangeBack)) {
            return false;
        }
        long second = time.of(line, now);
        matched.forEach(rule -> apply(rule, second));
        return true;
    }

    private boolean matches(Watched watched, Line line) {
        if (watched.strikes >= STRIKES) {
            return false;
        }
        try {
            return watched.pattern.find(line);
        } catch (BoundedPattern.TooSlow slow) {
            watched.strikes++;
            if (watched.rule.tellsActivity()) {
                // the line may have said that a run begins
                said = Activity.UNKNOWN;
                blind |= watched.strikes == STRIKES;
            }
            if (watched.strikes == STRIKES) {
                tooSlow.add(watched.rule.number());
            }
            return false;
        }
    }

    private @Nullable Raise raise(LogRule rule) {
        return rule.code() == null ? null : raises.get(rule.code().name());
    }

    private boolean wouldChangeBack(LogRule rule) {
        Raise raise = raise(rule);
        return raise != null
                && changed.contains(raise)
                && raise.flips < FLIPS
                && raise.tally.raised == (rule.does() == LogRule.Does.CLEAR);
    }

    private void changed(Raise raise) {
        long second = now.getEpochSecond();
        if (Math.abs(second - raise.flipsSince) >= FLIPS_SECONDS) {
            raise.flips = 0;
            raise.flipsSince = second;
        }
        raise.flips++;
        changed.add(raise);
    }

    private void apply(LogRule rule, long second) {
        Raise raise = raise(rule);
        if (raise == null) {
            said = blind ? Activity.UNKNOWN : rule.does() == LogRule.Does.BUSY ? Activity.ACQUIRING : Activity.IDLE;
        } else if (rule.does() == LogRule.Does.CLEAR) {
            over(raise);
        } else {
            raise.tally.count(second);
            raise.sinceTold++;
            if (!raise.tally.raised && enough(raise, second)) {
                raise.tally.raised = true;
                raise.tell = true;
                changed(raise);
            } else if (raise.tally.raised && now.getEpochSecond() - raise.tally.lastTold >= AGAIN_SECONDS) {
                raise.tell = true;
            }
        }
    }

    private static boolean enough(Raise raise, long second) {
        return raise.rule.count() == 1 || raise.tally.within(second) >= raise.rule.count();
    }

    private void over(Raise raise) {
        if (raise.tally.raised) {
            raise.tally.over();
            raise.tell = false;
            changed(raise);
        }
    }

    @Override
    public void end(Findings findings) {
        long second = now.getEpochSecond();
        for (Raise raise : raises.values()) {
            boolean quiet =
                    second - raise.tally.lastMatch >= raise.rule.clearsAfter().toSeconds();
            if (quiet && !changed.contains(raise)) {
                over(raise);
            }
            if (raise.tell) {
                findings.found(raise.code, raise.rule.severity(), facts(raise, second));
                raise.tally.lastTold = second;
                raise.sinceTold = 0;
                raise.tell = false;
            } else if (changed.contains(raise) && !raise.tally.raised) {
                findings.well(raise.code);
                raise.sinceTold = 0;
            }
        }
        changed.clear();
        if (!tooSlow.isEmpty()) {
            findings.found(
                    LogCode.LOG_RULE_TOO_SLOW, Severity.WARNING, Facts.none().with(LogFact.RULE, tooSlow.get(0)));
            tooSlow.clear();
        }
    }

    private static Facts facts(Raise raise, long second) {
        return raise.rule.count() == 1
                ? Facts.none().with(LogFact.MATCHES, raise.sinceTold)
                : Facts.none()
                        .with(LogFact.MATCHES, Math.max(raise.tally.within(second), raise.rule.count()))
                        .with(LogFact.WITHIN_MINUTES, raise.rule.within().toSeconds() / 60.0);
    }

    @Override
    public Activity said() {
        return said;
    }
}
