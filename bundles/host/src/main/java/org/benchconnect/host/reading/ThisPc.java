package org.benchconnect.host.reading;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * This PC, asked through OSHI and the operating system. A native call that cannot be made, because its library is missing or does not
 * fit, is an {@link UnreadableException} like any other. OSHI's classes are loaded at the first question.
 */
public final class ThisPc implements Readings {
    private final Places places;
    private final OwnWays own;

    private ThisPc(Places places, OwnWays own) {
        this.places = places;
        this.own = own;
    }

    /** Asks about these places; reads nothing yet. */
    public static ThisPc asking(Places places) {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return new ThisPc(places, windows ? new WindowsWays() : new LinuxWays());
    }

    /** A question that may end in native code. */
    private interface Question<T> {
        T ask() throws UnreadableException;
    }

    private static <T> T asked(Question<T> question) throws UnreadableException {
        try {
            return question.ask();
        } catch (LinkageError e) {
            throw new UnreadableException("a native library is missing or does not fit", e);
        } catch (RuntimeException e) {
            throw new UnreadableException("the operating system gave no sense", e);
        }
    }

    @Override
    public List<VolumeSpace> volumes() throws UnreadableException {
        return asked(() -> Disks.of(OshiSystem.stores(), places));
    }

    @Override
    public MemorySpace memory() throws UnreadableException {
        return asked(OshiSystem::memory);
    }

    @Override
    public Optional<ClockState> clock() throws UnreadableException {
        return asked(own::clock);
    }

    @Override
    public List<ServiceState> services() throws UnreadableException {
        return places.services().isEmpty() ? List.of() : asked(() -> own.services(places.services()));
    }

    @Override
    public List<CertificateFile> certificates() throws UnreadableException {
        return asked(() -> CertificateFiles.of(places));
    }

    @Override
    public Optional<SystemRelease> system() throws UnreadableException {
        return asked(own::system);
    }

    @Override
    public Optional<Boolean> restartWaits() throws UnreadableException {
        return asked(own::restartWaits);
    }

    @Override
    public Optional<BackupState> backup() throws UnreadableException {
        return asked(() -> places.backups().map(BackupFolder::look));
    }

    @Override
    public Optional<AntivirusState> antivirus() throws UnreadableException {
        return asked(own::antivirus);
    }
}
