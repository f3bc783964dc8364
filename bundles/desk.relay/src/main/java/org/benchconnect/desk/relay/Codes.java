package org.benchconnect.desk.relay;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * Who waits under which code. A code joins once, ever: from then on it is as if there were none, and nobody can wait under it again until it is as old as
 * any code may get. Pure: its time is given to it. Safe for any thread.
 *
 * @param <E> what waits
 */
final class Codes<E> {
    /** More used codes than so many at a time are somebody's attempt to fill the memory. */
    static final int MOST_USED = 200_000;

    private record Used(String code, long until) {}

    private final long remembered;
    private final Map<String, E> waiting = new HashMap<>();
    private final Map<String, E> joined = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Queue<Used> order = new ArrayDeque<>();

    /** Remembers a used code for so many nanoseconds. */
    Codes(long remembered) {
        this.remembered = remembered;
    }

    /** False if somebody waits under it or did until somebody joined. */
    synchronized boolean await(String code, E who, long now) {
        forgetUntil(now);
        return !used.contains(code) && waiting.putIfAbsent(code, who) == null;
    }

    /** Takes whoever waits under it, once. */
    synchronized Optional<E> join(String code, long now) {
        forgetUntil(now);
        if (used.size() >= MOST_USED) {
            return Optional.empty();
        }
        Optional<E> found = Optional.ofNullable(waiting.remove(code));
        if (found.isPresent()) {
            joined.put(code, found.get());
            used.add(code);
            order.add(new Used(code, now + remembered));
        }
        return found;
    }

    /** Who waited under a code that somebody has joined, until it leaves. */
    synchronized Optional<E> joined(String code) {
        return Optional.ofNullable(joined.get(code));
    }

    /** It waits no longer, and what it came by is forgotten; nothing happens if it does not wait. */
    synchronized void leave(String code, E who) {
        waiting.remove(code, who);
        joined.remove(code, who);
    }

    /** How many wait. */
    synchronized int waiting() {
        return waiting.size();
    }

    private void forgetUntil(long now) {
        for (Used first = order.peek(); first != null && first.until - now <= 0; first = order.peek()) {
            used.remove(first.code);
            order.remove();
        }
    }
}
