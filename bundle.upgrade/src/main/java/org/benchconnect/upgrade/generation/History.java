package org.benchconnect.upgrade.generation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.core.upgrade.UpgradeRecord.Kind;
import org.benchconnect.core.upgrade.UpgradeRecord.Outcome;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.upgrade.journal.Entry;
import org.benchconnect.upgrade.journal.Journal;
import org.benchconnect.upgrade.journal.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the journal says of generations, and brings what it says in line with what the folder shows. */
final class History {
    private static final Logger LOG = LoggerFactory.getLogger(History.class);

    private final Journal journal;
    private final GenerationFolders folders;
    private final Contents contents;
    private final Staging staging;

    History(Journal journal, GenerationFolders folders, Contents contents, Staging staging) {
        this.journal = journal;
        this.folders = folders;
        this.contents = contents;
        this.staging = staging;
    }

    /** The identity of a plan with these documents. */
    static String plan(List<String> documents) {
        String lines = documents.stream().sorted().map(one -> one + "\n").collect(Collectors.joining());
        return Difference.digest(lines.getBytes(StandardCharsets.US_ASCII));
    }

    /** What a switch would change. */
    Step.Switched step(int generation, int before, List<Modules.FeatureModules> running) throws IOException {
        Difference difference = Difference.between(contents.of(before, running), contents.of(generation));
        Optional<String> plan = Optional.empty();
        for (Entry entry : journal.entries()) {
            if (entry.step() instanceof Step.Staged staged && staged.generation() == generation) {
                plan = staged.plan();
            }
        }
        Kind kind = generation < before || committed().contains(generation)
                ? Kind.ROLLBACK
                : plan.isPresent() ? Kind.UPGRADE : Kind.FEATURE;
        return new Step.Switched(
                generation,
                before,
                kind,
                kind == Kind.ROLLBACK ? Optional.empty() : plan,
                difference.features(),
                difference.modules());
    }

    /** A line that changes nothing if the disk does not take it. */
    void tell(Step step) {
        try {
            journal.write(step);
        } catch (IOException e) {
            LOG.warn("the journal does not have that {}", step, e);
        }
    }

    /**
     * Writes what became of a change that nobody told the end of, and takes away the generations that went back without ever having been committed. Nothing here decides what
     * runs.
     */
    void settle() {
        try {
            int current = folders.current();
            Optional<Integer> before = folders.before().filter(number -> number != current);
            List<UpgradeRecord> open = journal.records().stream()
                    .filter(record -> record.outcome() == Outcome.PROVES)
                    .toList();
            if (!open.isEmpty() && (before.isEmpty() || open.get(0).generation() != current)) {
                int told = open.get(0).generation();
                tell(told == current ? new Step.Committed(current) : new Step.WentBack(told, current, Step.CRASHED));
            }
            takeAwayWhatWentBack(current);
        } catch (IOException e) {
            LOG.warn("what became of the last change of generation cannot be read", e);
        }
    }

    private void takeAwayWhatWentBack(int current) {
        Set<Integer> stay = committed();
        for (UpgradeRecord record : journal.records()) {
            int generation = record.generation();
            if (record.outcome() == Outcome.WENT_BACK
                    && record.kind() != Kind.ROLLBACK
                    && generation != current
                    && !stay.contains(generation)) {
                staging.discard(generation);
            }
        }
    }

    /** The numbers of those that were committed, as far as the journal goes back. */
    Set<Integer> committed() {
        return journal.records().stream()
                .filter(record -> record.outcome() == Outcome.COMMITTED)
                .map(UpgradeRecord::generation)
                .collect(Collectors.toSet());
    }

    /** Numbers to go back to, the best first: what ran before, then the newest, without those that went back. */
    Set<Integer> candidates(int current) throws IOException {
        List<UpgradeRecord> records = new ArrayList<>(journal.records());
        Set<Integer> bad = records.stream()
                .filter(record -> record.outcome() == Outcome.WENT_BACK && record.kind() != Kind.ROLLBACK)
                .map(UpgradeRecord::generation)
                .collect(Collectors.toSet());
        bad.removeAll(committed());
        bad.add(current);
        Set<Integer> candidates = new LinkedHashSet<>();
        records.stream()
                .filter(record -> record.generation() == current && record.outcome() != Outcome.WENT_BACK)
                .findFirst()
                .ifPresent(record -> candidates.add(record.before()));
        Set<Integer> committed = committed();
        folders.numbers().stream()
                .filter(number -> number < current || committed.contains(number))
                .forEach(candidates::add);
        candidates.removeAll(bad);
        return candidates;
    }
}
