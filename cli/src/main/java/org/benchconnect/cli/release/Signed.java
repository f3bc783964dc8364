package org.benchconnect.cli.release;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** Whether a draft may be published: sound, signed by all who must, and made on what is published now. */
final class Signed {
    private Signed() {}

    static void check(Draft draft, Published published) throws IOException, ReleaseRefusal {
        draft.check();
        for (String role : draft.roles()) {
            Metadata file = draft.read(role);
            checkSignatures(draft, role, file);
            int expected = published.version(role) + 1;
            boolean there = Files.exists(published.metadata().file(role, file.version()))
                    && published
                            .role(role)
                            .map(old -> old.digest().equals(file.digest()))
                            .orElse(false);
            if (file.version() != expected && !there) {
                throw new ReleaseRefusal(
                        "the draft's " + role + " is version " + file.version() + ", and the next to publish is "
                                + expected + ": something was published meanwhile; begin anew");
            }
        }
        for (String vendor : Roles.vendors(
                draft.current(Roles.TARGETS).orElseThrow(() -> new ReleaseRefusal("the draft has no targets")))) {
            if (draft.current(vendor).isEmpty()) {
                throw new ReleaseRefusal("there is nothing of the plugin vendor " + vendor + " yet");
            }
        }
        checkUndrafted(draft);
    }

    private static void checkSignatures(Draft draft, String role, Metadata file) throws IOException, ReleaseRefusal {
        if (!draft.isSigned(role)) {
            RoleKeys keys = draft.keys(role);
            Optional<RoleKeys> before = role.equals(Roles.ROOT) ? draft.keysBefore() : Optional.empty();
            String old = before.map(holders ->
                            ", " + holders.signatures(file) + " of " + holders.threshold() + " of the root before")
                    .orElse("");
            throw new ReleaseRefusal(role + " has " + keys.signatures(file) + " of " + keys.threshold()
                    + " signatures that are needed" + old + "; 'release sign' adds one");
        }
    }

    /** A key that changed makes what it had signed before unsigned, which then has to be signed anew. */
    private static void checkUndrafted(Draft draft) throws IOException, ReleaseRefusal {
        for (String role : draft.rolesBefore()) {
            if (!role.equals(Roles.ROOT) && draft.role(role).isEmpty()) {
                Optional<Metadata> file = draft.before(role);
                if (file.isPresent() && !draft.keys(role).satisfiedBy(file.get())) {
                    throw new ReleaseRefusal(role + " is not signed by the keys that count now;"
                            + " 'release add renewal' makes a version to be signed");
                }
            }
        }
    }
}
