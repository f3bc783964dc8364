package org.benchconnect.cli.release;

import java.io.IOException;
import java.util.List;

/** {@code release add renewal}: the next version of a role's file with the same content and a later end, to be signed. */
final class AddRenewal {
    static final String FORM = " WORK root|targets|VENDOR";

    private AddRenewal() {}

    static void run(Arguments arguments, Release.Situation situation) throws IOException, ReleaseUsage, ReleaseRefusal {
        List<String> words = arguments.words(2);
        String role = words.get(1);
        try (WorkFolder work = WorkFolder.open(arguments.path(words.get(0)))) {
            Draft draft = work.begunDraft();
            if (List.of(Roles.SNAPSHOT, Roles.TIMESTAMP).contains(role)
                    || draft.current(role).isEmpty()) {
                throw new ReleaseRefusal("there is no " + role
                        + " that key holders sign; snapshot and timestamp are renewed by" + " 'release publish'");
            }
            draft.change(role, draft.next(role, work.settings().expiry(role, situation.now())));
            Review.of(draft, situation.now()).tell(situation.report());
        }
    }
}
