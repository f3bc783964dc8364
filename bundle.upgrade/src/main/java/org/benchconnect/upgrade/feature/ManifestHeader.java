package org.benchconnect.upgrade.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header of a bundle's manifest, taken apart as OSGi's common grammar says (Core 3.2.4): clauses at commas, each of paths,
 * attributes and directives at semicolons. Only where the framework's parser and this one must agree is anything taken: a path
 * has no quotes, and the value of a parameter has them around it or not at all.
 */
final class ManifestHeader {
    private static final int MAX_PARTS = 5000;

    private static final Pattern PATH = Pattern.compile("(?!.*[*][*])[A-Za-z0-9_.*$/-]+");
    private static final Pattern DIRECTIVE = Pattern.compile("[A-Za-z0-9_.-]+");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([A-Za-z0-9_.-]+)(?:[ \\t]*:[ \\t]*[A-Za-z]+(?:<[A-Za-z]+>)?)?");

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
        if (header.chars().anyMatch(c -> c < ' ')) { // we would trim them, and the framework would not
            throw new MalformedModuleException("a header without control characters", "one");
        }
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
            int equals = part.indexOf('=');
            if (equals < 0) {
                paths.add(path(part));
                continue;
            }
            boolean directive = equals > 0 && part.charAt(equals - 1) == ':';
            String name = directive ? directive(part.substring(0, equals - 1)) : attribute(part.substring(0, equals));
            if (parameters.put(name, value(part.substring(equals + 1).trim())) != null) {
                throw new MalformedModuleException("each parameter of a clause once", "one twice");
            }
        }
        if (paths.isEmpty()) {
            throw new MalformedModuleException("a name in each clause of a header", "none");
        }
        return new Clause(List.copyOf(paths), Map.copyOf(parameters));
    }

    private static String path(String text) throws MalformedModuleException {
        if (text.indexOf('"') >= 0) {
            throw new MalformedModuleException("names without quotes", "a quoted one");
        }
        if (!PATH.matcher(text).matches()) {
            throw new MalformedModuleException("a name of letters, digits and _.*$/- in a header", Shown.of(text));
        }
        return text;
    }

    private static String directive(String text) throws MalformedModuleException {
        String name = text.trim();
        if (!DIRECTIVE.matcher(name).matches()) {
            throw new MalformedModuleException("a directive's name in a header", Shown.of(name));
        }
        return name + ":";
    }

    private static String attribute(String text) throws MalformedModuleException {
        Matcher name = ATTRIBUTE.matcher(text.trim());
        if (!name.matches()) {
            throw new MalformedModuleException("an attribute's name in a header", Shown.of(text));
        }
        return name.group(1);
    }

    /** One pass, so that the time grows with the length alone. */
    private static List<String> split(String text, char separator) throws MalformedModuleException {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = outsideQuotes(text, from, separator); at >= 0; at = outsideQuotes(text, from, separator)) {
            parts.add(text.substring(from, at).trim());
            from = at + 1;
            if (parts.size() > MAX_PARTS) {
                throw new MalformedModuleException("a header of at most " + MAX_PARTS + " parts", "more");
            }
        }
        parts.add(text.substring(from).trim());
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

    /** Quotes stand first and last, or nowhere; within them a backslash stands before a quote or a backslash. */
    private static String value(String text) throws MalformedModuleException {
        if (!text.chars().allMatch(c -> c >= ' ' && c < 0xffff)) { // Felix takes U+FFFF for the end
            throw new MalformedModuleException("a header without control characters", "one");
        }
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        if (!quoted) {
            if (text.isEmpty() || text.indexOf('"') >= 0 || text.indexOf('\\') >= 0) {
                throw new MalformedModuleException("a value with quotes around it or without any", Shown.of(text));
            }
            return text;
        }
        StringBuilder value = new StringBuilder();
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                c = text.charAt(++i);
                if (i == text.length() - 1 || c != '"' && c != '\\') {
                    throw new MalformedModuleException("a backslash before a quote or a backslash", "another one");
                }
            } else if (c == '"') {
                throw new MalformedModuleException("a value with quotes around it or without any", Shown.of(text));
            }
            value.append(c);
        }
        return value.toString();
    }
}
