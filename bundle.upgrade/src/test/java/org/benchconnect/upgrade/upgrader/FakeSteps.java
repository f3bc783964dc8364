package org.benchconnect.upgrade.upgrader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.upgrade.UpgradeRecord.FeatureStep;
import org.benchconnect.core.upgrade.UpgradeRecord.Kind;
import org.benchconnect.upgrade.generation.GenerationSteps;
import org.benchconnect.upgrade.journal.Journal;
import org.benchconnect.upgrade.journal.Step;

/** Generations that are numbers: what lies on the disk, and so survives a start of the agent. */
final class FakeSteps implements GenerationSteps {
    final Journal journal;
    final Set<Integer> whole = new HashSet<>(Set.of(1));
    /** What was done that disturbs anybody, in order. */
    final List<String> disruptive = new ArrayList<>();

    int current = 1;
    Optional<Integer> wayBack = Optional.empty();
    Optional<Integer> before = Optional.empty();
    Optional<FeatureRefusedException> refusesSwitch = Optional.empty();
    boolean refusesCommit;
    Runnable whileItSwitches = () -> {};
    Optional<String> plan = Optional.empty();
    private int newest = 1;

    FakeSteps(Journal journal) {
        this.journal = journal;
    }

    @Override
    public int current() {
        return current;
    }

    @Override
    public int stage(List<String> documents) {
        newest++;
        whole.add(newest);
        plan = Optional.of(Given.PLAN);
        write(new Step.Staged(newest, current, plan));
        return newest;
    }

    @Override
    public int stageFeature(String document) {
        newest++;
        whole.add(newest);
        return newest;
    }

    @Override
    public int stageWithout(String feature) {
        return stageFeature(feature);
    }

    /** A feature is installed by somebody else, and stays. */
    void installFeature() {
        int generation = stageFeature("");
        write(new Step.Switched(generation, current, Kind.FEATURE, Optional.empty(), List.of(), List.of()));
        current = generation;
        write(new Step.Committed(generation));
    }

    @Override
    public void switchTo(int generation) throws FeatureRefusedException {
        disruptive.add("switch to " + generation);
        Kind kind = generation < current ? Kind.ROLLBACK : Kind.UPGRADE;
        Optional<String> about = kind == Kind.UPGRADE ? plan : Optional.empty();
        List<FeatureStep> features = kind == Kind.UPGRADE ? List.of(Given.STEP) : List.of();
        write(new Step.Switched(generation, current, kind, about, features, List.of()));
        whileItSwitches.run();
        if (refusesSwitch.isPresent()) {
            write(new Step.WentBack(generation, current, Step.NOT_STARTED));
            throw refusesSwitch.get();
        }
        wayBack = Optional.of(current);
        current = generation;
    }

    @Override
    public void commit() throws FeatureRefusedException {
        if (refusesCommit) {
            throw new FeatureRefusedException(RefusedFor.NOT_STARTED, "the disk is full");
        }
        before = wayBack;
        wayBack = Optional.empty();
        write(new Step.Committed(current));
    }

    @Override
    public void goBack() throws FeatureRefusedException {
        disruptive.add("go back");
        launcherGoesBack();
    }

    /** As the launcher does at a start by itself. */
    void launcherGoesBack() {
        current = wayBack.orElseThrow();
        wayBack = Optional.empty();
    }

    @Override
    public Optional<Trial> trial() {
        return wayBack.map(back -> new Trial(current, back, 0));
    }

    @Override
    public Optional<Integer> before() {
        return wayBack.or(() -> before);
    }

    @Override
    public boolean isWhole(int generation) {
        return whole.contains(generation);
    }

    @Override
    public void discard(int generation) {
        whole.remove(generation);
    }

    private void write(Step step) {
        try {
            journal.write(step);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
