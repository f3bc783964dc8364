package org.benchconnect.teamviewerbridge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Looks for the client, by reading only. May block for the patience of two commands. */
@FunctionalInterface
public interface ClientLookup {
    /** So much of a file or an output is read. */
    int MAX_BYTES = 256 * 1024;

    /** The client now. */
    Client look() throws InterruptedException;

    /** The way of this operating system; where TeamViewer has none that we know, there is no client. */
    static ClientLookup here(String osName, Map<String, String> environment) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return windows(Path.of(environment.getOrDefault("SystemRoot", "C:\\Windows")));
        }
        return os.startsWith("linux") ? linux(Path.of("/opt/teamviewer")) : () -> Client.ABSENT;
    }

    /** From the registry, of 32 bits first, as the client is by default. */
    static ClientLookup windows(Path systemRoot) {
        return () -> {
            for (String key : List.of("SOFTWARE\\WOW6432Node\\TeamViewer", "SOFTWARE\\TeamViewer")) {
                Optional<String> output = new Command(
                                List.of(
                                        systemRoot
                                                .resolve("System32")
                                                .resolve("reg.exe")
                                                .toString(),
                                        "query",
                                        "HKLM\\" + key),
                                Duration.ofSeconds(2),
                                MAX_BYTES)
                        .run();
                Client client = output.map(text -> RegistryOutput.parse("HKEY_LOCAL_MACHINE\\" + key, text))
                        .orElse(Client.ABSENT);
                if (client.installed()) {
                    return client;
                }
            }
            return Client.ABSENT;
        };
    }

    /** From the folder of the package. Its configuration may be readable by root only: then version and id are unknown. */
    static ClientLookup linux(Path folder) {
        return () -> {
            if (!Files.isDirectory(folder.resolve("tv_bin"))) {
                return Client.ABSENT;
            }
            try (InputStream in = Files.newInputStream(folder.resolve("config/global.conf"))) {
                return GlobalConf.parse(new String(in.readNBytes(MAX_BYTES), StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                return new Client(true, null, null);
            }
        };
    }
}
