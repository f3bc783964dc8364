package org.benchconnect.teamviewerbridge.teamviewer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An exported file, a statement about it and a client that is as exported. The names are made up: nobody knows what the real ones mean. */
final class ProvenSettings {
    static final String GOLDEN =
            """
            {"Client": {
              "Access": {"List": ["111", "222"], "Incoming": 3},
              "Outgoing": 0, "Meetings": 0, "Strength": "ten", "Renew": true, "Personal": false, "Easy": 0,
              "Files": 0, "Clipboard": 0, "Log": 1, "Admin": 1, "Window": 77, "Language": "en"}}
            """;

    private static final Map<ProofRule, String> PATHS = Map.ofEntries(
            Map.entry(ProofRule.ALLOWLIST, "Access/List"),
            Map.entry(ProofRule.CONFIRM_ALL, "Access/Incoming"),
            Map.entry(ProofRule.OUTGOING_OFF, "Outgoing"),
            Map.entry(ProofRule.MEETINGS_OFF, "Meetings"),
            Map.entry(ProofRule.RANDOM_PASSWORD, "Strength"),
            Map.entry(ProofRule.NEW_PASSWORD_EACH_SESSION, "Renew"),
            Map.entry(ProofRule.NO_PERSONAL_PASSWORD, "Personal"),
            Map.entry(ProofRule.NO_EASY_ACCESS, "Easy"),
            Map.entry(ProofRule.FILE_TRANSFER_DENIED, "Files"),
            Map.entry(ProofRule.CLIPBOARD_OFF, "Clipboard"),
            Map.entry(ProofRule.LOGGING_ON, "Log"),
            Map.entry(ProofRule.CHANGES_NEED_ADMINISTRATOR, "Admin"));

    private ProvenSettings() {}

    static String path(ProofRule rule) {
        return PATHS.getOrDefault(rule, "Language");
    }

    static String proof() {
        return proof(GOLDEN, "");
    }

    /** Without the rule of this token. */
    static String proof(String golden, String without) {
        String rules = Arrays.stream(ProofRule.values())
                .filter(rule -> PATHS.containsKey(rule) && !rule.token().equals(without))
                .map(rule -> "\"" + rule.token() + "\":[\"" + PATHS.get(rule) + "\"]")
                .collect(Collectors.joining(","));
        return "{\"v\":1,\"golden\":\"" + sha256(golden) + "\",\"root\":\"Client\",\"unlike\":[\"Window\"],\"rules\":{"
                + rules + "}}";
    }

    static Map<String, Setting> client() {
        Map<String, Setting> client = new HashMap<>();
        client.put("Access/List", new Setting.Texts(List.of("111", "222")));
        client.put("Access/Incoming", new Setting.Number(3));
        for (String off : List.of("Outgoing", "Meetings", "Personal", "Easy", "Files", "Clipboard")) {
            client.put(off, new Setting.Number(0));
        }
        for (String on : List.of("Renew", "Log", "Admin")) {
            client.put(on, new Setting.Number(1));
        }
        client.put("Strength", new Setting.Text("ten"));
        client.put("Language", new Setting.Text("en"));
        client.put("Window", new Setting.Number(12));
        return client;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
