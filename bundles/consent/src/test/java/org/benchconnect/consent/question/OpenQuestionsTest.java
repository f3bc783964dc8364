package org.benchconnect.consent.question;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.session.RemoteDesktop.Reach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class OpenQuestionsTest {
    private final QuestionsOfTests lab = new QuestionsOfTests(new Ticks());

    @Test
    void anAnswerInTheFirstSecondIsNoneAndLeavesTheQuestionOpen() throws Exception {
        String question = lab.questions.open().id();
        lab.ticks.pass(Questions.INERT.minusNanos(1));

        assertRefused(Reason.TOO_SOON, () -> lab.questions.use(question));

        lab.ticks.pass(Duration.ofNanos(1));
        lab.questions.use(question).close();
    }

    @Test
    void aQuestionIsUsedUpByOneAnswer() throws Exception {
        String question = lab.answerable();

        lab.questions.use(question).close();

        assertRefused(Reason.QUESTION_CLOSED, () -> lab.questions.use(question));
    }

    @Test
    void aQuestionClosesByItselfWithoutAnAnswer() throws Exception {
        String question = lab.questions.open().id();

        lab.pass(Questions.LONGEST);

        assertRefused(Reason.QUESTION_CLOSED, () -> lab.questions.use(question));
    }

    @Test
    void anExpiredQuestionIsNoneEvenIfNobodyLookedSince() throws Exception {
        String question = lab.questions.open().id();

        lab.ticks.pass(Questions.LONGEST);

        assertRefused(Reason.QUESTION_CLOSED, () -> lab.questions.use(question));
    }

    @Test
    void eightQuestionsAreOpenAtMost() throws Exception {
        String first = lab.questions.open().id();
        for (int more = 2; more <= OpenQuestions.MOST; more++) {
            lab.questions.open();
        }

        assertRefused(Reason.TOO_MANY_QUESTIONS, lab.questions::open);

        lab.questions.close(first);
        assertDoesNotThrow(lab.questions::open);
    }

    @Test
    void aQuestionNobodyOpenedIsNone() {
        assertRefused(Reason.QUESTION_CLOSED, () -> lab.questions.use("00000000000000000000000000000000"));
    }

    @Nested
    class SupporterCannotAnswerForTheLaboratory {
        @Test
        void remoteInputIsFrozenFromTheQuestionToItsClose() throws Exception {
            FakeEngine engine = lab.engine(Reach.ENFORCED);

            String question = lab.questions.open().id();
            boolean whileOpen = engine.isFrozen();
            lab.questions.close(question);

            assertTrue(whileOpen);
            assertFalse(engine.isFrozen());
        }

        @Test
        void remoteInputStaysFrozenWhileTheAnswerIsCarriedOut() throws Exception {
            FakeEngine engine = lab.engine(Reach.ENFORCED);
            String question = lab.answerable();

            Questions.Use use = lab.questions.use(question);
            lab.questions.close(question);
            lab.pass(Questions.LONGEST);
            boolean whileCarriedOut = engine.isFrozen();
            use.close();

            assertTrue(whileCarriedOut);
            assertFalse(engine.isFrozen());
        }

        @Test
        void anExpiredQuestionLetsGo() throws Exception {
            FakeEngine engine = lab.engine(Reach.ENFORCED);
            lab.questions.open();

            lab.pass(Questions.LONGEST);

            assertFalse(engine.isFrozen());
        }

        @Test
        void theFirstOfTwoQuestionsThatClosesDoesNotThaw() throws Exception {
            FakeEngine engine = lab.engine(Reach.ENFORCED);
            String first = lab.questions.open().id();
            lab.questions.open();

            lab.questions.close(first);

            assertTrue(engine.isFrozen());
        }

        @Test
        void anEngineThatComesWhileAQuestionIsOpenIsFrozenToo() throws Exception {
            lab.questions.open();

            FakeEngine late = lab.engine(Reach.ENFORCED);

            assertTrue(late.isFrozen());
        }

        @Test
        void anEngineThatCannotFreezeMakesEveryQuestionImpossible() {
            FakeEngine engine = lab.engine(Reach.ENFORCED);
            FakeEngine other = lab.engine(Reach.ENFORCED);
            other.breaks();

            assertRefused(Reason.REMOTE_INPUT, lab.questions::open);

            assertFalse(engine.isFrozen(), "what was held already is let go");
        }

        @Test
        void anEngineThatComesAndCannotFreezeClosesTheQuestion() throws Exception {
            String question = lab.answerable();
            FakeEngine late = new FakeEngine(Reach.ENFORCED);
            late.breaks();

            lab.questions.addEngine(late);

            assertRefused(Reason.QUESTION_CLOSED, () -> lab.questions.use(question));
        }

        @Test
        void noQuestionIsOpenedWhileSomebodyIsConnectedByAnEngineThatDelegates() {
            lab.engine(Reach.DELEGATED);

            assertRefused(Reason.REMOTE_INPUT, lab.questions::open);
        }

        @Test
        void anOpenQuestionIsUselessOnceSomebodyConnectedByAnEngineThatDelegates() throws Exception {
            FakeEngine engine = lab.engine(Reach.NOBODY);
            String question = lab.answerable();

            engine.reach(Reach.DELEGATED);

            assertRefused(Reason.REMOTE_INPUT, () -> lab.questions.use(question));
        }

        @Test
        void aVisitBetweenQuestionAndAnswerMakesItUselessForGood() throws Exception {
            FakeEngine engine = lab.engine(Reach.NOBODY);
            String question = lab.answerable();

            engine.reach(Reach.DELEGATED);
            lab.questions.look();
            engine.reach(Reach.NOBODY);

            assertRefused(Reason.QUESTION_CLOSED, () -> lab.questions.use(question));
        }

        @Test
        void anEngineThatDelegatesAndHasNobodyConnectedDisturbsNothing() throws Exception {
            lab.engine(Reach.NOBODY);

            lab.questions.use(lab.answerable()).close();
        }
    }

    private static void assertRefused(Reason reason, Executable raising) {
        assertEquals(reason, assertThrows(AnswerRefusedException.class, raising).reason());
    }
}
