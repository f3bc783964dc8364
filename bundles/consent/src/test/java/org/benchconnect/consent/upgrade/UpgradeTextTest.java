package org.benchconnect.consent.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.benchconnect.consent.grant.FakeAccounts;
import org.benchconnect.consent.grant.Laboratory;
import org.benchconnect.consent.grant.Plans;
import org.benchconnect.core.consent.Answer;
import org.benchconnect.core.consent.ConsentRequest;
import org.benchconnect.core.consent.Paragraph;
import org.benchconnect.core.consent.Paragraph.Part;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.upgrade.Approval.When;
import org.benchconnect.core.upgrade.UpgradeRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpgradeTextTest {
    private Upgrading pc;

    @BeforeEach
    void anUpgradeOfAFeatureIsOffered() throws Exception {
        pc = new Upgrading();
        pc.lab.launcher.has(Laboratory.BASE, "0.1.0", List.of(), List.of(), "0".repeat(64));
        pc.upgrades.offers(Upgrading.plan(
                false,
                Set.of(Privilege.TRANSFER_FILES),
                Plans.of(Laboratory.BASE, "0.2.0", Set.of(), Set.of()),
                Plans.transfer("2.0.0")));
    }

    private UpgradeRequest request(Language language) {
        return pc.answers.request(language).orElseThrow();
    }

    private List<String> of(Part part) {
        return request(Language.EN).text().stream()
                .filter(one -> one.part() == part)
                .map(Paragraph::text)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everythingIsFilledInAndTheAuthorsWordsStandLastAndAreMarked(Language language) {
        List<Paragraph> text = request(language).text();

        int mark = text.stream().map(Paragraph::part).toList().indexOf(Part.AUTHOR_MARK);
        assertEquals(Part.QUESTION, text.get(0).part());
        assertTrue(mark > 0);
        assertTrue(text.subList(mark + 1, text.size()).stream().allMatch(one -> one.part() == Part.AUTHOR));
        assertTrue(text.stream()
                .noneMatch(one -> one.text().contains("{") || one.text().startsWith("consent.")));
    }

    @Test
    void itSaysWhatChangesWhatStopsForHowLongAndHowToGoBack() {
        String changes = String.join("\n", of(Part.CHANGE));

        assertTrue(changes.contains("version 0.2.0 takes the place of version 0.1.0"), changes);
        assertTrue(changes.contains("org.benchconnect.teamviewer-bridge"), changes);
        assertTrue(changes.contains("about 1 s"), changes);
        assertTrue(changes.contains("every instrument is idle"), changes);
        assertTrue(changes.contains("benchconnect upgrade rollback"), changes);
    }

    @Test
    void itNamesThePlanByItsDigestAndWhatIsNewlyAsked() {
        assertTrue(of(Part.FACT).stream().anyMatch(one -> one.contains(Upgrading.PLAN)));
        assertEquals(2, of(Part.PRIVILEGE).size());
    }

    @Test
    void aFunctionWhoseConsentEndsWithItIsNamed() throws Exception {
        ConsentRequest asked = pc.lab.askSupport();
        pc.lab.consents.give(asked.id(), pc.lab.yes(asked, FakeAccounts.ADMINISTRATOR, FakeAccounts.PIN, false));
        pc.upgrades.offers(Upgrading.plan(
                false, Set.of(), Plans.of(Laboratory.SUPPORT, "0.2.0", Set.of(Privilege.VIEW_SCREEN), Set.of())));

        assertEquals(List.of(Laboratory.SUPPORT), request(Language.EN).asksAgain());
        assertTrue(of(Part.WARNING).stream().anyMatch(one -> one.contains("remote support with TeamViewer")));
    }

    @Test
    void oneWhoseConsentIsForNewerVersionsTooIsNot() throws Exception {
        ConsentRequest asked = pc.lab.askSupport();
        pc.lab.consents.give(asked.id(), pc.lab.yes(asked, FakeAccounts.ADMINISTRATOR, FakeAccounts.PIN, true));
        pc.upgrades.offers(Upgrading.plan(
                false, Set.of(), Plans.of(Laboratory.SUPPORT, "0.2.0", Set.of(Privilege.VIEW_SCREEN), Set.of())));

        assertEquals(List.of(), request(Language.EN).asksAgain());
    }

    @Test
    void theLanguageInWhichItWasReadIsInTheLedger() throws Exception {
        String italian = request(Language.IT).textDigest();
        assertNotEquals(request(Language.EN).textDigest(), italian);

        pc.answers.give(
                Upgrading.PLAN,
                new Answer(
                        pc.lab.asking.answerable(),
                        FakeAccounts.ADMINISTRATOR,
                        FakeAccounts.PIN.toCharArray(),
                        italian,
                        false),
                When.IN_WINDOW);

        assertEquals("it", pc.lab.detail(EventKind.UPGRADE_ALLOWED, Detail.LANGUAGE));
        assertEquals(italian, pc.lab.detail(EventKind.UPGRADE_ALLOWED, Detail.TEXT));
    }

    @Test
    void aPlainFeatureWhoseConsentSaysNothingOfNewerVersionsIsAllowedByNameBeforeThePlan() throws Exception {
        pc.lab.give(pc.lab.askInstall(Plans.plain("1.0.0")));
        pc.upgrades.offers(Upgrading.plan(false, Set.of(), Plans.plain("1.1.0")));

        pc.give();

        List<Boolean> named = pc.lab.realLedger.all().stream()
                .filter(entry -> entry.event().kind() == EventKind.UPGRADE_ALLOWED)
                .map(entry -> entry.event().details().containsKey(Detail.FEATURE))
                .toList();
        assertEquals(List.of(true, false), named);
        assertEquals(
                pc.upgrades.approved.get(0).entry(),
                pc.lab.newest(EventKind.UPGRADE_ALLOWED).number());
    }
}
