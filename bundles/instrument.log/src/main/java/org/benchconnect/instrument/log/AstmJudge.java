package org.benchconnect.instrument.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The conversation on a link to the laboratory information system, by the instrument's own archive of it, never by sitting in the link. Counts; coded comments go by a table. A
 * call without an answer counts only where the archive was seen to hold answers.
 */
final class AstmJudge implements Judge, AstmFrames.Sight {
    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final int UNANSWERED = 3;
    /** Each counts as much as the others: what is wrong on a link shows in all of them. */
    private static final List<String> COUNTED = List.of("REFUSED", "DAMAGED", "REPEATED");

    private final TableJudge comments;
    private final int warning;
    private final int fault;
    private List<Tally> tallies = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private boolean answers;
    private double calls;
    private double lastFrame = -1;
    private boolean noAnswer;
    private boolean answered;
    private @Nullable Severity trouble;
    private boolean commentRefused;

    /** More than so many within ten minutes are a warning or a fault. */
    AstmJudge(LogTable comments, int warning, int fault) {
        this.comments = new TableJudge(comments, LineTime.of("", java.time.ZoneOffset.UTC));
        this.warning = warning;
        this.fault = fault;
        load(Memory.blank());
    }

    @Override
    public void load(Memory memory) {
        comments.load(memory);
        List<Double> row = memory.row(LogRow.CONVERSATION);
        boolean known = row.size() == 5 + COUNTED.size() * Tally.NUMBERS;
        answers = known && row.get(0) != 0;
        calls = known ? row.get(1) : 0;
        lastFrame = known ? row.get(2) : -1;
        noAnswer = known && row.get(3) != 0;
        double severity = known ? row.get(4) : 0;
        trouble = severity == 2 ? Severity.FAULT : severity == 1 ? Severity.WARNING : null;
        tallies = COUNTED.stream().map(name -> new Tally(name, WITHIN)).toList();
        if (known) {
            tallies.forEach(tally -> tally.read(row.subList(5, row.size())));
        }
    }

    @Override
    public Memory keep(Memory memory) {
        List<Double> row = new ArrayList<>();
        row.add(answers ? 1.0 : 0.0);
        row.add(calls);
        row.add(lastFrame);
        row.add(noAnswer ? 1.0 : 0.0);
        row.add(trouble == Severity.FAULT ? 2.0 : trouble == Severity.WARNING ? 1.0 : 0.0);
        tallies.forEach(tally -> row.addAll(tally.row()));
        return comments.keep(memory).with(LogRow.CONVERSATION, row);
    }

    @Override
    public void begin(Instant found) {
        now = found;
        long latest = found.plus(LineTime.BEHIND).getEpochSecond();
        tallies.forEach(tally -> tally.notAfter(latest));
        answered = false;
        comments.begin(found);
    }

    /** Where a comment must wait for the next look, the line is read again then; its few counts count twice. */
    @Override
    public boolean take(Line line) {
        commentRefused = false;
        AstmFrames.read(line.text(), this);
        return !commentRefused;
    }

    @Override
    public void call() {
        calls = Math.min(calls + 1, 1e6);
        lastFrame = -1;
    }

    @Override
    public void answer() {
        answers = true;
        answered = true;
        calls = 0;
    }

    @Override
    public void refusal() {
        answer();
        tallies.get(0).count(now.getEpochSecond());
    }

    @Override
    public void frame(boolean intact, int identity) {
        if (!intact) {
            tallies.get(1).count(now.getEpochSecond());
        } else if (identity == lastFrame) {
            tallies.get(2).count(now.getEpochSecond());
        }
        lastFrame = identity;
    }

    @Override
    public void comment(String code) {
        commentRefused |= !comments.take(new Line(code, false));
    }

    @Override
    public void end(Findings findings) {
        comments.end(findings);
        long second = now.getEpochSecond();
        double all = 0;
        for (Tally tally : tallies) {
            all += tally.within(second);
        }
        Severity found = all >= fault ? Severity.FAULT : all >= warning ? Severity.WARNING : null;
        if (found != null && found != trouble && trouble != Severity.FAULT) {
            trouble = found;
            findings.found(AstmCode.LIS_TROUBLE, found, counters(second));
        } else if (trouble != null && all == 0) {
            trouble = null;
            findings.well(AstmCode.LIS_TROUBLE);
        }
        if (answers && !noAnswer && calls >= UNANSWERED) {
            noAnswer = true;
            findings.found(AstmCode.LIS_NO_ANSWER, Severity.FAULT, Facts.none().with(AstmFact.UNANSWERED_CALLS, calls));
        } else if (noAnswer && answered) {
            noAnswer = false;
            findings.well(AstmCode.LIS_NO_ANSWER);
        }
    }

    private Facts counters(long second) {
        return Facts.none()
                .with(AstmFact.REFUSED_FRAMES, tallies.get(0).within(second))
                .with(AstmFact.DAMAGED_FRAMES, tallies.get(1).within(second))
                .with(AstmFact.REPEATED_FRAMES, tallies.get(2).within(second));
    }

    @Override
    public Activity said() {
        return Activity.UNKNOWN;
    }
}
