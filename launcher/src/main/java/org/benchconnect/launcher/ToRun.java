package org.benchconnect.launcher;

import java.io.IOException;
import java.nio.file.Path;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.storage.Disk;
import org.benchconnect.launcher.storage.TrialStart;
import org.benchconnect.launcher.storage.TrialStart.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which generation a start of the agent runs: the current one, unless it is on trial and started too often, or is not whole; then the one before it.
 * Nothing on trial is mended or staged anew. What lies there as a way back and is none ends the trial.
 */
final class ToRun {
    private static final Logger LOG = LoggerFactory.getLogger(ToRun.class);

    private ToRun() {}

    /** Verified, every module of it. */
    static Generation in(Installation installation, Path home) throws IOException, ListRefusedException {
        TrialStart trial = new TrialStart(Disk.forOwner(), home);
        if (count(trial, installation, home) == Outcome.ON_TRIAL) {
            try {
                return Generation.named(installation, home);
            } catch (ListRefusedException | IOException e) {
                LOG.error("The generation on trial does not run, the one before it does: {}", e.getMessage());
                goBack(trial);
            }
        }
        Generation generation = Generation.current(installation, home);
        generation.modules().verify(home);
        return generation;
    }

    /** A disk that takes nothing at all does not keep the agent from running what the pointer names. */
    private static Outcome count(TrialStart trial, Installation installation, Path home) {
        try {
            for (String name : new String[] {"starts", "starts.tmp"}) {
                SetAside.unlessFile(home.resolve("generations").resolve(name));
            }
            new WayBack(installation, home).setAsideIfNone();
            Outcome outcome = trial.count();
            if (outcome == Outcome.WENT_BACK) {
                LOG.error(
                        "The generation on trial was started {} times: the one before it runs again", TrialStart.MOST);
            }
            return outcome;
        } catch (IOException e) {
            LOG.error("The generation on trial cannot be counted and stays", e);
            return Outcome.ON_TRIAL;
        }
    }

    private static void goBack(TrialStart trial) {
        try {
            trial.goBack();
        } catch (IOException e) {
            LOG.error("The pointer does not go back; the base release is staged again", e);
        }
    }
}
