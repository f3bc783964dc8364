package org.benchconnect.console.http;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.benchconnect.console.http.Refused.Reason;
import org.benchconnect.console.http.Sessions.Session;
import org.jspecify.annotations.Nullable;

/**
 * Takes a request to its route, or refuses it. In this order: is it foreign, is there such a path and method, may this caller
 * call it, is it well formed.
 */
final class Doorkeeper {
    static final int MAX_BODY = 4096;
    private static final int MAX_ADDRESS = 1024;
    private static final String BEARER = "Bearer ";

    private final OriginCheck origins;
    private final Secret token;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final List<Route> routes;

    Doorkeeper(OriginCheck origins, Secret token, Sessions sessions, SessionCookie cookie, List<Route> routes) {
        this.origins = origins;
        this.token = token;
        this.sessions = sessions;
        this.cookie = cookie;
        this.routes = List.copyOf(routes);
    }

    /** What a request comes to: the route and the call, checked. */
    Admitted admit(HttpExchange exchange) throws Refused, IOException {
        Headers headers = exchange.getRequestHeaders();
        if (exchange.getRequestMethod().equals("GET")
                && "/".equals(exchange.getRequestURI().getRawPath())) {
            origins.checkVisit(headers);
        } else {
            origins.check(headers);
        }
        checkLength(headers);
        if (exchange.getRequestURI().toString().length() > MAX_ADDRESS) {
            throw new Refused(414, Reason.TOO_LARGE, "An address has at most " + MAX_ADDRESS + " characters");
        }
        Found found = find(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
        Session session = authorise(found.route, headers);
        Body body = body(exchange);
        Call call = new Call(
                found.variables,
                query(exchange.getRequestURI().getRawQuery()),
                Optional.ofNullable(headers.getFirst("Accept-Language")).orElse(""),
                body.json,
                body.secrets,
                session);
        return new Admitted(found.route, call);
    }

    /**
     * Nothing of a body is read unless its length is known and small. Whoever writes to this server knows the length, so that
     * chunks, whose reader in the platform throws whatever it likes for bad ones, need not be understood.
     */
    private static void checkLength(Headers headers) throws Refused {
        if (headers.containsKey("Transfer-Encoding")) {
            throw new Refused(
                    411, Reason.LENGTH_REQUIRED, "A body comes with Content-Length, not with Transfer-Encoding");
        }
        List<String> lengths = headers.getOrDefault("Content-Length", List.of("0"));
        if (lengths.size() != 1 || !lengths.get(0).matches("[0-9]{1,18}")) {
            throw new Refused(400, Reason.BAD_REQUEST, "Content-Length stands once and is a number");
        }
        if (Long.parseLong(lengths.get(0)) > MAX_BODY) {
            throw new Refused(413, Reason.TOO_LARGE, "A body has at most " + MAX_BODY + " bytes");
        }
    }

    private Found find(String method, @Nullable String path) throws Refused {
        StringBuilder allowed = new StringBuilder();
        for (Route route : routes) {
            Optional<Map<String, String>> variables = route.match(path == null ? "" : path);
            if (variables.isPresent()) {
                if (route.method().equals(method)) {
                    return new Found(route, variables.get());
                }
                allowed.append(allowed.isEmpty() ? "" : ", ").append(route.method());
            }
        }
        if (allowed.isEmpty()) {
            throw new Refused(404, Reason.NOT_FOUND, "There is nothing at this path");
        }
        throw new Refused(405, Reason.METHOD_NOT_ALLOWED, "Allowed here: " + allowed);
    }

    /** The session, or null if the caller is a program of this PC or need not say who it is. */
    private @Nullable Session authorise(Route route, Headers headers) throws Refused {
        Access access = route.access();
        if (access == Access.ANYBODY) {
            return null;
        }
        if (access == Access.OWN_PAGE) {
            origins.checkOwnPage(headers);
            return null;
        }
        String authorization =
                Optional.ofNullable(headers.getFirst("Authorization")).orElse("");
        if (authorization.startsWith(BEARER) && token.matches(authorization.substring(BEARER.length()))) {
            return null;
        }
        Optional<Session> session =
                access == Access.SIGNED_IN ? cookie.read(headers).flatMap(sessions::find) : Optional.empty();
        if (session.isEmpty()) {
            throw new Refused(401, Reason.NOT_SIGNED_IN, "Sign in with a code, or send the token of run/api");
        }
        if (route.method().equals("GET")) {
            origins.checkOwnPageOrAddress(headers);
        } else {
            origins.checkOwnPage(headers);
        }
        return session.get();
    }

    private static Map<String, String> query(@Nullable String raw) throws Refused {
        Map<String, String> query = new HashMap<>();
        if (raw == null || raw.isEmpty()) {
            return query;
        }
        for (String part : raw.split("&", -1)) {
            String[] pair = part.split("=", 2);
            try {
                String value = pair.length == 2 ? URLDecoder.decode(pair[1], StandardCharsets.UTF_8) : "";
                if (query.put(URLDecoder.decode(pair[0], StandardCharsets.UTF_8), value) != null) {
                    throw new Refused(400, Reason.BAD_REQUEST, "A parameter stands once");
                }
            } catch (IllegalArgumentException e) {
                throw new Refused(400, Reason.BAD_REQUEST, "The query is not well encoded");
            }
        }
        return query;
    }

    private static Body body(HttpExchange exchange) throws Refused, IOException {
        byte[] body = read(exchange);
        if (body.length == 0) {
            return new Body(new JsonObject(), Secrets.none());
        }
        // A form of a foreign page cannot send this type without asking first.
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        if (!type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw new Refused(415, Reason.NOT_JSON, "The Content-Type of a body is application/json");
        }
        try {
            Secrets secrets = Secrets.takeOutOf(body);
            return new Body(Json.object(body), secrets);
        } finally {
            Arrays.fill(body, (byte) 0);
        }
    }

    private static byte[] read(HttpExchange exchange) throws Refused, IOException {
        try {
            return exchange.getRequestBody().readNBytes(MAX_BODY);
        } catch (RuntimeException e) {
            // Of the platform's reader: the caller's fault, and not worth a line in the log.
            throw new Refused(400, Reason.BAD_REQUEST, "The body cannot be read");
        }
    }

    /** The methods that a path has, for the {@code Allow} header; empty if there is no such path. */
    String allowed(String path) {
        return routes.stream()
                .filter(route -> route.match(path).isPresent())
                .map(Route::method)
                .collect(Collectors.joining(", "));
    }

    record Admitted(Route route, Call call) {}

    private record Body(JsonObject json, Secrets secrets) {}

    private record Found(Route route, Map<String, String> variables) {}
}
