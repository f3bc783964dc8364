package org.benchconnect.host;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.benchconnect.core.link.ServiceDate;
import org.benchconnect.host.reading.MemorySpace;
import org.benchconnect.host.reading.Readings;
import org.benchconnect.host.reading.UnreadableException;
import org.benchconnect.host.reading.Volume;
import org.benchconnect.host.reading.VolumeSpace;
import org.jspecify.annotations.Nullable;

/** Each check with what it reads and what it remembers of earlier looks. One look of one check at a time. */
final class Checks {
    private static final Verdict WELL = new Verdict.Draft().done();

    private final Readings readings;
    private final HostLimits limits;
    private final Remembered remembered;
    private final Clock clock;
    private final Supplier<Optional<ServiceDate.Seen>> service;
    private final List<MemorySpace> memoryLooks = new ArrayList<>();
    /** Read when it is first needed. */
    private @Nullable SupportTable table;

    /**
     * Nothing looked at yet.
     *
     * @param service what time the service side said it is, if that is known now
     */
    Checks(
            Readings readings,
            HostLimits limits,
            Remembered remembered,
            Clock clock,
            Supplier<Optional<ServiceDate.Seen>> service) {
        this.readings = readings;
        this.limits = limits;
        this.remembered = remembered;
        this.clock = clock;
        this.service = service;
    }

    /** Looks and judges; what this PC does not have or does not tell is well. */
    Verdict look(Topic topic) throws UnreadableException {
        Instant now = clock.instant();
        return switch (topic) {
            case DISKS -> disks(now);
            case MEMORY -> memory();
            case CLOCK -> ClockCheck.judge(readings.clock(), service.get(), limits);
            case SERVICES -> ServiceCheck.judge(readings.services());
            case CERTIFICATES -> CertificateCheck.judge(readings.certificates(), now, limits);
            case SYSTEM -> system(now);
            case RESTART -> restart(now);
            case BACKUP ->
                readings.backup()
                        .map(backup -> BackupCheck.judge(backup, now, limits))
                        .orElse(WELL);
            case ANTIVIRUS ->
                readings.antivirus()
                        .map(program -> AntivirusCheck.judge(program, now, limits))
                        .orElse(WELL);
        };
    }

    private Verdict disks(Instant now) throws UnreadableException {
        List<VolumeSpace> volumes = readings.volumes();
        Map<Volume, SpaceCourse> courses = new EnumMap<>(Volume.class);
        for (VolumeSpace disk : volumes) {
            SpaceCourse course = SpaceCourse.read(remembered.row(disk.volume())).and(disk, now);
            remembered.remember(disk.volume(), course.row());
            courses.put(disk.volume(), course);
        }
        return DiskCheck.judge(volumes, courses, limits);
    }

    private Verdict memory() throws UnreadableException {
        memoryLooks.add(readings.memory());
        if (memoryLooks.size() > limits.memoryLooks()) {
            memoryLooks.remove(0);
        }
        return MemoryCheck.judge(memoryLooks, limits);
    }

    private Verdict system(Instant now) throws UnreadableException {
        SupportTable ends = table == null ? SupportTable.shipped() : table;
        table = ends;
        return readings.system()
                .map(system -> SystemCheck.judge(system, ends, LocalDate.ofInstant(now, ZoneOffset.UTC), limits))
                .orElse(WELL);
    }

    private Verdict restart(Instant now) throws UnreadableException {
        Optional<Boolean> waits = readings.restartWaits();
        if (waits.isEmpty() || !waits.get()) {
            remembered.remember(RememberedRow.RESTART_SINCE, List.of());
            return WELL;
        }
        List<Double> row = remembered.row(RememberedRow.RESTART_SINCE);
        Instant since = row.isEmpty() ? now : Instant.ofEpochSecond(row.get(0).longValue());
        remembered.remember(RememberedRow.RESTART_SINCE, List.of((double) since.getEpochSecond()));
        return RestartCheck.judge(since, now, limits);
    }
}
