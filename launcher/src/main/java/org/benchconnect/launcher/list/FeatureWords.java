package org.benchconnect.launcher.list;

import java.util.List;
import java.util.regex.Pattern;

/** The words in the lines of features and grants, each in the one form there is. */
final class FeatureWords {
    /** In place of privileges, or of a model, that are not there. */
    static final String NONE = "none";
    /** In place of models where none is named. */
    static final String ANY = "any";

    /** Also a file's name: a signature and a file half written have these endings, and Windows passes over a dot at the end. */
    private static final Pattern NAME = Pattern.compile("(?!.*\\.(?:sig|tmp)?$)[a-z][a-z0-9.-]{0,79}");

    private static final Pattern VERSION =
            Pattern.compile("(0|[1-9][0-9]{0,8})(\\.(0|[1-9][0-9]{0,8})){2}(\\.[A-Za-z0-9_-]{1,40})?");
    /** {@code base} is what the modules of the installation have, and no document or grant can ask for. */
    private static final Pattern PRIVILEGE = Pattern.compile("(?!(?:none|base)$)[a-z][a-z-]{0,39}");

    private static final Pattern MODEL = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final String WORD = "([A-Za-z0-9_.,-]+)";
    static final Pattern FEATURE_LINE =
            Pattern.compile("# feature " + WORD + " " + WORD + " privileges " + WORD + " models " + WORD);
    static final Pattern GRANT_LINE =
            Pattern.compile("# grant " + WORD + " " + WORD + " privileges " + WORD + " model " + WORD);

    private FeatureWords() {}

    static void requireName(String name) {
        require(NAME, name, "a feature's name");
    }

    static void requireVersion(String version) {
        require(VERSION, version, "a feature's version");
    }

    static void requireModel(String model) {
        require(MODEL, model, "a model");
    }

    static List<String> privileges(List<String> tokens) {
        return sorted(tokens, PRIVILEGE, "a privilege");
    }

    static List<String> models(List<String> tokens) {
        return sorted(tokens, MODEL, "a model");
    }

    static List<String> split(String text, String absent) {
        return text.equals(absent) ? List.of() : List.of(text.split(",", -1));
    }

    static String join(List<String> tokens, String absent) {
        return tokens.isEmpty() ? absent : String.join(",", tokens);
    }

    private static List<String> sorted(List<String> tokens, Pattern form, String what) {
        tokens.forEach(token -> require(form, token, what));
        if (!tokens.equals(tokens.stream().sorted().distinct().toList())) {
            throw new IllegalArgumentException("words are not sorted, or one is there twice: " + tokens);
        }
        return List.copyOf(tokens);
    }

    private static void require(Pattern form, String word, String what) {
        if (!form.matcher(word).matches()) {
            throw new IllegalArgumentException(word + " is no form of " + what);
        }
    }
}
