package org.benchconnect.link.egress;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The proxy of the whole PC in the registry of Windows: {@code ProxyEnable}, {@code ProxyServer} and {@code ProxyOverride} of {@code HKLM\...\Internet
 * Settings}, which a policy sets for all accounts, the service's too. {@code AutoConfigURL} and automatic detection are not followed.
 *
 * @param forHttps as written: {@code host:port}, or empty for none
 * @param bypass names that go without, as written
 */
record WindowsProxy(String forHttps, String bypass) {
    /** The registry did not answer: nobody knows whether there is one. */
    private static final WindowsProxy UNREADABLE = new WindowsProxy("?", "");

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
            return answer(asking);
        } catch (IOException e) {
            return Optional.of(UNREADABLE);
        }
    }

    /** Within {@value #PATIENCE_SECONDS} seconds, whatever the program does. */
    static Optional<WindowsProxy> answer(Process asking) {
        FutureTask<byte[]> output =
                new FutureTask<>(() -> asking.getInputStream().readNBytes(MAX_OUTPUT));
        Thread reading = new Thread(output, "benchconnect-system-proxy");
        reading.setDaemon(true);
        reading.start();
        try {
            return of(new String(output.get(PATIENCE_SECONDS, TimeUnit.SECONDS), StandardCharsets.ISO_8859_1));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.of(UNREADABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(UNREADABLE);
        } finally {
            asking.destroyForcibly();
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
    private static String forHttps(String server) {
        return server.contains("=")
                ? Arrays.stream(server.split(";"))
                        .map(String::strip)
                        .filter(each -> each.startsWith("https="))
                        .findFirst()
                        .map(each -> each.substring("https=".length()).strip())
                        .orElse("")
                : server;
    }

    /** Entries with a * anywhere, divided by semicolons; {@code <local>} is every name without a dot. */
    boolean isBypassed(Host host) {
        return Arrays.stream(bypass.split(";"))
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .filter(entry -> !entry.isEmpty())
                .anyMatch(entry -> entry.equals("<local>")
                        ? host.isName() && !host.text().contains(".")
                        : matches(entry, host.text()));
    }

    /** Each piece between stars where it first fits: no earlier choice can help a later one, so the time is that of reading. */
    private static boolean matches(String entry, String text) {
        String[] pieces = entry.split("\\*", -1);
        String first = pieces[0];
        String last = pieces[pieces.length - 1];
        if (pieces.length == 1) {
            return text.equals(entry);
        }
        int at = first.length();
        int end = text.length() - last.length();
        if (at > end || !text.startsWith(first) || !text.endsWith(last)) {
            return false;
        }
        for (String piece : Arrays.asList(pieces).subList(1, pieces.length - 1)) {
            int found = text.indexOf(piece, at);
            if (found < 0 || found + piece.length() > end) {
                return false;
            }
            at = found + piece.length();
        }
        return true;
    }
}
