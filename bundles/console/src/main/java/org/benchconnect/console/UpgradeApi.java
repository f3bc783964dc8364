package org.benchconnect.console;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.benchconnect.console.http.Access;
import org.benchconnect.console.http.Call;
import org.benchconnect.console.http.Refused;
import org.benchconnect.console.http.Reply;
import org.benchconnect.console.http.Route;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.upgrade.UpgradeConsents;
import org.benchconnect.core.upgrade.Upgrades;
import org.jspecify.annotations.Nullable;

/**
 * The operations of the local API on upgrades that need no PIN: how it is, looking, and whatever lowers. Saying yes is in
 * {@link UpgradeAnswerApi}, what has changed in {@link UpgradeRecordApi}.
 */
final class UpgradeApi {
    static final String UPGRADE = Api.ROOT + "/upgrade";

    private final Neighbours neighbours;
    private final LatestAnswers answers;
    private final Map<Language, OwnWords> words;
    private final FeatureWork work;
    private final Unbroken unbroken;

    UpgradeApi(
            Neighbours neighbours,
            LatestAnswers answers,
            Map<Language, OwnWords> words,
            FeatureWork work,
            Unbroken unbroken) {
        this.neighbours = neighbours;
        this.answers = answers;
        this.words = words;
        this.work = work;
        this.unbroken = unbroken;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", UPGRADE, Access.SIGNED_IN, this::now),
                new Route("POST", UPGRADE + "/check", Access.SIGNED_IN, this::check),
                new Route("GET", UPGRADE + "/request", Access.SIGNED_IN, this::request),
                new Route("POST", UPGRADE + "/refuse", Access.SIGNED_IN, this::refuse),
                new Route("DELETE", UPGRADE + "/fixes", Access.SIGNED_IN, this::askForFixes),
                new Route("POST", UPGRADE + "/rollback", Access.SIGNED_IN, this::goBack));
    }

    private Reply now(Call call) throws Refused {
        OwnWords own = own(call);
        return whole(own);
    }

    /** How it is at the end of whatever was done. */
    private Reply.Whole whole(OwnWords own) {
        Snapshot.Upgrade now = Snapshot.Upgrade.of(neighbours);
        return now == null
                ? PersonsRefusal.notRunning(own)
                : Reply.json(200, UpgradeView.of(now, neighbours, answers, new People(neighbours.accounts(), own)));
    }

    private Reply check(Call call) throws Refused {
        Form form = Form.of(call, "source");
        Optional<String> source = form.isThere("source") ? Optional.of(PlanRequest.source(call)) : Optional.empty();
        OwnWords own = own(call);
        Upgrades upgrades = neighbours.upgrades();
        return upgrades == null
                ? PersonsRefusal.notRunning(own)
                : work.begin(() -> look(upgrades, source, own), found -> found, own);
    }

    /** One that was refused where nobody said where to look is said with what may be missing in the settings. */
    private Reply.Whole look(Upgrades upgrades, Optional<String> source, OwnWords own) throws FeatureRefusedException {
        try {
            upgrades.check(source);
            return whole(own);
        } catch (FeatureRefusedException e) {
            if (source.isPresent()) {
                throw e;
            }
            return UpgradeSentence.ofTheSettings(e.reason(), own)
                    .map(text -> FeatureWork.refusal(e, text, own))
                    .orElseThrow(() -> e);
        }
    }

    private Reply request(Call call) throws Refused {
        Language language = call.language();
        OwnWords own = own(call);
        UpgradeConsents consents = neighbours.upgradeConsents();
        if (consents == null) {
            return PersonsRefusal.notRunning(own);
        }
        return consents.request(language)
                .map(one -> Reply.json(200, UpgradeRequestView.of(one, own)))
                .orElseGet(() -> PersonsRefusal.notHere("upgrade.noQuestion", own));
    }

    private Reply refuse(Call call) throws Refused {
        Form form = Form.of(call, "plan", "account");
        String plan = form.plan();
        Optional<AccountId> by = form.maybeAccount();
        OwnWords own = own(call);
        UpgradeConsents consents = neighbours.upgradeConsents();
        if (consents == null) {
            return PersonsRefusal.notRunning(own);
        }
        return unbroken.lower(
                () -> consents.refuse(plan, by) ? Reply.empty(204) : PersonsRefusal.notHere("upgrade.noQuestion", own));
    }

    private Reply askForFixes(Call call) throws Refused {
        Optional<AccountId> by = Form.of(call, "account").maybeAccount();
        UpgradeConsents consents = neighbours.upgradeConsents();
        if (consents == null) {
            return PersonsRefusal.notRunning(own(call));
        }
        return unbroken.lower(() -> {
            consents.askForFixes(by);
            return Reply.empty(204);
        });
    }

    private Reply goBack(Call call) throws Refused {
        Optional<AccountId> by = Form.of(call, "account").maybeAccount();
        OwnWords own = own(call);
        @Nullable Upgrades upgrades = neighbours.upgrades();
        if (upgrades == null) {
            return PersonsRefusal.notRunning(own);
        }
        return unbroken.lower(() -> {
            try {
                upgrades.goBack(by);
                return whole(own);
            } catch (FeatureRefusedException e) {
                return FeatureWork.refusal(e, own);
            }
        });
    }

    private OwnWords own(Call call) throws Refused {
        return Objects.requireNonNull(words.get(call.language()));
    }
}
