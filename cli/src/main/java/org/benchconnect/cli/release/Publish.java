package org.benchconnect.cli.release;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.benchconnect.crypto.signature.SigningKeyPair;

/**
 * {@code release publish}: snapshot and timestamp of the draft, or without a draft just a fresh timestamp and, when it is time, snapshot.
 * The whole repository that would be is made in a folder of its own and verified with the agents' own client; only then is anything
 * moved into place. Run again after any interruption, it goes on.
 */
final class Publish {
    static final String FORM = " WORK --timestamp NAME.key [--snapshot NAME.key] [--to FOLDER] [--zip FILE]";
    static final Set<String> OPTIONS = Set.of("--timestamp", "--snapshot", "--to", "--zip");

    private static final Duration SOON = Duration.ofDays(30);

    private final WorkFolder work;
    private final Arguments arguments;
    private final Release.Situation situation;

    private Publish(WorkFolder work, Arguments arguments, Release.Situation situation) {
        this.work = work;
        this.arguments = arguments;
        this.situation = situation;
    }

    static void run(Arguments arguments, Release.Situation situation) throws IOException, ReleaseUsage, ReleaseRefusal {
        Path folder = arguments.path(arguments.words(1).get(0));
        try (WorkFolder work = WorkFolder.open(folder)) {
            new Publish(work, arguments, situation).run();
        }
    }

    private void run() throws IOException, ReleaseUsage, ReleaseRefusal {
        Published published = work.published();
        Draft draft = work.draft();
        boolean release = !draft.isEmpty();
        if (release) {
            Signed.check(draft, published);
        } else if (published.isEmpty()) {
            throw new ReleaseRefusal("nothing is published, and there is no draft");
        }
        Path next = work.next();
        Folders.delete(next);
        Assembly assembly = Assembly.of(next, published, draft);
        Metadata snapshot = snapshot(published, assembly, release);
        Metadata timestamp = timestamp(published, assembly, snapshot);
        assembly.finish(snapshot, timestamp);
        new Rehearsal(work, published, situation.now()).verify(next);
        Optional<Path> zip = zip(next, published);
        Placing.into(published.folder(), next);
        Optional<Path> to = arguments.file("--to");
        if (to.isPresent()) {
            Placing.into(to.get(), next);
        }
        PublicFiles.replace(
                work.vendor().resolve("root.json"), assembly.role(Roles.ROOT).bytes());
        Folders.delete(draft.folder());
        Folders.delete(next);
        tell(assembly, snapshot, timestamp, zip);
    }

    private Metadata snapshot(Published published, Assembly assembly, boolean release)
            throws IOException, ReleaseUsage, ReleaseRefusal {
        RoleKeys keys = assembly.keys(Roles.SNAPSHOT);
        Optional<Metadata> old = published.role(Roles.SNAPSHOT);
        boolean must = release
                || old.isEmpty()
                || !keys.satisfiedBy(old.get())
                || !old.get().expires().isAfter(situation.now());
        boolean due = must || old.get().expires().isBefore(situation.now().plus(half(Roles.SNAPSHOT)));
        Optional<Path> key = arguments.file("--snapshot");
        if (!must && (!due || key.isEmpty())) {
            if (due) {
                situation
                        .err()
                        .println("benchconnect: the snapshot ends " + old.get().expires()
                                + "; publish with --snapshot before");
            }
            return old.get();
        }
        int version = published.metadata().versions(Roles.SNAPSHOT).stream().reduce(0, Math::max) + 1;
        JsonObject content = Roles.snapshot(version, expiry(Roles.SNAPSHOT), assembly.targetsRoles());
        return signed(
                Roles.SNAPSHOT,
                content,
                key.orElseThrow(() -> arguments.usage("--snapshot names the key that signs the new snapshot")),
                keys);
    }

    private Metadata timestamp(Published published, Assembly assembly, Metadata snapshot)
            throws IOException, ReleaseUsage, ReleaseRefusal {
        JsonObject content = Roles.timestamp(published.version(Roles.TIMESTAMP) + 1, expiry(Roles.TIMESTAMP), snapshot);
        return signed(
                Roles.TIMESTAMP,
                content,
                arguments.path(arguments.required("--timestamp")),
                assembly.keys(Roles.TIMESTAMP));
    }

    private Metadata signed(String role, JsonObject content, Path key, RoleKeys keys)
            throws IOException, ReleaseRefusal {
        SigningKeyPair pair = Keys.signing(key, situation.terminal());
        Metadata metadata = Keys.sign(Metadata.unsigned(content), pair);
        if (!keys.satisfiedBy(metadata)) {
            throw new ReleaseRefusal(key + " is not the key that the root names for " + role);
        }
        return metadata;
    }

    private Instant expiry(String role) {
        return work.settings().expiry(role, situation.now());
    }

    private Duration half(String role) {
        return work.settings().validity(role).dividedBy(2);
    }

    private Optional<Path> zip(Path next, Published published) throws IOException, ReleaseUsage, ReleaseRefusal {
        Optional<Path> zip = arguments.file("--zip");
        if (zip.isPresent()) {
            Path temporary = zip.get().resolveSibling("." + zip.get().getFileName() + ".part");
            try {
                StickZip.write(next, temporary);
                new Rehearsal(work, published, situation.now()).verify(temporary);
                Files.move(temporary, zip.get(), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        }
        return zip;
    }

    private void tell(Assembly assembly, Metadata snapshot, Metadata timestamp, Optional<Path> zip) {
        SortedMap<String, Metadata> roles = assembly.roles();
        roles.put(Roles.SNAPSHOT, snapshot);
        roles.put(Roles.TIMESTAMP, timestamp);
        JsonObject facts = new JsonObject();
        for (Map.Entry<String, Metadata> role : roles.entrySet()) {
            Metadata metadata = role.getValue();
            situation
                    .report()
                    .line(role.getKey() + " version " + metadata.version() + ", valid until " + metadata.expires());
            JsonObject one = new JsonObject();
            one.addProperty("version", metadata.version());
            one.addProperty("expires", metadata.expires().toString());
            facts.add(role.getKey(), one);
            boolean offline =
                    !role.getKey().equals(Roles.SNAPSHOT) && !role.getKey().equals(Roles.TIMESTAMP);
            if (offline && metadata.expires().isBefore(situation.now().plus(SOON))) {
                situation
                        .err()
                        .println("benchconnect: " + role.getKey() + " ends " + metadata.expires()
                                + "; 'release add renewal' and its holders' signatures are needed before");
            }
        }
        situation.report().fact("published", facts);
        zip.ifPresent(file -> {
            situation.report().line("for a USB stick: " + file);
            situation.report().fact("zip", file.toString());
        });
        situation.report().line("Verified as a PC does, and published.");
    }
}
