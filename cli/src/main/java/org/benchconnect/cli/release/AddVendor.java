package org.benchconnect.cli.release;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code release add vendor}: delegates to a plugin vendor the features whose names begin with the vendor's, and their modules, and
 * nothing else. The delegation is terminating: for these names nobody else is asked. Given again, it changes the vendor's keys.
 */
final class AddVendor {
    static final String FORM = " WORK VENDOR --key PEM [--key PEM]... [--threshold N]";
    static final Set<String> OPTIONS = Set.of("--key", "--threshold");

    private AddVendor() {}

    static void run(Arguments arguments, Release.Situation situation) throws IOException, ReleaseUsage, ReleaseRefusal {
        List<String> words = arguments.words(2);
        String vendor = words.get(1);
        if (!Roles.isVendor(vendor)) {
            throw new ReleaseRefusal(
                    "'" + vendor + "' cannot be a plugin vendor's name: it is the beginning of its features'"
                            + " names, such as com.example, and not ours");
        }
        RoleKeys keys = RoleList.read(arguments, "key", Optional.of(arguments.number("--threshold", 1)))
                .orElseThrow(() -> arguments.usage("--key names the vendor's public keys"));
        try (WorkFolder work = WorkFolder.open(arguments.path(words.get(0)))) {
            Draft draft = work.begunDraft();
            Metadata targets = draft.current(Roles.TARGETS)
                    .orElseThrow(() -> new ReleaseRefusal("there are no targets to delegate from"));
            for (String other : Roles.vendors(targets)) {
                if (!other.equals(vendor) && (overlap(other, vendor) || overlap(vendor, other))) {
                    throw new ReleaseRefusal("the names of " + vendor + " and " + other + " overlap");
                }
            }
            JsonObject changed = draft.next(Roles.TARGETS, work.settings().expiry(Roles.TARGETS, situation.now()));
            changed.add("delegations", delegations(targets, vendor, keys));
            draft.change(Roles.TARGETS, changed);
            draft.change(vendor, draft.next(vendor, work.settings().expiry(vendor, situation.now())));
            Review.of(draft, situation.now()).tell(situation.report());
        }
    }

    private static boolean overlap(String outer, String inner) {
        return inner.startsWith(outer + ".");
    }

    private static JsonObject delegations(Metadata targets, String vendor, RoleKeys keys) {
        Map<String, RoleKeys> all = new LinkedHashMap<>();
        JsonArray roles = new JsonArray();
        if (targets.signed().has("delegations")) {
            for (JsonElement role :
                    targets.signed().getAsJsonObject("delegations").getAsJsonArray("roles")) {
                String name = role.getAsJsonObject().get("name").getAsString();
                if (!name.equals(vendor)) {
                    RoleKeys.in(targets, name).ifPresent(known -> all.put(name, known));
                    roles.add(role);
                }
            }
        }
        all.put(vendor, keys);
        roles.add(Roles.delegation(vendor, keys));
        JsonObject delegations = new JsonObject();
        delegations.add("keys", RoleKeys.descriptions(all.values()));
        delegations.add("roles", roles);
        return delegations;
    }
}
