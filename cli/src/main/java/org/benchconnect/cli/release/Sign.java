package org.benchconnect.cli.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.crypto.signature.SigningKeyPair;

/**
 * {@code release sign}: shows a draft in plain words and, with {@code --key}, adds this holder's signature to each file of it that the key
 * counts for. Takes the draft's own folder, wherever it is, or the working folder it is in. Needs nothing else of the vendor's.
 */
final class Sign {
    static final String FORM = " DRAFT|WORK [--key NAME.key [--yes]]";
    static final Set<String> OPTIONS = Set.of("--key");

    private Sign() {}

    static void run(Arguments arguments, Release.Situation situation) throws IOException, ReleaseUsage, ReleaseRefusal {
        Path named = arguments.path(arguments.words(1).get(0));
        Path folder = Files.exists(named.resolve(Settings.FILE)) ? named.resolve("draft") : named;
        if (!Files.isDirectory(folder.resolve("metadata"))) {
            throw new ReleaseRefusal("there is no draft in " + named);
        }
        Optional<Path> key = arguments.file("--key");
        try (FolderLock lock = FolderLock.of(folder)) {
            Draft draft = Draft.in(folder);
            Review review = Review.of(draft, situation.now());
            if (key.isPresent()) {
                Report shown = new Report();
                review.tell(shown);
                shown.lines().forEach(situation.err()::println);
                if (!arguments.yes() && !situation.terminal().agrees("Sign all this? (yes)")) {
                    throw new ReleaseRefusal("nothing was signed");
                }
                sign(draft, Keys.signing(key.get(), situation.terminal()), situation.report());
            }
            review.tell(situation.report());
        }
    }

    private static void sign(Draft draft, SigningKeyPair pair, Report report) throws IOException, ReleaseRefusal {
        PublicKey key = PublicKey.of(pair.verificationKey());
        List<String> signed = new ArrayList<>();
        boolean counts = false;
        for (String role : draft.roles()) {
            boolean mine = draft.keys(role).has(key.id())
                    || role.equals(Roles.ROOT)
                            && draft.keysBefore()
                                    .map(keys -> keys.has(key.id()))
                                    .orElse(false);
            counts |= mine;
            if (mine && !key.signed(draft.read(role))) {
                draft.write(role, Keys.sign(draft.read(role), pair));
                signed.add(role);
            }
        }
        if (!counts) {
            throw new ReleaseRefusal("the key " + key.id() + " counts for nothing in this draft");
        }
        report.line(
                signed.isEmpty()
                        ? "This key had signed everything already."
                        : "Signed with this key: " + String.join(", ", signed) + ".");
        report.fact("key", key.id());
    }
}
