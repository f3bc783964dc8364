package org.benchconnect.console;

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
import org.benchconnect.core.text.Language;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.core.upgrade.Upgrades;

/** The operations of the local API on what has changed: the history, and each change as a record for the laboratory's validation file. */
final class UpgradeRecordApi {
    private static final String RECORDS = UpgradeApi.UPGRADE + "/records";
    /** No script at all, and no style but the one of records. */
    static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private final Neighbours neighbours;
    private final Map<Language, OwnWords> words;
    private final ThisPc pc;

    UpgradeRecordApi(Neighbours neighbours, Map<Language, OwnWords> words, ThisPc pc) {
        this.neighbours = neighbours;
        this.words = words;
        this.pc = pc;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", RECORDS, Access.SIGNED_IN, this::all),
                new Route("GET", RECORDS + "/{generation}", Access.SIGNED_IN, this::one));
    }

    /** Where a record is printed: a generation that was gone back to has several, told apart by when they began. */
    static String path(UpgradeRecord record) {
        return RECORDS + "/" + record.generation() + "?begun=" + record.begun().toEpochMilli();
    }

    private Reply all(Call call) throws Refused {
        OwnWords own = own(call);
        Upgrades upgrades = neighbours.upgrades();
        if (upgrades == null) {
            return PersonsRefusal.notRunning(own);
        }
        People people = new People(neighbours.accounts(), own);
        List<UpgradeRecordView> records = upgrades.records().stream()
                .map(one -> UpgradeRecordView.of(one, people))
                .toList();
        return Reply.json(200, Map.of("records", records));
    }

    private Reply one(Call call) throws Refused {
        String generation = call.variables().getOrDefault("generation", "");
        if (!generation.matches("[0-9]{1,9}")) {
            throw new Refused(404, Reason.NOT_FOUND, "A generation is a number");
        }
        OwnWords own = own(call);
        String form = call.query().getOrDefault("form", "html");
        Optional<String> begun = Optional.ofNullable(call.query().get("begun"));
        if (!List.of("html", "json").contains(form)
                || begun.filter(one -> !one.matches("[0-9]{1,15}")).isPresent()) {
            throw new Refused(400, Reason.BAD_REQUEST, "form is html or json, begun a number of milliseconds");
        }
        Upgrades upgrades = neighbours.upgrades();
        if (upgrades == null) {
            return PersonsRefusal.notRunning(own);
        }
        return upgrades.records().stream()
                .filter(one -> one.generation() == Integer.parseInt(generation))
                .filter(one -> begun.isEmpty()
                        || Long.parseLong(begun.get()) == one.begun().toEpochMilli())
                .findFirst()
                .map(one -> paper(one, form, own))
                .orElseGet(() -> PersonsRefusal.notHere("upgrade.noRecord", own));
    }

    private Reply.Whole paper(UpgradeRecord record, String form, OwnWords own) {
        People people = new People(neighbours.accounts(), own);
        Paper paper = new RecordPaper(pc, new LedgerTrail(neighbours.ledger()), people).of(record);
        return form.equals("json")
                ? Reply.json(200, paper)
                : Reply.content(
                                "text/html; charset=utf-8",
                                new PaperPage(own).html(paper).getBytes(StandardCharsets.UTF_8))
                        .with("Content-Security-Policy", POLICY);
    }

    private OwnWords own(Call call) throws Refused {
        return Objects.requireNonNull(words.get(call.language()));
    }
}
