package org.benchconnect.consent.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.consent.Answer;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.consent.ConsentRequest;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.upgrade.Hindrance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing that runs is stopped or changed for an installation while an instrument is not idle, or nobody knows. */
class BusyInstrumentTest {
    private Laboratory lab;

    @BeforeEach
    void aNewPc() throws Exception {
        lab = new Laboratory();
    }

    private void assertBusy(FeaturePlan plan) throws Exception {
        ConsentRequest request = lab.askInstall(plan);
        Answer yes = lab.yes(request);

        AnswerRefusedException refused =
                assertThrows(AnswerRefusedException.class, () -> lab.consents.give(request.id(), yes));

        assertEquals(Reason.BUSY, refused.reason());
        assertEquals(0, lab.count(EventKind.CONSENT_GIVEN));
        assertEquals(1, lab.count(EventKind.ANSWER_REFUSED));
        assertFalse(lab.launcher.runs(plan.feature().name()));
    }

    @ParameterizedTest
    @EnumSource(Hindrance.Reason.class)
    void whatStopsSomethingWaitsWhateverIsInTheWay(Hindrance.Reason reason) throws Exception {
        lab.upgrading.hindrances = List.of(Hindrance.of(reason));

        assertBusy(Plans.transfer("2.0.0"));
    }

    @Test
    void itWaitsAlsoWhileNobodyCanSay() throws Exception {
        lab.around.upgrades = null;

        assertBusy(Plans.transfer("2.0.0"));
    }

    @Test
    void whatOnlyAddsWaitsForNobody() throws Exception {
        lab.upgrading.hindrances = List.of(Hindrance.of(Hindrance.Reason.ACQUIRING));

        lab.give(lab.askInstall(Plans.thatOnlyAdds("org.example.help")));

        assertEquals(1, lab.count(EventKind.FEATURE_INSTALLED));
    }

    @Test
    void theSameQuestionIsAnsweredWhenItIsIdle() throws Exception {
        lab.upgrading.hindrances = List.of(Hindrance.of(Hindrance.Reason.ACQUIRING));
        assertBusy(Plans.transfer("2.0.0"));

        lab.upgrading.hindrances = List.of();
        lab.give(lab.consents.requests(org.benchconnect.core.text.Language.EN).get(0));

        assertTrue(lab.launcher.runs(Plans.TRANSFER));
    }

    @Test
    void takingBackAndRemovingNeverWait() throws Exception {
        lab.give(lab.askInstall(Plans.transfer("2.0.0")));
        lab.supportAllowed();
        lab.upgrading.hindrances = List.of(Hindrance.of(Hindrance.Reason.ACQUIRING));

        lab.consents.remove(Plans.TRANSFER, FakeAccounts.ADMINISTRATOR, FakeAccounts.PIN.toCharArray());
        lab.consents.withdraw(Laboratory.SUPPORT, Optional.empty());

        assertEquals(Set.of(false), Set.of(lab.launcher.runs(Plans.TRANSFER) || lab.launcher.runs(Laboratory.SUPPORT)));
    }
}
