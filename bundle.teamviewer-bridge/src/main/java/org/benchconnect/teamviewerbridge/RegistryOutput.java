package org.benchconnect.teamviewerbridge;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.benchconnect.core.signal.SoftwareVersion;
import org.jspecify.annotations.Nullable;

/**
 * What {@code reg.exe query KEY} prints: the key, then a line for each value with name, type and content between runs of
 * spaces. Values of a key that lies below another line's key are not ours. Pure.
 */
final class RegistryOutput {
    private static final Pattern VALUE =
            Pattern.compile(" {4}([A-Za-z]{1,40}) {4}REG_(SZ|DWORD|QWORD) {4}([\\x20-\\x7e]{1,200})");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]{1,16}");

    private RegistryOutput() {}

    /** The client that a key speaks of. One that was removed leaves a key without its folder and version. */
    static Client parse(String key, String output) {
        Map<String, String> values = values(key, output);
        if (!values.containsKey("InstallationDirectory") && !values.containsKey("Version")) {
            return Client.ABSENT;
        }
        return new Client(
                true,
                SoftwareVersion.parse(values.getOrDefault("Version", "")).orElse(null),
                number(values.getOrDefault("ClientID", "")));
    }

    private static Map<String, String> values(String key, String output) {
        Map<String, String> values = new HashMap<>();
        boolean ours = false;
        for (String line : output.lines().toList()) {
            if (line.startsWith("HKEY_")) {
                ours = line.strip().equalsIgnoreCase(key);
            }
            Matcher value = VALUE.matcher(line);
            if (ours && value.matches()) {
                values.putIfAbsent(value.group(1), value.group(3));
            }
        }
        return values;
    }

    private static @Nullable Long number(String content) {
        return HEXADECIMAL.matcher(content.strip()).matches()
                ? Long.valueOf(Long.parseUnsignedLong(content.strip().substring(2), 16))
                : null;
    }
}
