package org.benchconnect.cli.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.benchconnect.cli.release.Review.Change;

/** What a new root changes: which keys count for which role. */
final class RootChanges {
    private RootChanges() {}

    static List<Change> between(Optional<Metadata> before, Metadata after) {
        List<Change> changes = new ArrayList<>();
        for (String role : Roles.TOP_LEVEL) {
            Optional<RoleKeys> old = before.flatMap(root -> RoleKeys.in(root, role));
            Optional<RoleKeys> now = RoleKeys.in(after, role);
            if (now.isPresent()) {
                changes.addAll(keys(role, old, now.get()));
            }
        }
        return changes;
    }

    static List<Change> keys(String role, Optional<RoleKeys> before, RoleKeys after) {
        List<Change> changes = new ArrayList<>();
        for (PublicKey key : after.keys()) {
            if (before.isEmpty() || !before.get().has(key.id())) {
                changes.add(new Change(
                        '+',
                        "key for " + role + ": " + key.id() + ", "
                                + key.key().scheme().tufName()));
            }
        }
        if (before.isPresent()) {
            for (PublicKey key : before.get().keys()) {
                if (!after.has(key.id())) {
                    changes.add(new Change('-', "key for " + role + ": " + key.id()));
                }
            }
        }
        boolean sameNumber = before.isPresent() && before.get().threshold() == after.threshold();
        if (!changes.isEmpty() || !sameNumber) {
            changes.add(new Change(
                    sameNumber ? ' ' : '~',
                    role + " needs " + after.threshold() + " of " + after.keys().size() + " keys"));
        }
        return changes;
    }
}
