package org.benchconnect.upgrade.generation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
     * Writes what became of a change that nobody told the end of, takes away a way back that leads nowhere, and the generations that went back without ever having been
     * committed. Nothing here decides what runs.
     */
    void settle() {
        try {
            int current = folders.current();
            boolean neverMoved =
                    folders.before().filter(before -> before == current).isPresent();
            for (Optional<UpgradeRecord> open = open(); open.isPresent(); open = open()) {
                Optional<Step> end = neverMoved ? Optional.of(notBegun(open.get())) : end(open.get(), current);
                if (end.isEmpty()) {
                    break;
                }
                journal.write(end.get());
            }
            if (neverMoved) {
                folders.stay();
            }
            takeAwayWhatWentBack(current);
        } catch (IOException e) {
            LOG.warn("what became of the last change of generation cannot be read, or not be written", e);
        }
    }

    private Optional<UpgradeRecord> open() {
        return journal.records().stream()
                .filter(record -> record.outcome() == Outcome.PROVES)
                .findFirst();
    }

    private static Step notBegun(UpgradeRecord open) {
        return new Step.NotBegun(open.generation());
    }

    /** Of the newest that is open; none while it is on trial. */
    private Optional<Step> end(UpgradeRecord open, int current) throws IOException {
        boolean onTrial = folders.before().isPresent();
        if (open.generation() == current) {
            return onTrial ? Optional.empty() : Optional.of(new Step.Committed(current));
        }
        boolean stands = open.before() == current
                && (onTrial
                        || journal.records().stream()
                                .anyMatch(record ->
                                        record.generation() == current && record.outcome() == Outcome.PROVES));
        return Optional.of(stands ? notBegun(open) : new Step.WentBack(open.generation(), current, Step.CRASHED));
    }

    private void takeAwayWhatWentBack(int current) throws IOException {
        Set<Integer> stay = committed();
        Numbers numbers = new Numbers(journal.entries());
        for (UpgradeRecord record : journal.records()) {
            int generation = record.generation();
            if (record.outcome() == Outcome.WENT_BACK
                    && record.kind() != Kind.ROLLBACK
                    && generation != current
                    && !stay.contains(generation)
                    && numbers.staged(generation).isEmpty()
                    && folders.signature(generation).isPresent()) { // the launcher signs none of its own
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

    /** The line of one that was staged, and nothing ran of it since. */
    Optional<Step.Staged> staged(int generation) {
        return new Numbers(journal.entries()).staged(generation);
    }

    /**
     * Numbers to go back to, the best first: what ran before, then the newest; all below the current one. What went back is none, nor what never ran, nor what a person left by going
     * back from it: another way back would lead forward to it, and nobody would have been asked.
     */
    Set<Integer> candidates(int current) throws IOException {
        List<UpgradeRecord> records = journal.records();
        Numbers told = new Numbers(journal.entries());
        Set<Integer> candidates = new LinkedHashSet<>();
        records.stream()
                .filter(record -> record.generation() == current && record.outcome() != Outcome.WENT_BACK)
                .findFirst()
                .ifPresent(record -> candidates.add(record.before()));
        candidates.addAll(folders.numbers());
        candidates.removeIf(number -> number >= current || told.staged(number).isPresent());
        candidates.removeAll(wentBack(records));
        candidates.removeAll(left(records));
        return candidates;
    }

    private Set<Integer> wentBack(List<UpgradeRecord> records) {
        Set<Integer> wentBack = records.stream()
                .filter(record -> record.outcome() == Outcome.WENT_BACK && record.kind() != Kind.ROLLBACK)
                .map(UpgradeRecord::generation)
                .collect(Collectors.toSet());
        wentBack.removeAll(committed());
        return wentBack;
    }

    private static Set<Integer> left(List<UpgradeRecord> records) {
        return records.stream()
                .filter(record -> record.kind() == Kind.ROLLBACK && record.outcome() != Outcome.WENT_BACK)
                .map(UpgradeRecord::before)
                .collect(Collectors.toSet());
    }

    /** Whether exactly these features are what the pointer names: otherwise the launcher is about to change them, or a person has to look. */
    boolean isWhatRuns(List<Modules.FeatureModules> running) {
        try {
            return contents.lines(folders.current()).equals(ListText.lines(running));
        } catch (IOException e) {
            LOG.warn("what the current generation has cannot be read", e);
            return false;
        }
    }
}
