package org.benchconnect.cli.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The public keys that options name for a role. */
final class RoleList {
    private RoleList() {}

    /** The keys of {@code --<role>}; empty if the option is absent. */
    static Optional<RoleKeys> read(Arguments arguments, String option, Optional<Integer> threshold)
            throws IOException, ReleaseUsage, ReleaseRefusal {
        List<PublicKey> keys = new ArrayList<>();
        for (Path file : arguments.files("--" + option)) {
            PublicKey key = PublicKey.read(file);
            if (keys.stream().anyMatch(other -> other.id().equals(key.id()))) {
                throw new ReleaseRefusal(file + " is a key that was given already");
            }
            keys.add(key);
        }
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        int needed = threshold.orElse(1);
        if (keys.size() < needed) {
            throw new ReleaseRefusal("--" + option + " has " + keys.size() + " keys, and " + needed + " must sign");
        }
        return Optional.of(new RoleKeys(keys, needed));
    }

    /** A key that is used by a machine must not be one that people vouch with. */
    static void checkApart(Map<String, RoleKeys> roles) throws ReleaseRefusal {
        for (String online : List.of(Roles.SNAPSHOT, Roles.TIMESTAMP)) {
            for (String offline : List.of(Roles.ROOT, Roles.TARGETS)) {
                for (PublicKey key : keys(roles, online)) {
                    if (keys(roles, offline).stream()
                            .anyMatch(other -> other.id().equals(key.id()))) {
                        throw new ReleaseRefusal("the key " + key.id() + " of " + online
                                + " is used by a machine that is online, and must not be a key of " + offline);
                    }
                }
            }
        }
    }

    private static List<PublicKey> keys(Map<String, RoleKeys> roles, String role) {
        RoleKeys keys = roles.get(role);
        return keys == null ? List.of() : keys.keys();
    }
}
