package org.benchconnect.console;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.benchconnect.console.http.Access;
import org.benchconnect.console.http.Call;
import org.benchconnect.console.http.Refused;
import org.benchconnect.console.http.Reply;
import org.benchconnect.console.http.Route;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.consent.Answer;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.UpgradeConsents;

/** The operations of the local API on upgrades that a person answers for with a PIN, within a question: yes, "the instrument is idle", all fixes. */
final class UpgradeAnswerApi {
    private final Neighbours neighbours;
    private final Map<Language, OwnWords> words;
    private final ByPin byPin;

    UpgradeAnswerApi(Neighbours neighbours, Map<Language, OwnWords> words, ByPin byPin) {
        this.neighbours = neighbours;
        this.words = words;
        this.byPin = byPin;
    }

    List<Route> routes() {
        return List.of(
                new Route("POST", UpgradeApi.UPGRADE + "/apply", Access.SIGNED_IN, this::apply),
                new Route(
                        "POST",
                        UpgradeApi.UPGRADE + "/idle",
                        Access.SIGNED_IN,
                        call -> state(call, UpgradeConsents::stateIdle)),
                new Route(
                        "POST",
                        UpgradeApi.UPGRADE + "/fixes",
                        Access.SIGNED_IN,
                        call -> state(call, UpgradeConsents::allowFixes)));
    }

    private Reply apply(Call call) throws Refused {
        Form form = Form.of(call, "plan", "question", "account", "pin", "text", "when");
        OwnWords own = own(call);
        UpgradeConsents consents = neighbours.upgradeConsents();
        if (consents == null) {
            return PersonsRefusal.notRunning(own);
        }
        People people = new People(neighbours.accounts(), own);
        String plan = form.plan();
        Approval.When when = form.when();
        String question = form.question();
        AccountId account = form.account();
        String text = form.textDigest();
        char[] pin = form.secret("pin");
        Answer answer = new Answer(question, account, pin, text, false);
        return byPin.carryOut(
                own, pin, () -> Reply.json(200, UpgradeApprovalView.of(consents.give(plan, answer, when), people)));
    }

    private Reply state(Call call, Statement statement) throws Refused {
        Form form = Form.of(call, "question", "account", "pin");
        OwnWords own = own(call);
        UpgradeConsents consents = neighbours.upgradeConsents();
        if (consents == null) {
            return PersonsRefusal.notRunning(own);
        }
        String question = form.question();
        AccountId account = form.account();
        char[] pin = form.secret("pin");
        return byPin.carryOut(own, pin, () -> {
            statement.state(consents, question, account, pin);
            return Reply.empty(204);
        });
    }

    private OwnWords own(Call call) throws Refused {
        return Objects.requireNonNull(words.get(call.language()));
    }

    /** Something that a person says with a PIN, within a question. */
    @FunctionalInterface
    private interface Statement {
        void state(UpgradeConsents consents, String question, AccountId by, char[] pin) throws AnswerRefusedException;
    }
}
