package org.benchconnect.consent.question;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.session.RemoteDesktop;

/** The real questions by clocks of the test. */
public final class QuestionsOfTests {
    /** The monotonic clock. */
    public final Ticks ticks;
    /** The questions. */
    public final OpenQuestions questions;

    /** By this clock. */
    public QuestionsOfTests(Ticks ticks) {
        this.ticks = ticks;
        this.questions = new OpenQuestions(Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC), ticks);
    }

    /** One that can be answered now. */
    public String answerable() throws AnswerRefusedException {
        String id = questions.open().id();
        ticks.pass(Questions.INERT);
        return id;
    }

    /** Time goes by, and the questions look. */
    public void pass(Duration time) {
        ticks.pass(time);
        questions.look();
    }

    /** Somebody's engine comes. */
    public FakeEngine engine(RemoteDesktop.Reach reach) {
        FakeEngine engine = new FakeEngine(reach);
        questions.addEngine(engine);
        return engine;
    }
}
