package org.benchconnect.desk.viewer;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of the page and what is said along with each of them. Some 900 KB, kept once they were asked for. Safe for any thread. */
final class Page {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private static final Gson JSON_WRITER =
            new GsonBuilder().disableHtmlEscaping().create();

    static final String JSON = "application/json; charset=utf-8";

    /** Names of this bundle's own files, and of the client library's below {@code /novnc/}; nothing else is looked for. */
    private static final Pattern FILE =
            Pattern.compile("/(novnc/(?:core|vendor)/(?:[a-z0-9]+/){0,4})?([a-z0-9\\-]{1,40})\\.([a-z]{2,4})");

    private static final Pattern TEXTS = Pattern.compile("/texts/(en|it|es)\\.json");

    private final Map<String, PageFile> known = new ConcurrentHashMap<>();
    private final PageFile settings;
    private final Map<String, String> headers;

    /**
     * @param relay the one that the page may reach
     * @param registryKey of the registry, in base64
     */
    Page(String relay, String registryKey) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("v", 1);
        said.put("relay", relay);
        said.put("registryKey", registryKey);
        settings = new PageFile(JSON, json(said));
        headers = headers(relay);
    }

    /** What goes with every answer. */
    Map<String, String> headers() {
        return headers;
    }

    /** A file; empty if there is none of this path. */
    Optional<PageFile> file(String path) throws IOException {
        if (path.equals("/viewer.json")) {
            return Optional.of(settings);
        }
        PageFile before = known.get(path);
        if (before != null) {
            return Optional.of(before);
        }
        Optional<PageFile> read = read(path.equals("/") ? "/index.html" : path);
        read.ifPresent(file -> known.put(path, file)); // only what exists is kept, so that nobody fills the memory
        return read;
    }

    private static Optional<PageFile> read(String path) throws IOException {
        Matcher texts = TEXTS.matcher(path);
        if (texts.matches()) {
            return Optional.of(new PageFile(JSON, texts(texts.group(1))));
        }
        Matcher file = FILE.matcher(path);
        String type = file.matches() ? TYPES.get(file.group(3)) : null;
        if (type == null) {
            return Optional.empty();
        }
        String resource = (file.group(1) == null ? "page" : "") + path;
        try (InputStream in =
                Page.class.getResourceAsStream(resource.startsWith("/") ? resource.substring(1) : resource)) {
            return in == null ? Optional.empty() : Optional.of(new PageFile(type, in.readAllBytes()));
        }
    }

    private static byte[] texts(String language) throws IOException {
        String resource = "/OSGI-INF/l10n/texts_" + language + ".properties";
        Properties properties = new Properties();
        try (InputStreamReader in = new InputStreamReader(
                Objects.requireNonNull(Page.class.getResourceAsStream(resource), resource), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        Map<String, String> byKey = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> byKey.put(key, properties.getProperty(key)));
        return json(byKey);
    }

    private static byte[] json(Map<String, ?> value) {
        return JSON_WRITER.toJson(value).getBytes(StandardCharsets.UTF_8);
    }

    /** Only this origin's scripts and styles, no markup made of strings, no form, no frame; and the relay. Pictures come as data: the screen's. */
    private static Map<String, String> headers(String relay) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' "
                        + relay
                        + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                        + " require-trusted-types-for 'script'; trusted-types 'none'");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put(
                "Permissions-Policy",
                "camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), clipboard-read=()");
        headers.put("Cache-Control", "no-cache");
        return headers;
    }
}
