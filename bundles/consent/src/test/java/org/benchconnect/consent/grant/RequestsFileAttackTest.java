package org.benchconnect.consent.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.consent.ConsentRequest;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The file of the requests is not signed: whoever edits it gets nothing by it. */
class RequestsFileAttackTest {
    private static final Path FILE = Laboratory.HOME.resolve("consent/requests");

    private Laboratory lab;

    @BeforeEach
    void aNewPc() throws Exception {
        lab = new Laboratory();
    }

    /** In the file no privileges are asked for, so a laboratory user could say yes. */
    private Laboratory withoutPrivilegesInTheFile() throws Exception {
        lab.askInstall(Plans.transfer("2.0.0"));
        String file = new String(lab.storage.read(FILE, 1 << 20).orElseThrow(), StandardCharsets.UTF_8);
        String edited = file.replaceAll("\"TRANSFER_FILES\"", "");
        assertFalse(edited.equals(file));
        lab.write(FILE, edited);
        return lab.restarted();
    }

    @Test
    void aUserDoesNotGiveAnAdministratorsConsentByEditingTheFile() throws Exception {
        Laboratory again = withoutPrivilegesInTheFile();
        ConsentRequest edited = again.consents.requests(Language.EN).get(0);

        AnswerRefusedException refused = assertThrows(
                AnswerRefusedException.class,
                () -> again.consents.give(edited.id(), again.yes(edited, FakeAccounts.USER, FakeAccounts.PIN, false)));

        assertEquals(Reason.NOT_ADMINISTRATOR, refused.reason());
        assertEquals(0, again.count(EventKind.CONSENT_GIVEN));
    }

    @Test
    void aUserWhoKnowsTheTrueTextDoesNotGiveItEither() throws Exception {
        ConsentRequest honest = lab.askInstall(Plans.transfer("2.0.0"));
        Laboratory again = withoutPrivilegesInTheFile();

        AnswerRefusedException refused = assertThrows(
                AnswerRefusedException.class,
                () -> again.consents.give(
                        again.consents.requests(Language.EN).get(0).id(),
                        again.yes(honest, FakeAccounts.USER, FakeAccounts.PIN, false)));

        assertEquals(Reason.NOT_ADMINISTRATOR, refused.reason());
        assertFalse(again.launcher.runs(Plans.TRANSFER));
    }

    @Test
    void anAdministratorIsAskedForTheTrueText() throws Exception {
        Laboratory again = withoutPrivilegesInTheFile();
        ConsentRequest edited = again.consents.requests(Language.EN).get(0);

        AnswerRefusedException refused = assertThrows(AnswerRefusedException.class, () -> again.give(edited));

        assertEquals(Reason.OTHER_TEXT, refused.reason());
        assertTrue(again.consents.requests(Language.EN).get(0).privileges().contains(Privilege.TRANSFER_FILES));
    }

    @Test
    void whatNeedsAnotherFeatureFirstIsNotBegun() throws Exception {
        ConsentRequest request = lab.askInstall(Plans.of(
                Plans.TRANSFER,
                "2.0.0",
                Set.of(Privilege.TRANSFER_FILES),
                Set.of("NAVIOS_EX"),
                List.of(Laboratory.SUPPORT)));

        AnswerRefusedException refused = assertThrows(AnswerRefusedException.class, () -> lab.give(request));

        assertEquals(Reason.NEEDS, refused.reason());
        assertEquals(Laboratory.SUPPORT, refused.getMessage());
        assertEquals(0, lab.count(EventKind.CONSENT_GIVEN));
        assertTrue(lab.launcher.features().stream().noneMatch(one -> one.name().equals(Plans.TRANSFER)));
        lab.supportAllowed();
        lab.give(request);
        assertTrue(lab.launcher.runs(Plans.TRANSFER));
    }

    @Test
    void aQuestionThatNobodyAskedIsNotFound() throws Exception {
        assertFalse(lab.consents.refuse("0123456789abcdef", Optional.empty()));
        assertFalse(lab.consents.postpone("0123456789abcdef", Optional.empty()));

        ConsentRequest request = lab.askSupport();
        assertTrue(lab.consents.postpone(request.id(), Optional.empty()));
        assertTrue(lab.consents.refuse(request.id(), Optional.empty()));
    }

    @Test
    void theSameQuestionLookedAtAgainIsAskedOnce() throws Exception {
        lab.askSupport();
        lab.askSupport();

        assertEquals(1, lab.count(EventKind.CONSENT_ASKED));
    }
}
