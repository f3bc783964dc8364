package org.benchconnect.tests.lab;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A later release of the agent itself: the document of the build, with some modules rebuilt, the others byte for byte the same, and perhaps settings.
 *
 * @param version of the release, later than 0.1.0
 * @param counter higher than 1
 * @param rebuilt modules that changed
 * @param configurations settings that travel with it, by PID
 */
public record LaterBase(
        String version, long counter, List<Rebuilt> rebuilt, Map<String, Map<String, Object>> configurations) {
    /** The feature that is the agent. */
    public static final String NAME = "org.benchconnect.base";

    private static final Path BUILT = Path.of(System.getProperty("benchconnect.installation"), "release");

    /** Without settings. */
    public static LaterBase of(String version, long counter, Rebuilt... rebuilt) {
        return new LaterBase(version, counter, List.of(rebuilt), Map.of());
    }

    /** With settings of one PID. */
    public LaterBase setting(String pid, Map<String, Object> values) {
        Map<String, Map<String, Object>> more = new LinkedHashMap<>(configurations);
        more.put(pid, values);
        return new LaterBase(version, counter, rebuilt, more);
    }

    /**
     * What {@code release add feature} takes.
     *
     * @param document complete
     * @param jars all its modules
     */
    record Made(Path document, List<Path> jars) {}

    /** Writes document and rebuilt modules into a folder. */
    Made into(Path folder) throws IOException {
        JsonObject document = JsonParser.parseString(Files.readString(BUILT.resolve(NAME + ".json")))
                .getAsJsonObject();
        document.addProperty("id", "org.benchconnect:" + NAME + ":" + version);
        document.getAsJsonObject("extensions")
                .getAsJsonObject("org.benchconnect.release")
                .getAsJsonObject("json")
                .addProperty("counter", counter);
        if (!configurations.isEmpty()) {
            document.add("configurations", new Gson().toJsonTree(configurations));
        }
        List<Path> jars = new ArrayList<>();
        for (JsonElement each : document.getAsJsonArray("bundles")) {
            jars.add(jar(each.getAsJsonObject(), folder));
        }
        Path written = Files.writeString(folder.resolve(NAME + "-" + version + ".json"), new Gson().toJson(document));
        return new Made(written, jars);
    }

    /** The module's file; a rebuilt one's line of the document is changed to it. */
    private Path jar(JsonObject line, Path folder) throws IOException {
        String[] coordinates = line.get("id").getAsString().split(":");
        for (Rebuilt module : rebuilt) {
            if (module.artifact().equals(coordinates[1])) {
                Path jar = module.into(folder);
                line.addProperty("id", coordinates[0] + ":" + coordinates[1] + ":" + module.version());
                line.addProperty("sha256", sha256(jar));
                line.addProperty("length", Files.size(jar));
                return jar;
            }
        }
        return BUILT.resolve(coordinates[1] + "-" + coordinates[2] + ".jar").toAbsolutePath();
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
