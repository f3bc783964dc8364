package org.benchconnect.host;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.host.reading.Volume;
import org.benchconnect.host.reading.VolumeSpace;

/** Whether a disk is nearly full, or soon will be. */
final class DiskCheck {
    private static final double GIGABYTE = 1e9;
    /** A value that is better than its limit by less than this part of it clears nothing. */
    private static final double MARGIN = 1.1;
    /** The days until a disk is full are a guess: they clear later. */
    private static final double GUESS_MARGIN = 1.5;

    private DiskCheck() {}

    /** Judges what was read now and how it went before. */
    static Verdict judge(List<VolumeSpace> volumes, Map<Volume, SpaceCourse> courses, HostLimits limits) {
        Verdict.Draft draft = new Verdict.Draft();
        for (VolumeSpace disk : volumes) {
            room(disk, limits, draft);
            SpaceCourse course = courses.get(disk.volume());
            course(disk, course == null ? OptionalDouble.empty() : course.daysToFull(), limits, draft);
        }
        return draft.done();
    }

    private static void room(VolumeSpace disk, HostLimits limits, Verdict.Draft draft) {
        Facts which = Facts.none().with(HostFact.VOLUME, disk.volume());
        double gigabytes = disk.usableBytes() / GIGABYTE;
        if (gigabytes >= limits.diskEnoughGigabytes() || disk.freePercent() >= limits.diskWarningPercent() * MARGIN) {
            return;
        } else if (disk.freePercent() >= limits.diskWarningPercent()) {
            draft.undecided(HostCode.PC_DISK_LOW, which);
        } else {
            boolean fault = disk.freePercent() < limits.diskFaultPercent();
            draft.found(
                    HostCode.PC_DISK_LOW,
                    fault ? Severity.FAULT : Severity.WARNING,
                    which.with(HostFact.FREE_PERCENT, Math.floor(disk.freePercent()))
                            .with(HostFact.FREE_GIGABYTE, Math.floor(gigabytes)));
        }
    }

    private static void course(VolumeSpace disk, OptionalDouble days, HostLimits limits, Verdict.Draft draft) {
        Facts which = Facts.none().with(HostFact.VOLUME, disk.volume());
        if (days.isEmpty() || days.getAsDouble() >= limits.diskFullDays() * GUESS_MARGIN) {
            return;
        } else if (days.getAsDouble() >= limits.diskFullDays()) {
            draft.undecided(HostCode.PC_DISK_FILLING, which);
        } else {
            draft.found(
                    HostCode.PC_DISK_FILLING,
                    Severity.WARNING,
                    which.with(HostFact.DAYS_TO_FULL, Math.floor(days.getAsDouble())));
        }
    }
}
