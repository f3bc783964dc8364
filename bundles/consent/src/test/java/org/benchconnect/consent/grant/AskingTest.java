package org.benchconnect.consent.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.ConsentRequest;
import org.benchconnect.core.consent.ConsentRequest.State;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.text.Language;
import org.benchconnect.launcher.module.GateRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AskingTest {
    private Laboratory lab;

    @BeforeEach
    void aNewPc() throws Exception {
        lab = new Laboratory();
    }

    private State onlyState() {
        return lab.consents.requests(Language.EN).get(0).state();
    }

    @Test
    void aRefusalIsKeptAndNotAskedAgainByItself() throws Exception {
        ConsentRequest request = lab.askSupport();

        lab.consents.refuse(request.id(), Optional.of(FakeAccounts.USER));
        lab.pass(Duration.ofDays(3));
        Laboratory again = lab.restarted();

        assertTrue(lab.consents.requests(Language.EN).isEmpty());
        assertTrue(again.consents.requests(Language.EN).isEmpty());
        assertTrue(new Requests(again.storage, Laboratory.HOME).isRefused(request.document()));
        assertEquals(1, lab.count(EventKind.CONSENT_REFUSED));
    }

    @Test
    void notNowIsKeptOverARestart() throws Exception {
        lab.consents.postpone(lab.askSupport().id(), Optional.empty());

        Laboratory again = lab.restarted();

        assertEquals(
                State.POSTPONED, again.consents.requests(Language.EN).get(0).state());
        assertEquals(1, lab.count(EventKind.CONSENT_POSTPONED));
    }

    @Test
    void notNowIsAskedAgainWhenTheRunIsFinished() throws Exception {
        lab.around.activity = Activity.ACQUIRING;
        lab.consents.postpone(lab.askSupport().id(), Optional.empty());
        lab.pass(Duration.ofHours(1));
        State during = onlyState();

        lab.around.activity = Activity.IDLE;
        lab.pass(Duration.ofSeconds(1));

        assertEquals(State.POSTPONED, during);
        assertEquals(State.OPEN, onlyState());
        assertEquals(2, lab.count(EventKind.CONSENT_ASKED));
    }

    @Test
    void whoIsRemindedIsNotRemindedAgainTheSameDay() throws Exception {
        String request = lab.askSupport().id();
        for (int run = 0; run < 3; run++) {
            lab.consents.postpone(request, Optional.empty());
            lab.around.activity = Activity.ACQUIRING;
            lab.pass(Duration.ofHours(1));
            lab.around.activity = Activity.IDLE;
            lab.pass(Duration.ofHours(1));
        }

        assertEquals(State.POSTPONED, onlyState());
        assertEquals(2, lab.count(EventKind.CONSENT_ASKED));
        lab.pass(Duration.ofDays(1));
        assertEquals(State.OPEN, onlyState());
    }

    @Test
    void anInstallationRequestSurvivesARestartAndIsVerifiedAnewBeforeItCounts() throws Exception {
        ConsentRequest request = lab.askInstall(Plans.transfer("2.0.0"));
        Laboratory again = lab.restarted();

        ConsentRequest shown = again.consents.requests(Language.EN).get(0);
        again.give(shown);

        assertEquals(request.textDigest(), shown.textDigest());
        assertTrue(again.launcher.runs(Plans.TRANSFER));
    }

    @Test
    void theSameBytesAskedTwiceAreOneQuestion() throws Exception {
        ConsentRequest first = lab.askInstall(Plans.transfer("2.0.0"));

        ConsentRequest second = lab.askInstall(Plans.transfer("2.0.0"));

        assertEquals(first.id(), second.id());
        assertEquals(1, lab.consents.requests(Language.EN).size());
    }

    @Test
    void aRefusedInstallationIsInTheLedger() {
        assertThrows(
                FeatureRefusedException.class,
                () -> lab.consents.ask("nowhere", Optional.of(Plans.TRANSFER), Language.EN));

        assertEquals("SOURCE", lab.detail(EventKind.INSTALLATION_REFUSED, Detail.REASON));
    }

    @Test
    void theAuthorsStatementIsShownInTheLanguageInWhichItIsRead() throws Exception {
        lab.askInstall(Plans.transfer("2.0.0"));
        lab.storage.create(
                Laboratory.INSTALLATION.resolve("release/" + Laboratory.SUPPORT + ".json"),
                "{\"extensions\":{\"org.benchconnect.release\":{\"json\":{\"statement\":{\"en\":\"Help.\",\"it\":\"Aiuto.\"}}}}}"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        lab.askSupport();

        List<ConsentRequest> italian = lab.restarted().consents.requests(Language.IT);

        assertTrue(says(italian.get(0), "È stato esaminato da noi."));
        assertFalse(says(italian.get(0), "It was reviewed by us."));
        assertTrue(says(italian.get(1), "Aiuto."));
    }

    private static boolean says(ConsentRequest request, String line) {
        return request.text().stream().anyMatch(one -> one.text().equals(line));
    }

    @Test
    void aFreezeSurvivesARestartAndEndsWithinAQuestionOnly() throws Exception {
        lab.consents.freeze(FakeAccounts.ADMINISTRATOR, FakeAccounts.PIN.toCharArray());
        Laboratory again = lab.restarted();

        assertEquals(
                FakeAccounts.ADMINISTRATOR,
                again.consents.frozen().orElseThrow().by());
        assertThrows(
                AnswerRefusedException.class,
                () -> again.consents.thaw("none", FakeAccounts.ADMINISTRATOR, FakeAccounts.PIN.toCharArray()));
        again.consents.thaw(again.asking.answerable(), FakeAccounts.ADMINISTRATOR, FakeAccounts.PIN.toCharArray());
        assertTrue(again.consents.frozen().isEmpty());
        assertTrue(again.restarted().consents.frozen().isEmpty());
    }

    @Test
    void aUserCannotFreezeNorRemove() {
        assertThrows(
                AnswerRefusedException.class,
                () -> lab.consents.freeze(FakeAccounts.USER, FakeAccounts.PIN.toCharArray()));
        assertThrows(
                AnswerRefusedException.class,
                () -> lab.consents.remove(Plans.TRANSFER, FakeAccounts.USER, FakeAccounts.PIN.toCharArray()));
    }

    @Test
    void whatTheGateRefusesIsInTheLedgerOnceWithItsRepetitionsCounted() {
        GateRefusal refusal = new GateRefusal(GateRefusal.Rule.REQUIRE_BUNDLE, "evil module\n", "1.0.0", "no");
        for (int time = 0; time < 500; time++) {
            lab.launcher.refuse(refusal);
        }

        long before = lab.count(EventKind.GATE_REFUSED);
        lab.pass(Duration.ofMinutes(1));

        assertEquals(1, before);
        assertEquals(2, lab.count(EventKind.GATE_REFUSED));
        assertEquals("499", lab.detail(EventKind.GATE_REFUSED, Detail.COUNT));
        assertEquals("evil_module_", lab.detail(EventKind.GATE_REFUSED, Detail.MODULE));
    }

    @Test
    void theTextIsAnotherInEachLanguageAndForEachParagraphChanged() throws Exception {
        FeaturePlan plan = Plans.of(
                Laboratory.SUPPORT,
                "1.0.0",
                Set.of(Privilege.VIEW_SCREEN, Privilege.TRANSFER_FILES),
                Set.of("NAVIOS_EX"));
        lab.askInstall(plan);
        Set<String> digests = new java.util.HashSet<>();

        for (Language language : Language.values()) {
            ConsentRequest shown = lab.consents.requests(language).get(0);
            digests.add(shown.textDigest());
            for (int one = 0; one < shown.text().size(); one++) {
                java.util.List<org.benchconnect.core.consent.Paragraph> other = new java.util.ArrayList<>(shown.text());
                other.remove(one);
                digests.add(ConsentRequest.textDigest(other));
            }
            assertTrue(shown.text().stream()
                    .noneMatch(paragraph -> paragraph.text().contains("consent.")));
        }

        int paragraphs = lab.consents.requests(Language.EN).get(0).text().size();
        assertEquals(3 * (paragraphs + 1), digests.size());
    }
}
