package org.benchconnect.host;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.benchconnect.host.reading.AntivirusState;
import org.benchconnect.host.reading.BackupState;
import org.benchconnect.host.reading.CertificateFile;
import org.benchconnect.host.reading.ClockState;
import org.benchconnect.host.reading.MemorySpace;
import org.benchconnect.host.reading.Readings;
import org.benchconnect.host.reading.ServiceState;
import org.benchconnect.host.reading.SystemRelease;
import org.benchconnect.host.reading.UnreadableException;
import org.benchconnect.host.reading.Volume;
import org.benchconnect.host.reading.VolumeSpace;
import org.jspecify.annotations.Nullable;

/** A healthy PC, until a test changes it. */
final class SamplePc implements Readings {
    /** Null: it cannot be read. */
    volatile @Nullable VolumeSpace disk = new VolumeSpace(Volume.SYSTEM_DISK, 60, 100);

    volatile boolean restartWaits;

    @Override
    public List<VolumeSpace> volumes() throws UnreadableException {
        VolumeSpace now = disk;
        if (now == null) {
            throw new UnreadableException("for this test");
        }
        return List.of(now);
    }

    @Override
    public MemorySpace memory() {
        return new MemorySpace(50, 100);
    }

    @Override
    public Optional<ClockState> clock() {
        return Optional.of(new ClockState(true, OptionalDouble.of(0)));
    }

    @Override
    public List<ServiceState> services() {
        return List.of();
    }

    @Override
    public List<CertificateFile> certificates() {
        return List.of();
    }

    @Override
    public Optional<SystemRelease> system() {
        return Optional.empty();
    }

    @Override
    public Optional<Boolean> restartWaits() {
        return Optional.of(restartWaits);
    }

    @Override
    public Optional<BackupState> backup() {
        return Optional.empty();
    }

    @Override
    public Optional<AntivirusState> antivirus() {
        return Optional.empty();
    }
}
