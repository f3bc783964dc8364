package org.benchconnect.cli.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code release init repository}: a working folder with the first root and the first, empty targets as a draft. Without {@code --targets}
 * the holders of the root's keys hold those of targets too.
 */
final class InitRepository {
    static final String FORM =
            " WORK --root PEM [--root PEM]... [--targets PEM]... --snapshot PEM --timestamp PEM [--threshold N]"
                    + " --organisation NAME --code-signing PEM --time-stamping PEM [--releases URL]";
    static final Set<String> OPTIONS = Set.of(
            "--root",
            "--targets",
            "--snapshot",
            "--timestamp",
            "--threshold",
            "--organisation",
            "--code-signing",
            "--time-stamping",
            "--releases");
    /** Two people, so that neither one thief nor one loss decides. */
    private static final int USUAL_THRESHOLD = 2;

    private InitRepository() {}

    static void run(Arguments arguments, Release.Situation situation) throws IOException, ReleaseUsage, ReleaseRefusal {
        Path work = arguments.path(arguments.words(1).get(0));
        Map<String, RoleKeys> keys = keys(arguments);
        VendorFolder vendor = VendorFolder.of(arguments);
        if (Files.exists(work.resolve(Settings.FILE))) {
            throw new ReleaseRefusal(work + " is a working folder already");
        }
        Files.createDirectories(work);
        try (FolderLock lock = FolderLock.of(work)) {
            vendor.write(work.resolve("vendor"));
            Settings settings = Settings.usual();
            Draft draft = Draft.in(work.resolve("draft"));
            draft.begin(Published.in(work.resolve("published")));
            draft.change(Roles.ROOT, Roles.root(1, settings.expiry(Roles.ROOT, situation.now()), keys));
            draft.change(Roles.TARGETS, Roles.emptyTargets(1, settings.expiry(Roles.TARGETS, situation.now())));
            PublicFiles.writeNew(work.resolve(Settings.FILE), settings.bytes());
            Review.of(draft, situation.now()).tell(situation.report());
        }
    }

    private static Map<String, RoleKeys> keys(Arguments arguments) throws IOException, ReleaseUsage, ReleaseRefusal {
        int threshold = arguments.number("--threshold", USUAL_THRESHOLD);
        Map<String, RoleKeys> keys = new LinkedHashMap<>();
        RoleKeys root = RoleList.read(arguments, Roles.ROOT, Optional.of(threshold))
                .orElseThrow(() -> arguments.usage("--root names the public keys of root"));
        keys.put(Roles.ROOT, root);
        keys.put(
                Roles.TARGETS,
                RoleList.read(arguments, Roles.TARGETS, Optional.of(threshold)).orElse(root));
        for (String online : new String[] {Roles.SNAPSHOT, Roles.TIMESTAMP}) {
            keys.put(
                    online,
                    RoleList.read(arguments, online, Optional.of(1))
                            .orElseThrow(() -> arguments.usage("--" + online + " names a public key")));
        }
        RoleList.checkApart(keys);
        return keys;
    }
}
