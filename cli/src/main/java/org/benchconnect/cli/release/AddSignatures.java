package org.benchconnect.cli.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code release add signatures}: takes the right signatures out of a copy of the draft that came back from a key holder. Nothing else is
 * taken: what was signed must be, byte for byte, what this draft says.
 */
final class AddSignatures {
    static final String FORM = " WORK DRAFT...";

    private AddSignatures() {}

    static void run(Arguments arguments, Release.Situation situation) throws IOException, ReleaseUsage, ReleaseRefusal {
        List<String> words = arguments.wordsFrom(2);
        try (WorkFolder work = WorkFolder.open(arguments.path(words.get(0)))) {
            Draft draft = work.draft();
            draft.check();
            int taken = 0;
            for (String other : words.subList(1, words.size())) {
                taken += take(draft, copy(arguments.path(other)));
            }
            situation.report().line("New signatures: " + taken + ".");
            situation.report().fact("added", taken);
            Review.of(draft, situation.now()).tell(situation.report());
        }
    }

    private static Draft copy(Path folder) throws IOException, ReleaseRefusal {
        Draft copy = Draft.in(Files.exists(folder.resolve(Settings.FILE)) ? folder.resolve("draft") : folder);
        if (copy.isEmpty()) {
            throw new ReleaseRefusal("there is no draft in " + folder);
        }
        return copy;
    }

    private static int take(Draft draft, Draft copy) throws IOException, ReleaseRefusal {
        int taken = 0;
        for (String role : copy.metadata().roles()) {
            Metadata theirs = copy.read(role);
            Metadata mine = draft.read(role);
            if (!theirs.digest().equals(mine.digest())) {
                throw new ReleaseRefusal("the " + role + " that was signed in " + copy.folder()
                        + " is another than the draft's: its digest is " + theirs.digest() + ", not " + mine.digest());
            }
            for (RoleKeys keys : keys(draft, role)) {
                for (PublicKey key : keys.keys()) {
                    Metadata now = draft.read(role);
                    if (key.signed(theirs) && !key.signed(now)) {
                        draft.write(
                                role,
                                now.with(key.id(), theirs.signature(key.id()).orElseThrow()));
                        taken++;
                    }
                }
            }
        }
        return taken;
    }

    private static List<RoleKeys> keys(Draft draft, String role) throws IOException, ReleaseRefusal {
        Optional<RoleKeys> before = role.equals(Roles.ROOT) ? draft.keysBefore() : Optional.empty();
        return before.isPresent() ? List.of(draft.keys(role), before.get()) : List.of(draft.keys(role));
    }
}
