package org.benchconnect.link.egress;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The proxy of the whole PC in the registry of Windows: {@code ProxyEnable}, {@code ProxyServer} and {@code ProxyOverride} of {@code HKLM\...\Internet
 * Settings}, which a policy sets for all accounts, the service's too. {@code AutoConfigURL} and automatic detection are not followed.
 *
 * @param proxy for https
 * @param bypass names that go without, as written
 */
record WindowsProxy(Optional<HostPort> proxy, String bypass) {
    private static final String KEY = "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
    private static final Pattern VALUE =
            Pattern.compile("^\\s+(\\w+)\\s+REG_(SZ|DWORD)\\s+(.*?)\\s*$", Pattern.MULTILINE);
    private static final int MAX_OUTPUT = 64 * 1024;
    private static final long PATIENCE_SECONDS = 5;

    /** What the registry says; empty on other systems. */
    static Optional<WindowsProxy> ofThisPc() {
        String root = System.getenv("SystemRoot");
        if (root == null || !System.getProperty("os.name", "").startsWith("Windows")) {
            return Optional.empty();
        }
        Path program = Path.of(root, "System32", "reg.exe");
        return Files.isRegularFile(program) ? asked(program) : Optional.empty();
    }

    private static Optional<WindowsProxy> asked(Path program) {
        try {
            Process asking = new ProcessBuilder(program.toString(), "query", KEY)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            asking.getOutputStream().close();
            byte[] output = asking.getInputStream().readNBytes(MAX_OUTPUT);
            if (!asking.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                asking.destroyForcibly();
            }
            return of(new String(output, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** What {@code reg query} printed; empty if no proxy is switched on. */
    static Optional<WindowsProxy> of(String printed) {
        String enabled = "";
        String server = "";
        String override = "";
        Matcher values = VALUE.matcher(printed);
        while (values.find()) {
            switch (values.group(1)) {
                case "ProxyEnable" -> enabled = values.group(3);
                case "ProxyServer" -> server = values.group(3);
                case "ProxyOverride" -> override = values.group(3);
                default -> {
                    // of no interest here
                }
            }
        }
        return enabled.equals("0x1") ? Optional.of(new WindowsProxy(forHttps(server), override)) : Optional.empty();
    }

    /** {@code host:port} for all protocols, or {@code http=host:port;https=host:port}. */
    private static Optional<HostPort> forHttps(String server) {
        return server.contains("=")
                ? Arrays.stream(server.split(";"))
                        .map(String::strip)
                        .filter(each -> each.startsWith("https="))
                        .findFirst()
                        .flatMap(each -> HostPort.of(each.substring("https=".length())))
                : HostPort.of(server);
    }

    /** Entries with a * anywhere, divided by semicolons; {@code <local>} is every name without a dot. */
    boolean isBypassed(Host host) {
        return Arrays.stream(bypass.split(";"))
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .filter(entry -> !entry.isEmpty())
                .anyMatch(entry -> entry.equals("<local>")
                        ? host.isName() && !host.text().contains(".")
                        : wild(entry).matcher(host.text()).matches());
    }

    private static Pattern wild(String entry) {
        return Pattern.compile(Arrays.stream(entry.split("\\*", -1))
                .map(Pattern::quote)
                .reduce((a, b) -> a + ".*" + b)
                .orElse(""));
    }
}
