package org.benchconnect.desk.viewer;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** The transcripts that the agent's end wrote: {@code bundles/engine.rfb/src/test/resources/golden}. */
final class Golden {
    private static final Path FOLDER = Path.of("..", "engine.rfb", "src", "test", "resources", "golden");

    private Golden() {}

    static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonObject read(String name) {
        return new Gson().fromJson(text(name), JsonObject.class);
    }

    /** A member by its path, as bytes. */
    static byte[] bytes(JsonObject object, String... path) {
        JsonObject at = object;
        for (int i = 0; i < path.length - 1; i++) {
            at = at.getAsJsonObject(path[i]);
        }
        return HexFormat.of().parseHex(at.get(path[path.length - 1]).getAsString());
    }
}
