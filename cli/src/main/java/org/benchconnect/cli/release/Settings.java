package org.benchconnect.cli.release;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.benchconnect.upgrade.tuf.StrictJson;
import org.benchconnect.upgrade.tuf.StrictJsonException;

/**
 * The working folder's {@code release.json}, which people edit: for how many days each kind of metadata is valid. The shorter the
 * timestamp, the sooner a PC notices that somebody keeps new releases from it; the longer, the longer the online machine may be down.
 */
record Settings(Map<String, Integer> validDays) {
    static final String FILE = "release.json";

    private static final String VALID = "valid-days";
    private static final int LONGEST_FILE = 16_384;
    private static final int MOST_DAYS = 3660;
    private static final Map<String, Integer> USUAL = Map.of(
            Roles.ROOT, 365,
            Roles.TARGETS, 92,
            Roles.SNAPSHOT, 31,
            Roles.TIMESTAMP, 7);

    Settings {
        validDays = Map.copyOf(validDays);
    }

    static Settings usual() {
        return new Settings(USUAL);
    }

    static Settings read(Path file) throws IOException, ReleaseRefusal {
        if (Files.size(file) > LONGEST_FILE) {
            throw new ReleaseRefusal(file + " is too long");
        }
        try {
            JsonObject json = StrictJson.parseObject(Files.readAllBytes(file));
            Map<String, Integer> days = new TreeMap<>(USUAL);
            for (Map.Entry<String, JsonElement> entry :
                    json.getAsJsonObject(VALID).entrySet()) {
                int value = entry.getValue().getAsInt();
                if (!USUAL.containsKey(entry.getKey()) || value < 1 || value > MOST_DAYS) {
                    throw new ReleaseRefusal(file + ": " + VALID
                            + " has root, targets, snapshot and timestamp, each from 1" + " to " + MOST_DAYS);
                }
                days.put(entry.getKey(), value);
            }
            return new Settings(days);
        } catch (StrictJsonException | RuntimeException broken) {
            throw new ReleaseRefusal(file + " cannot be read: " + broken.getMessage(), broken);
        }
    }

    byte[] bytes() {
        JsonObject days = new JsonObject();
        Roles.TOP_LEVEL.forEach(role -> days.addProperty(role, validity(role).toDays()));
        JsonObject json = new JsonObject();
        json.add(VALID, days);
        return (new GsonBuilder().setPrettyPrinting().create().toJson(json) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** When metadata of a role that is made now ends; a plugin vendor's role is like targets. */
    Instant expiry(String role, Instant now) {
        return now.plus(validity(role));
    }

    Duration validity(String role) {
        return Duration.ofDays(validDays.getOrDefault(role, validDays.getOrDefault(Roles.TARGETS, 1)));
    }
}
