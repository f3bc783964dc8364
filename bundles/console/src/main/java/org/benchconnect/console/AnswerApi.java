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
import org.benchconnect.core.consent.Consents;
import org.benchconnect.core.text.Language;

/** The operations of the local API that a person answers for with a PIN: yes, removing a feature, freezing changes and ending that. */
final class AnswerApi {
    private final Neighbours neighbours;
    private final Map<Language, OwnWords> words;
    private final ByPin byPin;

    AnswerApi(Neighbours neighbours, Map<Language, OwnWords> words, ByPin byPin) {
        this.neighbours = neighbours;
        this.words = words;
        this.byPin = byPin;
    }

    List<Route> routes() {
        return List.of(
                new Route("POST", Api.ROOT + "/consents/requests/{id}/give", Access.SIGNED_IN, this::give),
                new Route("POST", Api.ROOT + "/features/{feature}/remove", Access.SIGNED_IN, this::remove),
                new Route("POST", Api.ROOT + "/freeze", Access.SIGNED_IN, this::freeze),
                new Route("DELETE", Api.ROOT + "/freeze", Access.SIGNED_IN, this::thaw));
    }

    private Reply give(Call call) throws Refused {
        String request = Form.idOfPath(call);
        Form form = Form.of(call, "question", "account", "pin", "text", "newerVersions");
        OwnWords own = own(call);
        Consents consents = neighbours.consents();
        if (consents == null) {
            return PersonsRefusal.notRunning(own);
        }
        People people = new People(neighbours.accounts(), own);
        String question = form.question();
        AccountId account = form.account();
        String text = form.textDigest();
        boolean newerVersions = form.flag("newerVersions");
        char[] pin = form.secret("pin");
        Answer answer = new Answer(question, account, pin, text, newerVersions);
        return byPin.carryOut(own, pin, () -> Reply.json(200, ConsentView.of(consents.give(request, answer), people)));
    }

    private Reply remove(Call call) throws Refused {
        String feature = Form.featureOfPath(call);
        Form form = Form.of(call, "account", "pin");
        AccountId account = form.account();
        return done(call, form, (consents, pin) -> consents.remove(feature, account, pin));
    }

    private Reply freeze(Call call) throws Refused {
        Form form = Form.of(call, "account", "pin");
        AccountId account = form.account();
        return done(call, form, (consents, pin) -> consents.freeze(account, pin));
    }

    private Reply thaw(Call call) throws Refused {
        Form form = Form.of(call, "question", "account", "pin");
        String question = form.question();
        AccountId account = form.account();
        return done(call, form, (consents, pin) -> consents.thaw(question, account, pin));
    }

    private Reply done(Call call, Form form, WithPin act) throws Refused {
        OwnWords own = own(call);
        Consents consents = neighbours.consents();
        if (consents == null) {
            return PersonsRefusal.notRunning(own);
        }
        char[] pin = form.secret("pin");
        return byPin.carryOut(own, pin, () -> {
            act.act(consents, pin);
            return Reply.empty(204);
        });
    }

    private OwnWords own(Call call) throws Refused {
        return Objects.requireNonNull(words.get(call.language()));
    }

    /** Something that takes a PIN and wipes it. */
    @FunctionalInterface
    private interface WithPin {
        void act(Consents consents, char[] pin) throws AnswerRefusedException;
    }
}
