package org.benchconnect.cli.upgrade;

import static org.benchconnect.cli.upgrade.UpgradePrinter.text;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.cli.account.Phrase;
import org.benchconnect.cli.account.RefusedException;
import org.benchconnect.cli.account.Secrets;
import org.benchconnect.cli.account.Talk;

/** Says no to what is offered, or takes a yes back while it waits: one confirmation, no PIN. */
final class RefuseUpgrade {
    private static final String UPGRADE = "/api/v1/upgrade";
    private static final Set<String> RUNS = Set.of("SWITCHES", "PROVES");

    private final Talk talk;

    RefuseUpgrade(Talk talk) {
        this.talk = talk;
    }

    /** How it is afterwards; empty if nothing was changed, which was said. */
    Optional<JsonObject> run() throws IOException, InterruptedException, RefusedException {
        JsonObject state = talk.ask(UPGRADE);
        String phase = text(state, "phase");
        if (RUNS.contains(phase)) {
            talk.err().println("benchconnect: " + UpgradePhrase.TOO_LATE.in(talk.language()));
            return Optional.empty();
        }
        if (!state.get("plan").isJsonObject()) {
            return Optional.of(state);
        }
        boolean allowed = phase.equals("WAITS");
        talk.say((allowed ? UpgradePhrase.WILL_TAKE_BACK : UpgradePhrase.WILL_REFUSE).in(talk.language()));
        if (!talk.person().agrees(Phrase.YES_SURE.in(talk.language()))) {
            talk.err().println("benchconnect: " + Phrase.NOTHING_CHANGED.in(talk.language()));
            return Optional.empty();
        }
        JsonObject body = new JsonObject();
        body.addProperty("plan", text(state.getAsJsonObject("plan"), "id"));
        if (talk.options().account().isPresent()) {
            body.addProperty("account", talk.account(talk.options().account().get()));
        }
        try (Secrets none = new Secrets()) {
            talk.well(talk.agent().carryOut("POST", UPGRADE + "/refuse?lang=" + talk.language(), body, none));
        }
        return Optional.of(talk.ask(UPGRADE));
    }
}
