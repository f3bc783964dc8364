package org.benchconnect.upgrade.tuf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks the tree of delegations (specification 5.6.7): pre-order and depth-first, each role once for each list of keys that it is
 * to be verified by. Each direct delegation of the targets role is a {@link Branch} with limits of its own, so that neither
 * cycles nor floods of roles, bytes or patterns keep it, nor hide what other branches have.
 */
final class TargetSearch {
    private final TrustedReleases trusted;
    private final Loader loader;
    private final Limits limits;
    private final Map<String, Branch> branches = new HashMap<>();
    private final Map<Object, UntrustedMetadataException> broken = new HashMap<>();
    private final Map<String, Exception> refused = new LinkedHashMap<>();

    /** Verified metadata of a delegated role, read if it is not held yet. */
    interface Loader {
        Targets load(Delegation delegation, String delegator, Branch branch)
                throws IOException, UntrustedMetadataException;
    }

    /** A role to ask, on the word of its delegator. */
    private record Visit(Delegation delegation, String delegator, Branch branch) {
        String role() {
            return delegation.role();
        }

        /** How a person is told about it: the name alone could be that of another vendor's role. */
        String shown() {
            return branch.role().equals(role()) ? role() : branch.role() + " > " + role();
        }
    }

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
        branches.values().forEach(Branch::begin);
        Targets top = trusted.targets();
        TargetFile ours = top.files().get(path);
        if (ours != null) {
            return Optional.of(new Target(path, ours, "targets"));
        }
        Deque<Visit> stack = new ArrayDeque<>();
        Set<Object> visited = new HashSet<>();
        descend(stack, covering(path, null, "targets", top));
        while (!stack.isEmpty()) {
            Visit visit = stack.pop();
            if (visited.add(TrustedReleases.identity(visit.delegation()))) {
                Targets targets = load(visit);
                TargetFile file = targets.files().get(path);
                if (file != null) {
                    return Optional.of(new Target(path, file, visit.role()));
                }
                List<Visit> next = covering(path, visit.branch(), visit.role(), targets);
                if (!next.isEmpty() && next.get(next.size() - 1).delegation().terminating()) {
                    stack.clear();
                }
                descend(stack, next);
            }
        }
        return Optional.empty();
    }

    /** The delegations that may speak for a path, up to the first that ends the search behind it. */
    private List<Visit> covering(String path, @Nullable Branch branch, String role, Targets targets)
            throws BranchLimitException {
        List<Visit> next = new ArrayList<>();
        for (Visit visit : delegations(branch, role, targets)) {
            if (branch != null) { // the targets role's own patterns are our vendor's
                branch.match(visit.delegation().steps(path));
            }
            if (visit.delegation().covers(path)) {
                next.add(visit);
                if (visit.delegation().terminating()) {
                    break;
                }
            }
        }
        return next;
    }

    List<Target> under(String prefix) throws IOException, UntrustedMetadataException {
        refused.clear();
        List<Target> found = new ArrayList<>();
        for (String path : paths(prefix)) {
            try {
                find(path).ifPresent(found::add);
            } catch (UntrustedMetadataException e) {
                refused.putIfAbsent(e.what(), e);
            } catch (IOException e) {
                // A role that goes before cannot be read, and is already in the list of these.
            }
        }
        return found;
    }

    /** The paths that any reachable role names, whether or not it may speak for them. */
    private Set<String> paths(String prefix) {
        branches.values().forEach(Branch::begin);
        Set<String> paths = new LinkedHashSet<>();
        Deque<Visit> stack = new ArrayDeque<>();
        Set<Object> visited = new HashSet<>();
        collect(trusted.targets(), prefix, paths);
        descend(stack, delegations(null, "targets", trusted.targets()));
        while (!stack.isEmpty()) {
            Visit visit = stack.pop();
            if (visited.add(TrustedReleases.identity(visit.delegation()))) {
                try {
                    Targets targets = load(visit);
                    collect(targets, prefix, paths);
                    descend(stack, delegations(visit.branch(), visit.role(), targets));
                } catch (BranchLimitException e) {
                    refused.put(e.what(), e);
                    stack.removeIf(other -> other.branch() == visit.branch());
                } catch (UntrustedMetadataException | IOException e) {
                    refused.put(visit.shown(), e);
                }
            }
        }
        return paths;
    }

    private static void collect(Targets targets, String prefix, Set<String> paths) {
        targets.files().keySet().stream()
                .filter(path -> path.startsWith(prefix))
                .forEach(paths::add);
    }

    /** What broke a rule once is not read again: many paths may lead to it. */
    private Targets load(Visit visit) throws IOException, UntrustedMetadataException {
        visit.branch().ask();
        Object identity = TrustedReleases.identity(visit.delegation());
        UntrustedMetadataException known = broken.get(identity);
        if (known != null) {
            throw known;
        }
        try {
            return loader.load(visit.delegation(), visit.delegator(), visit.branch());
        } catch (UntrustedMetadataException e) {
            broken.put(identity, e);
            throw e;
        }
    }

    /** All delegations of a role; each of the targets role begins a branch. */
    private List<Visit> delegations(@Nullable Branch branch, String role, Targets targets) {
        List<Visit> next = new ArrayList<>();
        for (Delegation delegation : targets.delegations()) {
            Branch of = branch != null
                    ? branch
                    : branch(delegation.role(), targets.delegations().size());
            next.add(new Visit(delegation, role, of));
        }
        return next;
    }

    private Branch branch(String role, int branches) {
        return this.branches.computeIfAbsent(role, name -> new Branch(name, branches, limits));
    }

    /** Puts the roles to ask next on top, the first uppermost. */
    private static void descend(Deque<Visit> stack, List<Visit> next) {
        for (int i = next.size() - 1; i >= 0; i--) {
            stack.push(next.get(i));
        }
    }
}
