package org.benchconnect.host;

import java.util.List;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.host.reading.MemorySpace;

/** Whether programs have hardly any memory left, and not only for a moment. */
final class MemoryCheck {
    private static final double MARGIN = 1.1;

    private MemoryCheck() {}

    /**
     * Judges the last looks.
     *
     * @param looks oldest first, the one of now last, at least that one
     */
    static Verdict judge(List<MemorySpace> looks, HostLimits limits) {
        Verdict.Draft draft = new Verdict.Draft();
        double now = looks.get(looks.size() - 1).availablePercent();
        if (now >= limits.memoryWarningPercent() * MARGIN) {
            return draft.done();
        }
        int needed = limits.memoryLooks();
        List<MemorySpace> last = looks.subList(Math.max(0, looks.size() - needed), looks.size());
        if (last.size() < needed || !allBelow(last, limits.memoryWarningPercent())) {
            return draft.undecided(HostCode.PC_MEMORY_LOW, Facts.none()).done();
        }
        boolean fault = allBelow(last, limits.memoryFaultPercent());
        return draft.found(
                        HostCode.PC_MEMORY_LOW,
                        fault ? Severity.FAULT : Severity.WARNING,
                        Facts.none().with(HostFact.FREE_PERCENT, Math.floor(now)))
                .done();
    }

    private static boolean allBelow(List<MemorySpace> looks, double percent) {
        return looks.stream().allMatch(look -> look.availablePercent() < percent);
    }
}
