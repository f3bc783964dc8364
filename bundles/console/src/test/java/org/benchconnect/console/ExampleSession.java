package org.benchconnect.console;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionRequest;
import org.benchconnect.core.session.SessionView.Invitation;
import org.benchconnect.core.session.SessionView.LastSession;
import org.benchconnect.core.session.SessionView.Permission;
import org.benchconnect.core.session.Supporter;
import org.jspecify.annotations.Nullable;

/** One session, its supporter and what he asks, as the tests of the module know them. */
final class ExampleSession {
    static final String SESSION = "K7Q2M9X4T6B8N3F5";
    static final String REQUEST = "00000000000000e1";
    static final String LEASE = "00000000000000f1";
    static final String PASSWORD = "4MPRT6ZB8N";
    static final String NAME = "Ada Keller";

    private final Clock clock;

    ExampleSession(Clock clock) {
        this.clock = clock;
    }

    Optional<Invitation> invitation() {
        return Optional.of(new Invitation(
                Optional.of("123456789"),
                Optional.of(PASSWORD),
                clock.instant().plus(Duration.ofMinutes(10)),
                "+39 02 5550 0100"));
    }

    static Optional<Supporter> supporter() {
        return Optional.of(
                new Supporter(NAME, "Example Instruments Ltd", "ab".repeat(32), LocalDate.of(2027, 3, 31), "eu"));
    }

    SessionRequest asks(Privilege privilege, FileToTransfer.@Nullable Direction direction) {
        return new SessionRequest(
                REQUEST,
                privilege,
                Optional.ofNullable(direction),
                Optional.empty(),
                clock.instant().plus(Duration.ofSeconds(60)));
    }

    SessionRequest file(FileToTransfer.Direction direction) {
        return new SessionRequest(
                REQUEST,
                Privilege.TRANSFER_FILES,
                Optional.empty(),
                Optional.of(new FileToTransfer(direction, "protocol <b>.pdf", 123_456)),
                clock.instant().plus(Duration.ofSeconds(60)));
    }

    Permission permission(Privilege privilege, FileToTransfer.@Nullable Direction direction) {
        return new Permission(
                LEASE,
                privilege,
                Optional.ofNullable(direction),
                clock.instant().plus(Duration.ofHours(1)));
    }

    Optional<LastSession> last() {
        return Optional.of(new LastSession(
                SESSION,
                clock.instant().minus(Duration.ofHours(3)),
                Duration.ofSeconds(1501),
                Optional.of("ab".repeat(32)),
                Optional.of(NAME),
                SessionEnd.STOPPED));
    }
}
