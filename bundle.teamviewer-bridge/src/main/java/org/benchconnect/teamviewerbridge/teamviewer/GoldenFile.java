package org.benchconnect.teamviewerbridge.teamviewer;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The settings that an administrator exported from a client on which he had set and tried them: {@code teamviewer.tvopt}. Read as a tree of objects in JSON whose
 * leaves are texts, whole numbers, booleans and lists of texts; any other form is refused, so that nothing is proven by it. Pure.
 */
final class GoldenFile {
    /** Its name in the installation folder. */
    static final String NAME = "teamviewer.tvopt";
    /** The longest. In bytes. */
    static final int LONGEST = 256 * 1024;

    private static final int MOST = 4000;
    private static final Pattern SEGMENT = Pattern.compile("[\\x20-\\x7e&&[^/\\\\]]{1,120}");

    private final String digest;
    private final Map<String, Setting> settings;

    private GoldenFile(String digest, Map<String, Setting> settings) {
        this.digest = digest;
        this.settings = Map.copyOf(settings);
    }

    /** Reads the bytes of the file. */
    static GoldenFile read(byte[] bytes) throws SettingsFileException {
        Map<String, Setting> settings = new TreeMap<>();
        StrictJson.read(bytes, LONGEST, json -> {
            object(json, "", settings);
            return settings;
        });
        if (settings.isEmpty()) {
            throw new SettingsFileException("it has no setting");
        }
        return new GoldenFile(sha256(bytes), settings);
    }

    /** The SHA-256 of its bytes, 64 hexadecimal digits. */
    String digest() {
        return digest;
    }

    /** Each setting by its path: the names from the outside in, with slashes. */
    Map<String, Setting> settings() {
        return settings;
    }

    private static void object(JsonReader json, String path, Map<String, Setting> settings)
            throws IOException, SettingsFileException {
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            if (!SEGMENT.matcher(name).matches()) {
                throw new SettingsFileException("a name of a setting is not of printable ASCII");
            }
            String inner = path.isEmpty() ? name : path + "/" + name;
            if (json.peek() == JsonToken.BEGIN_OBJECT) {
                object(json, inner, settings);
            } else if (settings.put(inner, leaf(json)) != null || settings.size() > MOST) {
                throw new SettingsFileException("a setting comes twice, or there are more than " + MOST);
            }
        }
        json.endObject();
    }

    private static Setting leaf(JsonReader json) throws IOException, SettingsFileException {
        return switch (json.peek()) {
            case STRING -> new Setting.Text(json.nextString());
            case NUMBER -> new Setting.Number(Long.parseLong(json.nextString()));
            case BOOLEAN -> new Setting.Number(json.nextBoolean() ? 1 : 0);
            case BEGIN_ARRAY -> new Setting.Texts(texts(json));
            default -> throw new SettingsFileException("a setting is neither text, number, boolean nor list of texts");
        };
    }

    private static List<String> texts(JsonReader json) throws IOException, SettingsFileException {
        List<String> texts = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            if (json.peek() != JsonToken.STRING || texts.size() >= MOST) {
                throw new SettingsFileException("a list is not of texts, or has more than " + MOST);
            }
            texts.add(json.nextString());
        }
        json.endArray();
        return texts;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
