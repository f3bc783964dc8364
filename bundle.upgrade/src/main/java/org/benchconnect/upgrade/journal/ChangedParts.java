package org.benchconnect.upgrade.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.benchconnect.core.upgrade.UpgradeRecord.FeatureStep;
import org.benchconnect.core.upgrade.UpgradeRecord.ModuleStep;

/** Features and modules in a line of the journal: parts with {@code /} between them, nothing for what is not there, {@code ,} between two. Pure. */
final class ChangedParts {
    private static final int MAX = 1000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,200}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9._-]{0,100}");
    private static final Pattern DIGEST = Pattern.compile("([0-9a-f]{64})?");

    private ChangedParts() {}

    static String features(List<FeatureStep> steps) {
        return steps.stream()
                .map(step -> checked(NAME, step.name()) + "/"
                        + checked(VERSION, step.from().orElse("")) + "/"
                        + checked(VERSION, step.to().orElse("")) + "/"
                        + checked(DIGEST, step.document().orElse("")))
                .collect(Collectors.joining(","));
    }

    static String modules(List<ModuleStep> steps) {
        return steps.stream()
                .map(step -> checked(NAME, step.symbolicName()) + "/"
                        + checked(DIGEST, step.from().orElse("")) + "/"
                        + checked(DIGEST, step.to().orElse("")))
                .collect(Collectors.joining(","));
    }

    static List<FeatureStep> readFeatures(String text) {
        return parts(text, 4).stream()
                .map(part -> new FeatureStep(part[0], some(part[1]), some(part[2]), some(part[3])))
                .toList();
    }

    static List<ModuleStep> readModules(String text) {
        return parts(text, 3).stream()
                .map(part -> new ModuleStep(part[0], some(part[1]), some(part[2])))
                .toList();
    }

    private static List<String[]> parts(String text, int count) {
        List<String[]> all = new ArrayList<>();
        for (String one : text.isEmpty() ? new String[0] : text.split(",", MAX + 1)) {
            String[] parts = one.split("/", -1);
            if (parts.length != count || all.size() == MAX) {
                throw new IllegalArgumentException("at most " + MAX + " of " + count + " parts");
            }
            all.add(parts);
        }
        return all;
    }

    private static Optional<String> some(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static String checked(Pattern form, String value) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException("a value of another form");
        }
        return value;
    }
}
