package org.benchconnect.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The agent's own word, in its log, that every module is started; and, a step further, its API's first answer. */
final class AgentReady {
    private static final Pattern API = Pattern.compile("\"(url|token)\"\\s*:\\s*\"([^\"]+)\"");

    private final Path home;

    AgentReady(Path home) {
        this.home = home;
    }

    /** Forgets the log and the API of the start before. */
    void reset() throws IOException {
        Files.deleteIfExists(home.resolve("run/api"));
        Folders.delete(home.resolve("log"));
    }

    /** Whether the API answers a status. */
    boolean answers() throws IOException {
        Path api = home.resolve("run/api");
        return Files.exists(api) && allActive() && answers(Files.readString(api));
    }

    /** Whether every module is started. */
    boolean allActive() throws IOException {
        if (!Files.isDirectory(home.resolve("log"))) {
            return false;
        }
        try (var logs = Files.list(home.resolve("log"))) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                if (Files.readString(log).contains("BenchConnect runs")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean answers(String api) throws IOException {
        String url = "";
        String token = "";
        for (Matcher found = API.matcher(api); found.find(); ) {
            if (found.group(1).equals("url")) {
                url = found.group(2);
            } else {
                token = found.group(2);
            }
        }
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(url.replaceAll("/$", "") + "/api/v1/status").toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + token);
        try {
            return connection.getResponseCode() == 200;
        } finally {
            connection.disconnect();
        }
    }
}
