package org.benchconnect.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.LongFunction;
import org.benchconnect.link.Backoff.Loss;
import org.benchconnect.link.Backoff.Spans;

/** A fleet that comes back, with the link's own {@link Backoff} for each agent and a modelled server; time is counted in milliseconds from the loss of the connections. */
final class Storm {
    /** As shipped. */
    private static final Spans SPANS =
            new Spans(Duration.ofSeconds(30), Duration.ofSeconds(600), Duration.ofSeconds(1800));
    /** A modelled attempt that is not answered ends so late. */
    private static final long TIMEOUT = 30_000;

    private final List<Backoff> fleet = new ArrayList<>();
    private final PriorityQueue<Attempt> attempts = new PriorityQueue<>();
    private final Map<Long, Integer> inSecond = new HashMap<>();
    private long total;
    private long lastBack;
    private int back;

    /** What the server does with an attempt. */
    enum Answer {
        /** Connected, and a publish was acknowledged. */
        SERVED,
        /** No answer. */
        SILENT,
        /** Refused, or closed without an acknowledgement. */
        CLOSED
    }

    /**
     * An attempt to be.
     *
     * @param at when
     * @param agent whose
     */
    private record Attempt(long at, int agent) implements Comparable<Attempt> {
        @Override
        public int compareTo(Attempt other) {
            return Long.compare(at, other.at);
        }
    }

    /** A fleet that was connected and served. */
    Storm(int agents, Random random) {
        for (int agent = 0; agent < agents; agent++) {
            Backoff backoff = new Backoff(SPANS, new Random(random.nextLong()));
            backoff.next();
            backoff.acknowledged();
            fleet.add(backoff);
        }
    }

    /**
     * All lose their connection.
     *
     * @param noticed when each agent sees it
     */
    Storm lose(Loss loss, LongFunction<Long> noticed) {
        for (int agent = 0; agent < fleet.size(); agent++) {
            fleet.get(agent).lost(loss);
            attempts.add(new Attempt(noticed.apply(agent) + wait(agent), agent));
        }
        return this;
    }

    /** Runs until all are served or the time is over. */
    Storm run(Duration atMost, LongFunction<Answer> server) {
        while (!attempts.isEmpty() && attempts.element().at() < atMost.toMillis()) {
            Attempt attempt = attempts.remove();
            total++;
            inSecond.merge(attempt.at() / 1000, 1, Integer::sum);
            Answer answer = server.apply(attempt.at());
            if (answer == Answer.SERVED) {
                back++;
                lastBack = attempt.at();
                continue;
            }
            fleet.get(attempt.agent()).lost(answer == Answer.SILENT ? Loss.ISOLATED : Loss.SERVER_SIDE);
            long ended = attempt.at() + (answer == Answer.SILENT ? TIMEOUT : 0);
            attempts.add(new Attempt(ended + wait(attempt.agent()), attempt.agent()));
        }
        return this;
    }

    private long wait(int agent) {
        return fleet.get(agent).next().toMillis();
    }

    /** The most attempts within one second. */
    int most() {
        return inSecond.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** How many attempts the server had in this second so far. */
    int inSecondOf(long at) {
        return inSecond.getOrDefault(at / 1000, 0);
    }

    long total() {
        return total;
    }

    /** How many are served. */
    int back() {
        return back;
    }

    Duration lastBack() {
        return Duration.ofMillis(lastBack);
    }
}
