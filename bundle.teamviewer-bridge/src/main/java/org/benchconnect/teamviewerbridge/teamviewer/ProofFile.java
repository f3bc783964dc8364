package org.benchconnect.teamviewerbridge.teamviewer;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * By which settings of the exported file each rule is proven: {@code teamviewer-proof.json}, written by who set and tried them on a real client. The agent has no
 * such list of its own, because public sources contradict each other on what a value means. It is bound to the bytes of one exported file.
 *
 * @param golden the SHA-256 of the exported file
 * @param root the path in the exported file below which it has the names of the client; empty if they are outermost
 * @param unlike paths of settings that differ from PC to PC, as an id or a window's place does; never one that a rule names
 * @param rules for each rule the paths of its settings below the root, 1 to 20; a rule that is not stated is missing
 */
record ProofFile(String golden, String root, Set<String> unlike, Map<ProofRule, List<String>> rules) {
    /** Its name in the installation folder. */
    static final String NAME = "teamviewer-proof.json";
    /** The longest. In bytes. */
    static final int LONGEST = 64 * 1024;

    private static final int MOST = 20;
    private static final int MOST_UNLIKE = 500;
    private static final int LONGEST_PATH = 400;

    ProofFile {
        unlike = Set.copyOf(unlike);
        rules = Map.copyOf(rules);
    }

    /** Reads the bytes of the file. */
    static ProofFile read(byte[] bytes) throws SettingsFileException {
        ProofFile file = StrictJson.read(bytes, LONGEST, ProofFile::object);
        if (!file.golden.matches("[0-9a-f]{64}")) {
            throw new SettingsFileException("golden is not the SHA-256 of the exported file");
        }
        if (file.rules.values().stream().flatMap(List::stream).anyMatch(file.unlike::contains)) {
            throw new SettingsFileException("a setting that a rule names cannot differ from PC to PC");
        }
        return file;
    }

    private static ProofFile object(JsonReader json) throws IOException, SettingsFileException {
        Set<String> seen = new HashSet<>();
        String golden = "";
        String root = "";
        List<String> unlike = List.of();
        Map<ProofRule, List<String>> rules = new EnumMap<>(ProofRule.class);
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            if (!seen.add(name)) {
                throw new SettingsFileException(name + " comes twice");
            }
            switch (name) {
                case "v" -> requireOne(json);
                case "golden" -> golden = text(json);
                case "root" -> root = text(json);
                case "unlike" -> unlike = paths(json, MOST_UNLIKE);
                case "rules" -> rules(json, rules);
                default ->
                    throw new SettingsFileException("it has a member that is none of v, golden, root, unlike, rules");
            }
        }
        json.endObject();
        if (!seen.containsAll(Set.of("v", "golden", "rules"))) {
            throw new SettingsFileException("v, golden or rules is missing");
        }
        return new ProofFile(golden, root, Set.copyOf(unlike), rules);
    }

    private static void requireOne(JsonReader json) throws IOException, SettingsFileException {
        if (json.peek() != JsonToken.NUMBER || !json.nextString().equals("1")) {
            throw new SettingsFileException("v is not 1");
        }
    }

    private static void rules(JsonReader json, Map<ProofRule, List<String>> rules)
            throws IOException, SettingsFileException {
        json.beginObject();
        while (json.hasNext()) {
            String token = json.nextName();
            Optional<ProofRule> rule = Stream.of(ProofRule.values())
                    .filter(one -> one != ProofRule.AS_EXPORTED)
                    .filter(one -> one.token().equals(token))
                    .findFirst();
            if (rule.isEmpty()) {
                throw new SettingsFileException("there is a rule of no such name");
            }
            List<String> paths = paths(json, MOST);
            if (paths.isEmpty() || rules.put(rule.get(), paths) != null) {
                throw new SettingsFileException(token + " names no setting, or comes twice");
            }
        }
        json.endObject();
    }

    private static List<String> paths(JsonReader json, int most) throws IOException, SettingsFileException {
        List<String> paths = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            paths.add(text(json));
            if (paths.size() > most) {
                throw new SettingsFileException("more than " + most + " settings");
            }
        }
        json.endArray();
        return List.copyOf(paths);
    }

    private static String text(JsonReader json) throws IOException, SettingsFileException {
        if (json.peek() != JsonToken.STRING) {
            throw new SettingsFileException("a text is expected where there is none");
        }
        String text = json.nextString();
        if (text.length() > LONGEST_PATH) {
            throw new SettingsFileException("a text has more than " + LONGEST_PATH + " characters");
        }
        return text;
    }
}
