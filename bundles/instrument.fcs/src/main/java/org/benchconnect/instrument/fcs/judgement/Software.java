package org.benchconnect.instrument.fcs.judgement;

import java.util.List;
import java.util.Optional;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.SoftwareVersion;

/** Whether the instrument's software and the operating system under it are those of the runs before, and supported. */
public final class Software {
    private Software() {}

    /**
     * Judges the build that wrote a file. A change is said once; it is over when the new build has written as many runs as tell
     * what is usual.
     *
     * @param now the build; empty if the file does not tell, and then nothing is judged
     * @param usualRuns after so many runs a build is the usual one
     * @param judgement to which it is added
     */
    public static void judgeBuild(Optional<SoftwareVersion> now, int usualRuns, Judgement judgement) {
        if (now.isPresent()) {
            new Change(RunCode.BUILD_CHANGED, RunRow.BUILD, RunRow.NEW_BUILD_RUNS)
                    .judge(RunFact.BUILD_BEFORE, RunFact.BUILD_NOW, now.get(), usualRuns, judgement);
        }
    }

    /**
     * Judges the operating system of the instrument's PC, as {@link #judgeBuild} does, and against the oldest that is supported.
     *
     * @param now its version, such as 6.1 for Windows 7; empty if the file does not tell, and then nothing is judged
     * @param oldest the oldest supported version
     * @param usualRuns after so many runs a version is the usual one
     * @param judgement to which it is added
     */
    public static void judgeSystem(
            Optional<SoftwareVersion> now, SoftwareVersion oldest, int usualRuns, Judgement judgement) {
        if (now.isEmpty()) {
            return;
        }
        boolean unsupported = now.get().compareTo(oldest) < 0;
        Facts facts = Facts.none().with(RunFact.SYSTEM_NOW, now.get()).with(RunFact.SYSTEM_OLDEST, oldest);
        judgement.say(RunCode.OPERATING_SYSTEM_UNSUPPORTED, unsupported, Severity.WARNING, facts);
        new Change(RunCode.OPERATING_SYSTEM_CHANGED, RunRow.SYSTEM, RunRow.NEW_SYSTEM_RUNS)
                .judge(RunFact.SYSTEM_BEFORE, RunFact.SYSTEM_NOW, now.get(), usualRuns, judgement);
    }

    /**
     * What is said and remembered of one piece of software.
     *
     * @param code what a change says
     * @param version where the version of the last file is remembered
     * @param since where it is remembered how many runs a new version has written
     */
    private record Change(RunCode code, RunRow version, RunRow since) {
        void judge(RunFact beforeName, RunFact nowName, SoftwareVersion now, int usualRuns, Judgement judgement) {
            List<Integer> before =
                    judgement.row(version).stream().map(Double::intValue).toList();
            boolean changed = !before.isEmpty() && !before.equals(now.numbers());
            if (changed) {
                Facts facts = Facts.none()
                        .with(beforeName, new SoftwareVersion(before))
                        .with(nowName, now);
                judgement.found(code, Severity.INFO, facts);
            }
            double already = judgement.count(since);
            double runs = changed ? 1 : already > 0 ? already + 1 : 0;
            boolean usual = runs == 0 || !changed && runs >= usualRuns;
            if (usual) {
                judgement.well(code, Facts.none());
            }
            judgement.count(since, usual ? 0 : runs);
            judgement.remember(
                    version, now.numbers().stream().map(Integer::doubleValue).toList());
        }
    }
}
