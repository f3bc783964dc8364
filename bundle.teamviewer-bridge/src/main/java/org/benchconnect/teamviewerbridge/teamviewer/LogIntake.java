package org.benchconnect.teamviewerbridge.teamviewer;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.teamviewerbridge.teamviewer.LoggedConnection.Sort;

/**
 * Brings what the client logs into the ledger: each connection once it is over, with the session that a person here had asked for, or as one that nobody had. Where the
 * site found out which clock the log shows, the times must fit that session too. One thread.
 */
final class LogIntake {
    private static final long SLACK = 120; // seconds for two clocks, and for a log that is written late
    private static final String UNNAMED = "teamviewer";

    private final ConnectionLog log;
    private final LogTimes times;
    private final Telling telling;
    private final Clock clock;
    private LogTimes fitting = LogTimes.UNKNOWN;
    private Optional<Asked> asked = Optional.empty();
    private boolean first = true;

    LogIntake(ConnectionLog log, LogTimes times, Telling telling, Clock clock) {
        this.log = log;
        this.times = times;
        this.telling = telling;
        this.clock = clock;
    }

    /**
     * A time in which somebody here had asked for help.
     *
     * @param session which
     * @param from since when
     * @param until until when; empty while it runs
     */
    record Asked(String session, Instant from, Optional<Instant> until) {
        boolean fits(Instant begins, Instant ends) {
            return !begins.isBefore(from.minusSeconds(SLACK))
                    && until.map(end -> !ends.isAfter(end.plusSeconds(SLACK))).orElse(true);
        }

        boolean isRecent(Instant now) {
            return until.map(end -> !now.isAfter(end.plusSeconds(SLACK))).orElse(true);
        }
    }

    /** From now on, what is logged may belong to this. */
    synchronized void asked(String session) {
        asked = Optional.of(new Asked(session, clock.instant(), Optional.empty()));
    }

    /** It is over; its line may still come. */
    synchronized void over(String session) {
        asked = asked.map(one -> one.session().equals(session) && one.until().isEmpty()
                ? new Asked(session, one.from(), Optional.of(clock.instant()))
                : one);
    }

    /** Which clock the log shows, by the last line that was seen as it came; UNKNOWN before. */
    LogTimes fitting() {
        return fitting;
    }

    /** Whether the log can be read. */
    boolean isReadable() {
        return log.isReadable();
    }

    /** Looks once. */
    synchronized void look() {
        Optional<ConnectionLog.New> found = log.look();
        if (found.isEmpty()) {
            return;
        }
        LogLines lines = found.get().lines();
        List<Event> events = new ArrayList<>();
        boolean unexpected = false;
        boolean files = false;
        for (LoggedConnection connection : lines.connections()) {
            Optional<String> session = sessionOf(connection);
            unexpected |= session.isEmpty();
            files |= connection.sort() == Sort.FILE_TRANSFER;
            events.add(Entries.logged(session, connection));
        }
        if (lines.unreadable() > 0) {
            events.add(Entries.unreadable(UNNAMED, lines.unreadable()));
        }
        if (telling.keeps(events)) {
            log.done(found.get());
            calibrate(lines);
            raise(unexpected, files, lines.unreadable() > 0);
        }
    }

    private Optional<String> sessionOf(LoggedConnection connection) {
        Optional<Instant> begins = times.moment(connection.begins(), ZoneId.systemDefault());
        Optional<Instant> ends = times.moment(connection.ends(), ZoneId.systemDefault());
        return asked.filter(one -> begins.isEmpty() || ends.isEmpty()
                        ? one.isRecent(clock.instant())
                        : one.fits(begins.get(), ends.get()))
                .map(Asked::session);
    }

    /** What was there at the first look came some time before. */
    private void calibrate(LogLines lines) {
        if (!first && !lines.connections().isEmpty()) {
            LoggedConnection last = lines.connections().get(lines.connections().size() - 1);
            fitting = LogTimes.fitting(last.ends(), clock.instant(), ZoneId.systemDefault());
        }
        first = false;
    }

    private void raise(boolean unexpected, boolean files, boolean unreadable) {
        if (unexpected) {
            telling.raise(TeamViewerCode.TEAMVIEWER_NOT_REQUESTED, Severity.FAULT);
        }
        if (files) {
            telling.raise(TeamViewerCode.TEAMVIEWER_FILES, Severity.FAULT);
        }
        if (unreadable) {
            telling.raise(TeamViewerCode.TEAMVIEWER_LOG_LINES, Severity.WARNING);
        }
    }
}
