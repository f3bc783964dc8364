package org.benchconnect.teamviewerbridge.session;

import java.util.Locale;
import java.util.Optional;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.Enforcement;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.Supporter;
import org.benchconnect.teamviewerbridge.engine.Engine;
import org.benchconnect.teamviewerbridge.rules.Ask;

/** How the ledger says it. Never a supporter's name, a file's, the code or the password. */
final class Written {
    private Written() {}

    static Event of(EventKind kind, String session) {
        return Event.of(kind).with(Detail.SESSION, session);
    }

    /** With the certificate, if one counted. */
    static Event of(EventKind kind, String session, Optional<Supporter> supporter) {
        Event event = of(kind, session);
        return supporter
                .map(who -> event.with(Detail.SUPPORTER, who.certificate()))
                .orElse(event);
    }

    /** @param by who keeps it true */
    static Event about(
            EventKind kind, String session, Optional<Supporter> supporter, Engine engine, Ask ask, Enforcement by) {
        Event event = of(kind, session, supporter)
                .with(Detail.FEATURE, Features.of(engine, ask.privilege()))
                .with(Detail.PRIVILEGE, ask.privilege().token())
                .with(Detail.ENFORCEMENT, by.name());
        Event directed = ask.sort()
                .direction()
                .map(way -> event.with(Detail.DIRECTION, way.name().toLowerCase(Locale.ROOT)))
                .orElse(event);
        return ask.file()
                .map(FileToTransfer::size)
                .map(size -> directed.with(Detail.SIZE, size))
                .orElse(directed);
    }

    /** With what can be relied on for the whole session: the weakest of what the engine can do at all. */
    static Event began(EventKind kind, String session, Optional<Supporter> supporter, Engine engine) {
        Enforcement weakest = Enforcement.ENFORCED_BY_AGENT;
        for (Privilege privilege : Privilege.values()) {
            Enforcement one = Features.enforcement(engine, privilege);
            if (one != Enforcement.UNSUPPORTED && one.compareTo(weakest) > 0) {
                weakest = one;
            }
        }
        return of(kind, session, supporter)
                .with(Detail.FEATURE, engine.feature())
                .with(Detail.ENFORCEMENT, weakest.name());
    }

    static Event ended(String session, Optional<Supporter> supporter, SessionEnd why) {
        return of(EventKind.SESSION_ENDED, session, supporter).with(Detail.REASON, why.name());
    }
}
