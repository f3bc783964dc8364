package org.benchconnect.host.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Linux: files of the kernel and of the distribution, {@code adjtimex}, and two programs where they are installed. */
final class LinuxWays implements OwnWays {
    private static final int MAX_RELEASE_BYTES = 16 * 1024;
    private static final List<Path> RESTART_MARKS =
            List.of(Path.of("/run/reboot-required"), Path.of("/var/run/reboot-required"));
    /** The definitions of ClamAV, the only antivirus program of Linux that tells its age in a file that everybody may look at. */
    private static final List<Path> DEFINITIONS =
            List.of(Path.of("/var/lib/clamav/daily.cld"), Path.of("/var/lib/clamav/daily.cvd"));

    private static final Path SYSTEMD = Path.of("/run/systemd/system");

    @Override
    public Optional<ClockState> clock() throws UnreadableException {
        Optional<ClockState> told = Command.installed("chronyc")
                .flatMap(chronyc -> chronyc.run("-c", "tracking").flatMap(Chrony::read));
        return told.isPresent()
                ? told
                : Optional.of(new ClockState(KernelClock.isSynchronised(), OptionalDouble.empty()));
    }

    @Override
    public List<ServiceState> services(List<String> names) throws UnreadableException {
        Optional<Command> systemctl = Files.isDirectory(SYSTEMD) ? Command.installed("systemctl") : Optional.empty();
        Map<String, ServiceState.State> known = systemctl.isPresent() ? Map.of() : OshiSystem.services();
        List<ServiceState> states = new ArrayList<>();
        for (String name : names) {
            ServiceState.State state = systemctl.isPresent()
                    ? unit(systemctl.get(), name)
                    : known.getOrDefault(name.toLowerCase(Locale.ROOT), ServiceState.State.SERVICE_NOT_FOUND);
            states.add(new ServiceState(states.size() + 1, state));
        }
        return states;
    }

    private static ServiceState.State unit(Command systemctl, String name) throws UnreadableException {
        String answer = systemctl
                .run("show", "--property=LoadState,ActiveState", "--", name)
                .orElseThrow(() -> new UnreadableException("systemctl gave no answer"));
        return SystemdUnit.state(answer);
    }

    @Override
    public Optional<SystemRelease> system() throws UnreadableException {
        Path file = Path.of("/etc/os-release");
        try {
            return Files.isRegularFile(file) && Files.size(file) <= MAX_RELEASE_BYTES
                    ? OsRelease.read(Files.readString(file))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UnreadableException("os-release cannot be read", e);
        }
    }

    /** Debian and its kin leave a mark; others do not tell, and their absence of a mark says nothing. */
    @Override
    public Optional<Boolean> restartWaits() {
        boolean waits = RESTART_MARKS.stream().anyMatch(Files::exists);
        return waits || Files.isDirectory(Path.of("/etc/apt")) ? Optional.of(waits) : Optional.empty();
    }

    @Override
    public Optional<AntivirusState> antivirus() throws UnreadableException {
        List<Instant> updated = new ArrayList<>();
        for (Path file : DEFINITIONS) {
            if (Files.isRegularFile(file)) {
                updated.add(modified(file).toInstant());
            }
        }
        return updated.stream()
                .max(Comparator.naturalOrder())
                .map(newest -> new AntivirusState(Optional.empty(), Optional.of(newest)));
    }

    private static FileTime modified(Path file) throws UnreadableException {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UnreadableException("the antivirus definitions cannot be looked at", e);
        }
    }
}
