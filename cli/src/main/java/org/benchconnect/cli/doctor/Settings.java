package org.benchconnect.cli.doctor;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The settings as their file says them, for the few questions of the doctor. Whether each is right, the agent tells. */
public final class Settings {
    private static final int MAX_BYTES = 1 << 20;

    private final JsonObject sections;

    private Settings(JsonObject sections) {
        this.sections = sections;
    }

    /** Those of a home folder; none where there is no file. */
    static Settings read(Path home) throws BlockedException {
        Path file = home.resolve("config").resolve("agent.json");
        Map<String, String> local = Map.of("path", file.toString());
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // A pipe would keep us for ever.
            throw new BlockedException(Cause.SETTINGS_UNREADABLE, local);
        }
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
            JsonReader reader = new JsonReader(new StringReader(text));
            // Comments are allowed.
            reader.setStrictness(Strictness.LENIENT);
            return new Settings(JsonParser.parseReader(reader).getAsJsonObject());
        } catch (NoSuchFileException e) {
            return new Settings(new JsonObject());
        } catch (IOException e) {
            throw new BlockedException(Cause.SETTINGS_UNREADABLE, local);
        } catch (JsonParseException | IllegalStateException e) {
            throw new BlockedException(Cause.SETTINGS_BROKEN, local);
        }
    }

    /** A text, without blanks around it; empty if it is not there. */
    String text(String section, String key) {
        return member(section, key)
                .filter(value ->
                        value.isJsonPrimitive() && value.getAsJsonPrimitive().isString())
                .map(value -> value.getAsString().strip())
                .orElse("");
    }

    private Optional<JsonElement> member(String section, String key) {
        return Optional.ofNullable(sections.get(section))
                .filter(JsonElement::isJsonObject)
                .map(each -> each.getAsJsonObject().get(key));
    }

    /** Every folder of an instrument that an adapter reads, by its setting. */
    Map<String, String> instrumentFolders() {
        Map<String, String> folders = new LinkedHashMap<>();
        for (String section : sections.keySet()) {
            if (section.startsWith("adapter.")) {
                for (String key : keys(section)) {
                    boolean folder = key.equals("folder") || key.endsWith("-folder");
                    if (folder && !text(section, key).isEmpty()) {
                        folders.put(section + " " + key, text(section, key));
                    }
                }
            }
        }
        return folders;
    }

    private Set<String> keys(String section) {
        JsonElement there = sections.get(section);
        return there.isJsonObject() ? there.getAsJsonObject().keySet() : Set.of();
    }
}
