package org.benchconnect.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the file, held against the schemas of the modules that are there, means. Pure.
 *
 * @param understood false if the file as a whole counts for nothing: then every component keeps what it has
 * @param properties by pid, of the sections that are right
 * @param untouched the pids of sections that are not: their components keep what they have
 * @param deviations how many settings in force differ from the values as shipped
 * @param problems the worst first, then in the file's order
 */
record Outcome(
        boolean understood,
        Map<String, Map<String, Object>> properties,
        Set<String> untouched,
        int deviations,
        List<Problem> problems) {

    /** Copies the collections. */
    Outcome {
        properties = Map.copyOf(properties);
        untouched = Set.copyOf(untouched);
        problems = List.copyOf(problems);
    }

    static Outcome of(SettingsFile file, Map<String, Schema> schemas) {
        return of(file, schemas, Set.of());
    }

    /**
     * The same where modules have left.
     *
     * @param left the pids of modules that were here: their sections wait for them and are no mistake
     */
    static Outcome of(SettingsFile file, Map<String, Schema> schemas, Set<String> left) {
        Problem whole = file.problem();
        if (whole != null) {
            return new Outcome(false, Map.of(), Set.of(), 0, List.of(whole));
        }
        Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
        Set<String> untouched = new HashSet<>();
        List<Problem> problems = new ArrayList<>();
        int deviations = 0;
        for (Section section : file.sections()) {
            String pid = Schema.PREFIX + section.name();
            Schema schema = schemas.get(pid);
            if (schema == null) {
                untouched.add(pid);
                if (!left.contains(pid)) {
                    problems.add(unknown(section));
                }
                continue;
            }
            SectionCheck.Checked checked = SectionCheck.check(section, schema);
            deviations += checked.deviations();
            problems.addAll(checked.problems());
            if (checked.problems().isEmpty()) {
                properties.put(pid, checked.properties());
            } else {
                untouched.add(pid);
            }
        }
        problems.sort(Comparator.comparing(Problem::isWarning));
        return new Outcome(true, properties, untouched, deviations, problems);
    }

    private static Problem unknown(Section section) {
        return new Problem(
                Defect.UNKNOWN_SECTION,
                section.at(),
                Problem.quoted(section.name()),
                "no module that is installed has settings of this name; correct the name or remove the section.");
    }
}
