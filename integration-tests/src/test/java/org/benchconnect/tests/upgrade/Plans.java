package org.benchconnect.tests.upgrade;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a plan says, as the local API writes it. */
final class Plans {
    private Plans() {}

    /** Symbolic names of the modules that change. */
    static Set<String> changed(JsonObject plan) {
        Set<String> names = new TreeSet<>();
        for (JsonElement change : plan.getAsJsonArray("changes")) {
            names.add(change.getAsJsonObject().get("module").getAsString());
        }
        return names;
    }

    /** Symbolic names of the modules that stop although they do not change. */
    static Set<String> stops(JsonObject plan) {
        Set<String> names = new TreeSet<>();
        plan.getAsJsonArray("stops").forEach(name -> names.add(name.getAsString()));
        return names;
    }

    /** SHA-256 of the documents. */
    static List<String> documents(JsonObject plan) {
        List<String> digests = new ArrayList<>();
        for (JsonElement feature : plan.getAsJsonArray("features")) {
            digests.add(feature.getAsJsonObject().get("document").getAsString());
        }
        return digests;
    }
}
