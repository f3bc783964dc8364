package org.benchconnect.cli.release;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A draft in plain words, for a person who is about to sign it: each file with its version, digest and end, what it changes against what
 * is published, and whose signatures it has. Shown only of a draft that {@link Draft#check} found sound.
 */
final class Review {
    private final Draft draft;
    private final Instant now;

    private Review(Draft draft, Instant now) {
        this.draft = draft;
        this.now = now;
    }

    /** Checks the draft and prepares to tell of it. */
    static Review of(Draft draft, Instant now) throws IOException, ReleaseRefusal {
        draft.check();
        return new Review(draft, now);
    }

    void tell(Report report) throws IOException, ReleaseRefusal {
        JsonArray roles = new JsonArray();
        boolean complete = true;
        for (String role : draft.roles()) {
            Metadata file = draft.read(role);
            JsonObject facts = new JsonObject();
            facts.addProperty("role", role);
            facts.addProperty("version", file.version());
            facts.addProperty("expires", file.expires().toString());
            facts.addProperty("digest", file.digest());
            report.line(role + " version " + file.version() + ", " + validity(file.expires()));
            report.line("  digest " + file.digest());
            List<Change> changes = changes(role, file);
            JsonArray list = new JsonArray();
            for (Change change : changes) {
                report.line("  " + change);
                list.add(change.toJson());
            }
            if (changes.isEmpty()) {
                report.line(
                        draft.before(role).isPresent()
                                ? "  nothing but its version and end changes"
                                : "  offers nothing yet");
            }
            facts.add("changes", list);
            signatures(role, file, report, facts);
            complete &= draft.isSigned(role);
            roles.add(facts);
        }
        report.line(complete ? "Everything is signed: 'release publish' is next." : "More signatures are needed.");
        report.fact("roles", roles);
        report.fact("complete", complete);
    }

    private List<Change> changes(String role, Metadata file) throws IOException, ReleaseRefusal {
        if (role.equals(Roles.ROOT)) {
            return RootChanges.between(draft.before(role), file);
        }
        List<Change> changes = new ArrayList<>(TargetsChanges.between(draft.before(role), file));
        changes.addAll(FeatureChanges.in(draft, file));
        return changes;
    }

    private String validity(Instant expires) {
        long days = Duration.between(now, expires).toDays();
        return expires.isAfter(now)
                ? "valid until " + expires + " (" + days + " days)"
                : "no longer valid: it ended " + expires;
    }

    private void signatures(String role, Metadata file, Report report, JsonObject facts)
            throws IOException, ReleaseRefusal {
        tell(role, file, draft.keys(role), "", report, facts);
        Optional<RoleKeys> before = role.equals(Roles.ROOT) ? draft.keysBefore() : Optional.empty();
        if (before.isPresent() && !before.get().equals(draft.keys(role))) {
            tell(role, file, before.get(), "-before", report, facts);
        }
    }

    private static void tell(
            String role, Metadata file, RoleKeys keys, String suffix, Report report, JsonObject facts) {
        String whose = suffix.isEmpty() ? role : "the " + role + " before";
        JsonArray signed = new JsonArray();
        report.line("  signatures for " + whose + ": " + keys.signatures(file) + " of " + keys.threshold() + " needed");
        for (PublicKey key : keys.keys()) {
            boolean has = key.signed(file);
            report.line("    " + (has ? "signed      " : "not signed  ") + key.id());
            if (has) {
                signed.add(key.id());
            }
        }
        facts.add("signed" + suffix, signed);
        facts.addProperty("needed" + suffix, keys.threshold());
    }

    /**
     * One difference.
     *
     * @param sign {@code +} for what is added, {@code -} for what is gone, {@code ~} for what is changed, a space for an explanation
     */
    record Change(char sign, String what) {
        JsonObject toJson() {
            JsonObject json = new JsonObject();
            json.addProperty("sign", String.valueOf(sign));
            json.addProperty("what", what);
            return json;
        }

        @Override
        public String toString() {
            return sign + " " + what;
        }
    }
}
