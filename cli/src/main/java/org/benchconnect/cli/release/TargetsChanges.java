package org.benchconnect.cli.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.benchconnect.cli.release.Review.Change;

/** What new targets change: which files are offered, and to whom a part is delegated. */
final class TargetsChanges {
    private TargetsChanges() {}

    static List<Change> between(Optional<Metadata> before, Metadata after) {
        List<Change> changes = new ArrayList<>(files(before, after));
        for (String vendor : Roles.vendors(after)) {
            Optional<RoleKeys> old = before.flatMap(targets -> RoleKeys.in(targets, vendor));
            List<Change> keys = RoleKeys.in(after, vendor)
                    .map(now -> RootChanges.keys(vendor, old, now))
                    .orElse(List.of());
            if (old.isEmpty()) {
                changes.add(new Change(
                        '+',
                        "plugin vendor " + vendor + ", who vouches for "
                                + String.join(" and ", Roles.pathsOf(vendor))));
            }
            changes.addAll(keys);
        }
        before.ifPresent(targets -> Roles.vendors(targets).stream()
                .filter(vendor -> !Roles.vendors(after).contains(vendor))
                .forEach(vendor -> changes.add(new Change('-', "plugin vendor " + vendor))));
        return changes;
    }

    private static List<Change> files(Optional<Metadata> before, Metadata after) {
        SortedMap<String, TargetInfo> old = before.map(Roles::targets).orElseGet(TreeMap::new);
        SortedMap<String, TargetInfo> now = Roles.targets(after);
        List<Change> changes = new ArrayList<>();
        for (Map.Entry<String, TargetInfo> file : now.entrySet()) {
            TargetInfo earlier = old.get(file.getKey());
            if (!file.getValue().equals(earlier)) {
                changes.add(new Change(
                        earlier == null ? '+' : '~',
                        file.getKey() + ", " + file.getValue().length() + " bytes, sha256 "
                                + file.getValue().sha256()));
            }
        }
        for (String path : old.keySet()) {
            if (!now.containsKey(path)) {
                changes.add(new Change('-', path));
            }
        }
        return changes;
    }
}
