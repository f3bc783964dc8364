package org.benchconnect.tests.powerloss;

import java.io.IOException;
import java.util.List;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.launcher.storage.DurableFiles;

/** What happens to a feature with privileges, one after the other. */
final class FeatureSteps {
    private FeatureSteps() {}

    static List<Step> steps() {
        return List.of(
                new Step("first administrator", FeatureSteps::first),
                new Step("consent given", pc -> give(pc, true)),
                new Step("withdrawn", FeatureSteps::withdraw),
                new Step("given again", pc -> give(pc, true)),
                new Step("newer version keeps it", FeatureSteps::newer),
                new Step("withdrawn from the newer one", FeatureSteps::withdraw),
                new Step("newer one given", pc -> give(pc, false)),
                new Step("changes frozen", pc -> pc.consents.freeze(administrator(pc), People.PIN)),
                new Step("changes thawed", pc -> pc.consents.thaw(AlwaysAsked.QUESTION, administrator(pc), People.PIN)),
                new Step("given once more", pc -> give(pc, true)),
                new Step("withdrawn at last", FeatureSteps::withdraw));
    }

    static void first(Pc pc) throws AccountRefusedException {
        pc.accounts.first(AlwaysAsked.QUESTION, Pc.CODE.toCharArray(), "Ada Verdi", People.PIN.toCharArray());
    }

    private static AccountId administrator(Pc pc) {
        return pc.accounts.all().get(0).id();
    }

    static void give(Pc pc, boolean newer) throws AnswerRefusedException, FeatureRefusedException {
        pc.consents.give(AlwaysAsked.QUESTION, Gate.FEATURE, administrator(pc), People.PIN, newer);
    }

    static void withdraw(Pc pc) {
        pc.withdrawn = pc.consents.withdraw(Gate.FEATURE, administrator(pc));
    }

    static void newer(Pc pc) throws IOException {
        new DurableFiles(pc.storage).write(Pc.POINTER, "2\n");
        pc.gate.switchToCurrent();
        pc.consents.look();
    }
}
