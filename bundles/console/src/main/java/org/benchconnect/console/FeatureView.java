package org.benchconnect.console;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.benchconnect.core.feature.Author;
import org.benchconnect.core.feature.Feature;
import org.benchconnect.core.feature.Privilege;

/**
 * A feature as the API writes it: its data, and what it says in one language.
 *
 * @param author what its author says of it: nobody has checked it
 * @param title how people call it: our own word for it, else the author's in quotation marks, else its name
 * @param text version, release number and size in one sentence
 * @param released for which instrument models, in one sentence
 */
record FeatureView(
        String name,
        String version,
        long counter,
        List<PrivilegeView> privileges,
        List<String> models,
        int modules,
        AuthorView author,
        String title,
        String text,
        String released) {

    /**
     * A privilege.
     *
     * @param name such as {@code view-screen}
     * @param text what somebody elsewhere can then do
     */
    record PrivilegeView(String name, String text) {}

    /** What an author says: each one line without control or invisible characters, and possibly empty. */
    record AuthorView(String title, String description, String vendor) {
        static AuthorView of(Author author) {
            return new AuthorView(
                    ForeignText.quotable(author.title()),
                    ForeignText.statement(author.description()),
                    ForeignText.quotable(author.vendor()));
        }
    }

    static FeatureView of(Feature feature, OwnWords words) {
        String name = ForeignText.name(feature.name());
        String version = ForeignText.name(feature.version());
        List<String> models =
                feature.models().stream().map(ForeignText::name).sorted().toList();
        AuthorView author = AuthorView.of(feature.author());
        return new FeatureView(
                name,
                version,
                feature.counter(),
                privileges(feature.privileges().stream(), words),
                models,
                feature.modules(),
                author,
                title(feature.name(), author, words),
                words.count(
                        "feature.what",
                        feature.modules(),
                        Map.of("version", version, "counter", words.number(feature.counter()))),
                models.isEmpty()
                        ? words.say("feature.everyModel")
                        : words.say(
                                "feature.models",
                                Map.of(
                                        "models",
                                        models.stream().map(ModelName::of).collect(Collectors.joining(", ")))));
    }

    /** How people call a feature of which nothing but the name is known. */
    static String title(String name, OwnWords words) {
        return title(name, AuthorView.of(Author.SILENT), words);
    }

    /** What an author calls it never looks like a word of ours. */
    private static String title(String name, AuthorView author, OwnWords words) {
        String known = "feature.known." + name;
        if (words.has(known)) {
            return words.say(known);
        }
        return author.title().isEmpty()
                ? ForeignText.name(name)
                : words.say("feature.quoted", Map.of("statement", author.title()));
    }

    /** In one order always. */
    static List<PrivilegeView> privileges(Stream<Privilege> privileges, OwnWords words) {
        return privileges
                .sorted()
                .map(one -> new PrivilegeView(one.token(), words.say("privilege." + one)))
                .toList();
    }
}
