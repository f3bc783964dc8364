package org.benchconnect.console;

import java.util.List;
import java.util.Optional;
import org.benchconnect.console.StatusView.LinkView;
import org.benchconnect.console.StatusView.StoreView;
import org.benchconnect.core.link.Link;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.store.StoreHealth;
import org.benchconnect.core.text.Texts;

/**
 * Joins what link and database report about themselves with what the console sees of them, so that each thing is said once.
 * What it sees is of this moment; a report may be some seconds older.
 */
final class OwnReports {
    private static final String LINK = "LINK_";
    /** The subject of a link that is off though an address is set, see the texts of the link. */
    private static final String LINK_REFUSED = LINK + "REFUSED";

    private static final String STORE = "STORE";

    private OwnReports() {}

    private enum Name implements FactName {
        WAITING
    }

    static boolean isOfLink(Status part) {
        return part.subject().toString().startsWith(LINK);
    }

    static boolean isOfStore(Status part) {
        return part.subject().toString().equals(STORE);
    }

    /** In the words of its own report, which says why; in the console's if that is of an earlier state, or missing. */
    static LinkView link(Link.Status link, List<Status> parts, Texts texts) {
        Optional<Status> report = parts.stream()
                .filter(part -> isOfState(part.subject().toString(), link.state()))
                .findFirst();
        String state = report.map(part -> said(part, texts)).orElseGet(() -> texts.get("console.link." + link.state()));
        String waiting = link.waiting() == 0
                ? ""
                : " " + texts.get("console.waiting", Facts.none().with(Name.WAITING, link.waiting()));
        Facts facts = report.map(Status::facts).orElse(Facts.none());
        return new LinkView(link.state(), link.since(), link.waiting(), NoticeView.plain(facts), state + waiting);
    }

    /** Its health in the console's words, and what else it reports. */
    static StoreView store(StoreHealth health, List<Status> parts, Texts texts) {
        Optional<Status> report = parts.stream().filter(OwnReports::isOfStore).findFirst();
        String more = report.map(part -> " " + said(part, texts)).orElse("");
        Facts facts = report.map(Status::facts).orElse(Facts.none());
        return new StoreView(health, NoticeView.plain(facts), texts.get("console.store." + health) + more);
    }

    private static boolean isOfState(String subject, Link.State state) {
        return subject.equals(LINK + state) || (state == Link.State.OFF && subject.equals(LINK_REFUSED));
    }

    private static String said(Status part, Texts texts) {
        return texts.get("status." + part.subject(), part.facts());
    }
}
