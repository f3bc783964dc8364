package org.benchconnect.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.benchconnect.console.http.Access;
import org.benchconnect.console.http.Json;
import org.benchconnect.console.http.Reply;
import org.benchconnect.console.http.Route;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;

/** The files of the page, kept in memory: some 100 KB. They tell nothing of this PC, so that everybody here may have them. */
final class Page {
    /** Only this server's own scripts and styles, no markup made of strings but by the one template library. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
            + " require-trusted-types-for 'script'; trusted-types lit-html";

    static final List<String> FILES = List.of(
            "index.html",
            "style.css",
            "record.css",
            "support.css",
            "icon.svg",
            "main.js",
            "view.js",
            "cards.js",
            "marks.js",
            "shift.js",
            "service.js",
            "outgoing.js",
            "registration.js",
            "registering.js",
            "session.js",
            "stream.js",
            "words.js",
            "api.js",
            "rights.js",
            "acts.js",
            "asks.js",
            "asking.js",
            "dialog.js",
            "entries.js",
            "paragraphs.js",
            "questions.js",
            "functions.js",
            "history.js",
            "people.js",
            "updates.js",
            "plan.js",
            "upgrading.js",
            "support.js",
            "supporting.js",
            "supportbar.js",
            "tone.js",
            "audit.js",
            "recovery.js");

    /** Served below {@code /lit/}. */
    private static final List<String> LIBRARY =
            List.of("lit-html.js", "directive.js", "directive-helpers.js", "directives/repeat.js");

    private static final String LIBRARY_FOLDER = "/META-INF/resources/webjars/lit-html/3.3.2/";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private static final String TEXT_PREFIX = "page.";

    private Page() {}

    static List<Route> routes() throws IOException {
        List<Route> routes = new ArrayList<>();
        for (String file : FILES) {
            routes.add(route(file.equals("index.html") ? "/" : "/" + file, type(file), resource("page/" + file)));
        }
        for (String file : LIBRARY) {
            routes.add(route("/lit/" + file, type(file), resource(LIBRARY_FOLDER + file)));
        }
        for (Language language : Language.values()) {
            routes.add(route(
                    "/texts/" + language.locale().getLanguage() + ".json",
                    "application/json; charset=utf-8",
                    texts(language)));
        }
        return routes;
    }

    /** A file of this bundle, its name relative to this class. */
    static byte[] resource(String name) throws IOException {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("missing in this bundle: " + name);
            }
            return in.readAllBytes();
        }
    }

    private static String type(String file) {
        return Objects.requireNonNull(TYPES.get(file.substring(file.lastIndexOf('.') + 1)));
    }

    private static Route route(String path, String type, byte[] body) {
        Reply reply = Reply.content(type, body).with("Content-Security-Policy", POLICY);
        return new Route("GET", path, Access.ANYBODY, call -> reply);
    }

    private static byte[] texts(Language language) throws IOException {
        Map<String, String> own = new TreeMap<>();
        Texts.read(language, Page.class.getResourceAsStream("/" + language.file()))
                .byKey()
                .forEach((key, text) -> {
                    if (key.startsWith(TEXT_PREFIX)) {
                        own.put(key.substring(TEXT_PREFIX.length()), text);
                    }
                });
        return Json.text(own).getBytes(StandardCharsets.UTF_8);
    }
}
