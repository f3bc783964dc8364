package org.benchconnect.desk.roster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Everybody: supporters and agents. Immutable.
 *
 * @param supporters at most 5000, no certificate twice
 * @param agents at most 150000, no agent twice
 */
public record Roster(List<ListedSupporter> supporters, List<RegisteredAgent> agents) {
    /** More supporters than an agent reads. */
    public static final int MOST_SUPPORTERS = 5000;

    /** More agents than a page reads. */
    public static final int MOST_AGENTS = 150_000;

    /** Nobody yet. */
    public static final Roster EMPTY = new Roster(List.of(), List.of());

    /** Copies the lists. */
    public Roster {
        supporters = List.copyOf(supporters);
        agents = List.copyOf(agents);
        require(supporters, ListedSupporter::certificate, MOST_SUPPORTERS, "supporter");
        require(agents, RegisteredAgent::id, MOST_AGENTS, "agent");
    }

    /** With this one, in place of one with the same certificate. */
    public Roster with(ListedSupporter supporter) {
        List<ListedSupporter> all = new ArrayList<>(withoutSupporter(supporter.certificate()).supporters);
        all.add(supporter);
        return new Roster(all, agents);
    }

    /** Without the one with this certificate. */
    public Roster withoutSupporter(String certificate) {
        return new Roster(
                supporters.stream()
                        .filter(one -> !one.certificate().equals(certificate))
                        .toList(),
                agents);
    }

    /** With this one, in place of one with the same id. */
    public Roster with(RegisteredAgent agent) {
        List<RegisteredAgent> all = new ArrayList<>(withoutAgent(agent.id()).agents);
        all.add(agent);
        return new Roster(supporters, all);
    }

    /** Without the one with this id. */
    public Roster withoutAgent(String id) {
        return new Roster(
                supporters, agents.stream().filter(one -> !one.id().equals(id)).toList());
    }

    private static <T> void require(List<T> all, Function<T, String> name, int most, String what) {
        Set<String> names = new HashSet<>();
        if (all.size() > most || !all.stream().map(name).allMatch(names::add)) {
            throw new IllegalArgumentException("at most " + most + " " + what + "s, and none twice");
        }
    }
}
