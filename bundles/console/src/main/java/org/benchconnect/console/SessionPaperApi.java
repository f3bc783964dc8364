package org.benchconnect.console;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.benchconnect.console.http.Access;
import org.benchconnect.console.http.Call;
import org.benchconnect.console.http.Refused;
import org.benchconnect.console.http.Refused.Reason;
import org.benchconnect.console.http.Reply;
import org.benchconnect.console.http.Route;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.session.RemoteSessions;
import org.benchconnect.core.session.SessionView;
import org.benchconnect.core.text.Language;

/** What stays of a remote session, to print: from the audit log, so it is there while no code for remote support runs. */
final class SessionPaperApi {
    private static final String PAPER = Api.ROOT + "/support/papers/{session}";

    private final Neighbours neighbours;
    private final Map<Language, OwnWords> words;
    private final ThisPc pc;

    SessionPaperApi(Neighbours neighbours, Map<Language, OwnWords> words, ThisPc pc) {
        this.neighbours = neighbours;
        this.words = words;
        this.pc = pc;
    }

    List<Route> routes() {
        return List.of(new Route("GET", PAPER, Access.SIGNED_IN, this::paper));
    }

    private Reply paper(Call call) throws Refused {
        String session = call.variables().getOrDefault("session", "");
        if (!session.matches("[0-9A-Za-z-]{1,64}")) {
            throw new Refused(404, Reason.NOT_FOUND, "A session is 1 to 64 letters, digits and hyphens");
        }
        OwnWords own = Objects.requireNonNull(words.get(call.language()));
        String form = call.query().getOrDefault("form", "html");
        if (!List.of("html", "json").contains(form)) {
            throw new Refused(400, Reason.BAD_REQUEST, "form is html or json");
        }
        Ledger ledger = neighbours.ledger();
        if (ledger == null) {
            return PersonsRefusal.notRunning(own);
        }
        List<Entry> entries;
        try {
            entries = new SessionTrail(ledger).of(session);
        } catch (UncheckedIOException unreadable) {
            return PersonsRefusal.unreadable(own);
        }
        if (entries.isEmpty()) {
            return PersonsRefusal.notHere("session.paper.none", own);
        }
        RemoteSessions sessions = neighbours.sessions();
        Optional<SessionView.LastSession> last =
                Optional.ofNullable(sessions).flatMap(one -> one.now().last());
        Paper paper =
                new SessionPaper(pc, ledger.id(), new People(neighbours.accounts(), own), last).of(session, entries);
        return form.equals("json")
                ? Reply.json(200, paper)
                : Reply.content(
                                "text/html; charset=utf-8",
                                new PaperPage(own).html(paper).getBytes(StandardCharsets.UTF_8))
                        .with("Content-Security-Policy", UpgradeRecordApi.POLICY);
    }
}
