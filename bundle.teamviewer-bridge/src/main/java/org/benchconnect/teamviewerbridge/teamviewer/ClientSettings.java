package org.benchconnect.teamviewerbridge.teamviewer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the client keeps of its settings, as printed by {@code reg.exe query KEY /s} or as lines of {@code global.conf}. A line of another form is no setting, and a
 * setting that comes twice with two values is none: what is not there proves nothing. Pure.
 */
final class ClientSettings {
    private static final int MOST = 8000;
    private static final Pattern VALUE =
            Pattern.compile(" {4}([\\x20-\\x7e]{1,120}?) {4}REG_(SZ|DWORD|QWORD|MULTI_SZ) {4}([^\\r\\n]{0,8000})");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]{1,16}");
    private static final Pattern CONF = Pattern.compile(
            "\\[(int32|int64|strng)] ([\\x21-\\x7e]{1,240}) = (-?[0-9]{1,19}|\"[^\"\\r\\n]{0,8000}\")\\s*");

    private final Map<String, Setting> settings = new HashMap<>();
    private final Set<String> contradicting = new HashSet<>();

    private ClientSettings() {}

    /** Of these keys together: {@code HKEY_LOCAL_MACHINE\SOFTWARE\TeamViewer} and what it printed. */
    static Map<String, Setting> ofRegistry(Map<String, String> outputs) {
        ClientSettings all = new ClientSettings();
        outputs.forEach(all::registry);
        return Map.copyOf(all.settings);
    }

    /** Of the file on Linux. */
    static Map<String, Setting> ofConf(String text) {
        ClientSettings all = new ClientSettings();
        text.lines().forEach(line -> {
            Matcher value = CONF.matcher(line);
            if (value.matches()) {
                all.conf(value.group(2).replace('\\', '/'), value.group(3));
            }
        });
        return Map.copyOf(all.settings);
    }

    private void registry(String key, String output) {
        @Nullable String inner = null;
        for (String line : output.lines().toList()) {
            if (line.startsWith("HKEY_")) {
                inner = below(key, line.strip());
                continue;
            }
            Matcher value = VALUE.matcher(line);
            if (inner != null && value.matches()) {
                registryValue(inner + value.group(1), value.group(2), value.group(3));
            }
        }
    }

    /** The path below our key, with a slash behind it; null of another key. */
    private static @Nullable String below(String key, String found) {
        String ours = key.toLowerCase(Locale.ROOT);
        String theirs = found.toLowerCase(Locale.ROOT);
        if (theirs.equals(ours)) {
            return "";
        }
        return theirs.startsWith(ours + "\\")
                ? found.substring(key.length() + 1).replace('\\', '/') + "/"
                : null;
    }

    private void registryValue(String path, String type, String content) {
        switch (type) {
            case "SZ" -> put(path, new Setting.Text(content));
            case "MULTI_SZ" ->
                put(path, new Setting.Texts(content.isEmpty() ? List.of() : List.of(content.split("\\\\0"))));
            default -> {
                if (HEXADECIMAL.matcher(content.strip()).matches()) {
                    put(
                            path,
                            new Setting.Number(
                                    Long.parseUnsignedLong(content.strip().substring(2), 16)));
                }
            }
        }
    }

    private void conf(String path, String content) {
        if (content.startsWith("\"")) {
            put(path, new Setting.Text(content.substring(1, content.length() - 1)));
            return;
        }
        try {
            put(path, new Setting.Number(Long.parseLong(content)));
        } catch (NumberFormatException beyond64Bits) {
            contradicting.add(path);
        }
    }

    private void put(String path, Setting setting) {
        Setting before =
                settings.size() < MOST && !contradicting.contains(path) ? settings.put(path, setting) : setting;
        if (before != null && !before.equals(setting)) {
            settings.remove(path);
            contradicting.add(path);
        }
    }
}
