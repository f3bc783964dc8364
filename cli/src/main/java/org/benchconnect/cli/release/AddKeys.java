package org.benchconnect.cli.release;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code release add keys}: a new root, in which the keys that are named take the place of a role's keys. It needs the signatures of the
 * old root's holders and of the new one's (specification 6.1). When the keys of targets change, targets are to be signed anew too.
 */
final class AddKeys {
    static final String FORM =
            " WORK [--root PEM]... [--targets PEM]... [--snapshot PEM] [--timestamp PEM] [--threshold N]";
    static final Set<String> OPTIONS = Set.of("--root", "--targets", "--snapshot", "--timestamp", "--threshold");

    private AddKeys() {}

    static void run(Arguments arguments, Release.Situation situation) throws IOException, ReleaseUsage, ReleaseRefusal {
        try (WorkFolder work = WorkFolder.open(arguments.path(arguments.words(1).get(0)))) {
            Draft draft = work.begunDraft();
            Metadata root =
                    draft.current(Roles.ROOT).orElseThrow(() -> new ReleaseRefusal("there is no root to change yet"));
            Map<String, RoleKeys> keys = new LinkedHashMap<>();
            boolean targets = false;
            int named = 0;
            for (String role : Roles.TOP_LEVEL) {
                RoleKeys old = RoleKeys.in(root, role).orElseThrow();
                Optional<RoleKeys> given = RoleList.read(arguments, role, Optional.of(threshold(arguments, role, old)));
                keys.put(role, given.orElse(old));
                named += given.isPresent() ? 1 : 0;
                targets |= role.equals(Roles.TARGETS) && given.isPresent();
            }
            if (named == 0) {
                throw arguments.usage("whose keys? --root, --targets, --snapshot, --timestamp");
            }
            RoleList.checkApart(keys);
            int version = draft.next(Roles.ROOT, situation.now()).get("version").getAsInt();
            draft.change(Roles.ROOT, Roles.root(version, work.settings().expiry(Roles.ROOT, situation.now()), keys));
            if (targets) {
                draft.change(
                        Roles.TARGETS,
                        draft.next(Roles.TARGETS, work.settings().expiry(Roles.TARGETS, situation.now())));
            }
            Review.of(draft, situation.now()).tell(situation.report());
        }
    }

    private static int threshold(Arguments arguments, String role, RoleKeys old) throws ReleaseUsage {
        return List.of(Roles.ROOT, Roles.TARGETS).contains(role)
                ? arguments.number("--threshold", old.threshold())
                : old.threshold();
    }
}
