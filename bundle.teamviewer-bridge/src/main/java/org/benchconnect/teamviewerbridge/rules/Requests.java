package org.benchconnect.teamviewerbridge.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the supporter asked for in this session.
 *
 * @param waiting what waits for an answer; one at a time
 * @param noes how often each sort was refused, by a person or by time
 * @param atOnce how many were refused without asking anybody
 */
public record Requests(Optional<Asked> waiting, Map<Ask.Sort, Integer> noes, int atOnce) {
    static final Requests NONE = new Requests(Optional.empty(), Map.of(), 0);

    /** Copies the map. */
    public Requests {
        noes = Map.copyOf(noes);
    }

    Requests asks(Asked asked) {
        return new Requests(Optional.of(asked), noes, atOnce);
    }

    Requests yes() {
        return new Requests(Optional.empty(), noes, atOnce);
    }

    /** What waits is refused. */
    Requests no() {
        Map<Ask.Sort, Integer> more = new HashMap<>(noes);
        waiting.ifPresent(asked -> more.merge(asked.ask().sort(), 1, Integer::sum));
        return new Requests(Optional.empty(), more, atOnce);
    }

    Requests refusedAtOnce() {
        return new Requests(waiting, noes, atOnce + 1);
    }

    /** Whether it may not be asked for again in this session. */
    boolean isRefusedForGood(Ask.Sort sort) {
        return noes.getOrDefault(sort, 0) >= Limits.NOES;
    }
}
