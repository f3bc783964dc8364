package org.benchconnect.upgrade.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A header of a bundle's manifest, taken apart as OSGi's common grammar says (Core 3.2.4): clauses at commas, each of paths,
 * attributes and directives at semicolons, where quotes protect both.
 */
final class ManifestHeader {
    private static final int MAX_PARTS = 5000;

    private ManifestHeader() {}

    /**
     * One clause.
     *
     * @param paths such as package names; at least one
     * @param parameters attributes and directives by name, without a type; a directive's name ends with a colon
     */
    record Clause(List<String> paths, Map<String, String> parameters) {}

    /** The clauses of a header, in order; none for an empty one. */
    static List<Clause> clauses(String header) throws MalformedModuleException {
        List<Clause> clauses = new ArrayList<>();
        for (String clause : split(header, ',')) {
            clauses.add(clause(clause));
        }
        return clauses;
    }

    private static Clause clause(String text) throws MalformedModuleException {
        List<String> paths = new ArrayList<>();
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : split(text, ';')) {
            int equals = outsideQuotes(part, 0, '=');
            if (equals < 0) {
                if (part.indexOf('"') >= 0) {
                    throw new MalformedModuleException("names without quotes", "a quoted one");
                }
                paths.add(part);
                continue;
            }
            boolean directive = equals > 0 && part.charAt(equals - 1) == ':';
            String name = part.substring(0, directive ? equals - 1 : equals).strip();
            String untyped = name.split(":", 2)[0].strip();
            String value = unquoted(part.substring(equals + 1).strip());
            if (parameters.put(directive ? untyped + ":" : untyped, value) != null) {
                throw new MalformedModuleException("each parameter of a clause once", "one twice");
            }
        }
        if (paths.isEmpty()) {
            throw new MalformedModuleException("a name in each clause of a header", "none");
        }
        return new Clause(List.copyOf(paths), Map.copyOf(parameters));
    }

    /** One pass, so that the time grows with the length alone. */
    private static List<String> split(String text, char separator) throws MalformedModuleException {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = outsideQuotes(text, from, separator); at >= 0; at = outsideQuotes(text, from, separator)) {
            parts.add(text.substring(from, at).strip());
            from = at + 1;
            if (parts.size() > MAX_PARTS) {
                throw new MalformedModuleException("a header of at most " + MAX_PARTS + " parts", "more");
            }
        }
        parts.add(text.substring(from).strip());
        if (parts.size() == 1 && parts.get(0).isEmpty()) {
            return List.of();
        }
        if (parts.contains("")) {
            throw new MalformedModuleException("something between two separators of a header", "nothing");
        }
        return parts;
    }

    private static int outsideQuotes(String text, int from, char wanted) throws MalformedModuleException {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == wanted && !quoted) {
                return i;
            }
        }
        if (quoted) {
            throw new MalformedModuleException("a header whose quotes end", "an open one");
        }
        return -1;
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
                : value;
    }
}
