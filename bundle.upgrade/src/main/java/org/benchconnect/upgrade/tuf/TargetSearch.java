package org.benchconnect.upgrade.tuf;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Walks the tree of delegations (specification 5.6.7): pre-order and depth-first, each role once, never more roles than
 * allowed, so that neither cycles nor a flood of roles keep it.
 */
final class TargetSearch {
    private final TrustedReleases trusted;
    private final Loader loader;
    private final Limits limits;
    private final Map<String, Exception> refused = new LinkedHashMap<>();

    /** Makes sure that a role's metadata is verified by its delegator's keys. */
    interface Loader {
        void load(String role, String delegator) throws IOException, UntrustedMetadataException;
    }

    private record Visit(String role, String delegator) {}

    TargetSearch(TrustedReleases trusted, Loader loader, Limits limits) {
        this.trusted = trusted;
        this.loader = loader;
        this.limits = limits;
    }

    Map<String, Exception> refusedRoles() {
        return Map.copyOf(refused);
    }

    /** 5.6.7: the first role on the way that knows the path decides; a terminating delegation ends the way behind its branch. */
    Optional<Target> find(String path) throws IOException, UntrustedMetadataException {
        if (!TargetPath.isSafe(path)) {
            return Optional.empty();
        }
        Deque<Visit> stack = start();
        Set<String> visited = new HashSet<>();
        while (!stack.isEmpty() && visited.size() < limits.delegations()) {
            Visit visit = stack.pop();
            if (visited.add(visit.role())) {
                loader.load(visit.role(), visit.delegator());
                Targets targets = trusted.targets(visit.role());
                TargetFile file = targets.files().get(path);
                if (file != null) {
                    return Optional.of(new Target(path, file, visit.role()));
                }
                descend(stack, visit.role(), targets, delegation -> delegation.covers(path), true);
            }
        }
        return Optional.empty();
    }

    List<Target> under(String prefix) throws IOException, UntrustedMetadataException {
        refused.clear();
        List<Target> found = new ArrayList<>();
        for (String path : paths(prefix)) {
            try {
                find(path).ifPresent(found::add);
            } catch (UntrustedMetadataException | NoSuchFileException e) {
                // A role that goes before is refused, and is already in the list of these.
            }
        }
        return found;
    }

    /** The paths that any reachable role names, whether or not it may speak for them. */
    private Set<String> paths(String prefix) throws IOException {
        Set<String> paths = new LinkedHashSet<>();
        Deque<Visit> stack = start();
        Set<String> visited = new HashSet<>();
        while (!stack.isEmpty() && visited.size() < limits.delegations()) {
            Visit visit = stack.pop();
            if (visited.add(visit.role()) && loads(visit)) {
                Targets targets = trusted.targets(visit.role());
                targets.files().keySet().stream()
                        .filter(path -> path.startsWith(prefix))
                        .forEach(paths::add);
                descend(stack, visit.role(), targets, delegation -> true, false);
            }
        }
        return paths;
    }

    private boolean loads(Visit visit) throws IOException {
        try {
            loader.load(visit.role(), visit.delegator());
            return true;
        } catch (UntrustedMetadataException | NoSuchFileException e) {
            refused.put(visit.role(), e);
            return false;
        }
    }

    private static Deque<Visit> start() {
        Deque<Visit> stack = new ArrayDeque<>();
        stack.push(new Visit("targets", "root"));
        return stack;
    }

    /** Puts the roles to ask next on top, the first uppermost. */
    private static void descend(
            Deque<Visit> stack, String role, Targets targets, Predicate<Delegation> asked, boolean mayTerminate) {
        Deque<Visit> next = new ArrayDeque<>();
        for (Delegation delegation : targets.delegations()) {
            if (asked.test(delegation)) {
                next.push(new Visit(delegation.role(), role));
                if (mayTerminate && delegation.terminating()) {
                    stack.clear();
                    break;
                }
            }
        }
        next.forEach(stack::push);
    }
}
