package org.benchconnect.teamviewerbridge.teamviewer;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.ledger.LedgerException;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.Signal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells ledger and people. Any thread; never fails. */
final class Telling {
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
    private static final String SOURCE = "teamviewer";

    private final Supplier<@Nullable Ledger> ledger;
    private final Supplier<@Nullable Notifications> notifications;

    Telling(Supplier<@Nullable Ledger> ledger, Supplier<@Nullable Notifications> notifications) {
        this.ledger = ledger;
        this.notifications = notifications;
    }

    /** Writes all of it down. Returns whether it survives a loss of power; if not, it is to be told again. */
    boolean keeps(List<Event> events) {
        Ledger there = ledger.get();
        if (there == null) {
            return events.isEmpty();
        }
        try {
            for (Event event : events) {
                there.append(event);
            }
            return true;
        } catch (LedgerException e) {
            LOG.warn("the ledger does not take what TeamViewer's log says; it is tried again", e);
            return false;
        }
    }

    /** Writes it down as soon as there is a ledger that takes it. */
    void note(Event event) {
        Ledger there = ledger.get();
        if (there == null) {
            LOG.warn("there is no ledger for {}", event.kind());
        } else {
            there.note(event);
        }
    }

    /** A notice for the people here. */
    void raise(TeamViewerCode code, Severity severity) {
        Notifications there = notifications.get();
        if (there == null) {
            LOG.warn("nobody can be told of {}", code);
        } else {
            there.report(SOURCE, List.of(new Signal(code, severity, Facts.none())), Set.of());
        }
    }

    /** These are not so any more. */
    void well(TeamViewerCode... codes) {
        Notifications there = notifications.get();
        if (there != null) {
            there.report(
                    SOURCE,
                    List.of(),
                    Stream.of(codes)
                            .map(code -> Condition.of(code, Facts.none()))
                            .collect(Collectors.toSet()));
        }
    }
}
