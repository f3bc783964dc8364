package org.benchconnect.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the file and the settings that features bring, held against the schemas of the modules that are there, means. Pure.
 *
 * @param understood false if the file as a whole counts for nothing: then every component keeps what it has
 * @param properties by pid, of the sections that are right and of what features bring: a key of the file goes before the same of a feature
 * @param untouched the pids of sections that are not: their components keep what they have
 * @param deviations how many settings in force differ from the values as shipped
 * @param sections how many sections of the file are in force
 * @param problems the worst first, then in the file's order
 * @param wrong what features bring that is not right
 */
record Outcome(
        boolean understood,
        Map<String, Map<String, Object>> properties,
        Set<String> untouched,
        int deviations,
        int sections,
        List<Problem> problems,
        List<Brought.Wrong> wrong) {

    /** Copies the collections. */
    Outcome {
        properties = Map.copyOf(properties);
        untouched = Set.copyOf(untouched);
        problems = List.copyOf(problems);
        wrong = List.copyOf(wrong);
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
        return of(file, schemas, left, Brought.NOTHING);
    }

    /** The same with what features bring. */
    static Outcome of(SettingsFile file, Map<String, Schema> schemas, Set<String> left, Brought brought) {
        Problem whole = file.problem();
        if (whole != null) {
            return new Outcome(false, brought.properties(), Set.of(), 0, 0, List.of(whole), brought.problems());
        }
        Map<String, Map<String, Object>> properties = new LinkedHashMap<>(brought.properties());
        int sections = 0;
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
                properties.merge(pid, checked.properties(), Outcome::over);
                sections++;
            } else {
                properties.remove(pid);
                untouched.add(pid);
            }
        }
        problems.sort(Comparator.comparing(Problem::isWarning));
        return new Outcome(true, properties, untouched, deviations, sections, problems, brought.problems());
    }

    /** The same, for a file that cannot be understood any more: what it said when it last could stays, and that is said. */
    Outcome because(Problem whole) {
        List<Problem> all = new ArrayList<>(List.of(whole));
        all.addAll(problems);
        return new Outcome(understood, properties, untouched, deviations, sections, all, wrong);
    }

    private static Map<String, Object> over(Map<String, Object> brought, Map<String, Object> written) {
        Map<String, Object> all = new LinkedHashMap<>(brought);
        all.putAll(written);
        return all;
    }

    private static Problem unknown(Section section) {
        return new Problem(
                Defect.UNKNOWN_SECTION,
                section.at(),
                Problem.quoted(section.name()),
                "no module that is installed has settings of this name; correct the name or remove the section.");
    }
}
