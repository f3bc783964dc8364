package org.benchconnect.engine.rfb.desktop;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The desktop servers of Windows, and the settings without which they are not used. They are read and never written. Their password is the one that they have stored, not one of
 * the session's own.
 */
enum WindowsServer {
    TIGHTVNC(
            "tvnserver",
            Map.of(
                    "allowloopback", "1",
                    "loopbackonly", "1",
                    "enablefiletransfers", "0",
                    "accepthttpconnections", "0",
                    "usevncauthentication", "1"),
            "password",
            "rfbport") {
        @Override
        Map<String, String> parse(String text) {
            return registry(text);
        }
    },
    ULTRAVNC(
            "uvnc_service",
            Map.of(
                    "loopbackonly", "1",
                    "allowloopback", "1",
                    "httpconnect", "0",
                    "filetransferenabled", "0",
                    "authrequired", "1"),
            "passwd",
            "portnumber") {
        @Override
        Map<String, String> parse(String text) {
            return ini(text);
        }
    };

    private static final int USUAL_PORT = 5900;
    private static final int PASSWORD_DIGITS = 16;

    private final String service;
    private final Map<String, String> wanted;
    private final String password;
    private final String port;

    WindowsServer(String service, Map<String, String> wanted, String password, String port) {
        this.service = service;
        this.wanted = wanted;
        this.password = password;
        this.port = port;
    }

    /** Names in small letters. */
    abstract Map<String, String> parse(String text);

    String service() {
        return service;
    }

    /** Where its settings are, from the folder of programs; TightVNC's are in the registry. */
    static Path ultraVncSettings(Path programs) {
        return programs.resolve("uvnc bvba").resolve("UltraVNC").resolve("ultravnc.ini");
    }

    /** The password and the port of settings that are as they have to be. */
    Checked check(String text) throws DesktopException {
        Map<String, String> found = parse(text);
        for (Map.Entry<String, String> one : wanted.entrySet()) {
            if (!one.getValue().equals(found.get(one.getKey()))) {
                throw new DesktopException(name() + " must have " + one.getKey() + "=" + one.getValue());
            }
        }
        try {
            String stored = found.getOrDefault(password, "");
            if (!stored.matches("[0-9a-fA-F]{16}([0-9a-fA-F]{2})?")) { // UltraVNC has a checksum behind it
                throw new DesktopException(name() + " has no password");
            }
            byte[] bytes = HexFormat.of().parseHex(stored.substring(0, PASSWORD_DIGITS));
            int number = Integer.parseInt(found.getOrDefault(port, USUAL_PORT + ""));
            return new Checked(VncPassword.ofFile(bytes), number);
        } catch (IllegalArgumentException e) {
            throw new DesktopException(name() + " has no port");
        }
    }

    /** Password and port. */
    record Checked(VncPassword password, int port) {}

    /** What {@code reg.exe query} prints: name, type, value. */
    private static Map<String, String> registry(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : text.split("\\R")) {
            String[] words = line.strip().split("\\s+");
            if (words.length == 3 && words[1].equals("REG_DWORD") && words[2].matches("0x[0-9a-fA-F]{1,8}")) {
                values.put(name(words[0]), Long.parseLong(words[2].substring(2), 16) + "");
            } else if (words.length == 3 && words[1].equals("REG_BINARY")) {
                values.put(name(words[0]), words[2]);
            }
        }
        return values;
    }

    private static String name(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small;
    }

    /** The sections {@code [admin]} and {@code [ultravnc]}; a name that comes twice has no value. */
    private static Map<String, String> ini(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        String section = "";
        for (String line : text.split("\\R")) {
            String bare = line.strip();
            int equals = bare.indexOf('=');
            if (bare.startsWith("[")) {
                section = bare.toLowerCase(Locale.ROOT);
            } else if (equals > 0 && (section.equals("[admin]") || section.equals("[ultravnc]"))) {
                String name = bare.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                values.merge(name, bare.substring(equals + 1).strip(), (one, other) -> "");
            }
        }
        return values;
    }
}
