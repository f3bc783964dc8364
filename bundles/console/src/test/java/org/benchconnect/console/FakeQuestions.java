package org.benchconnect.console;

import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.consent.Questions;

/** Questions by a test's clock; remote input comes and goes as a test says. */
final class FakeQuestions implements Questions {
    private final Clock clock;
    private final Random random = new Random(7);
    private final Map<String, Question> open = new LinkedHashMap<>();

    volatile boolean remoteInput;

    FakeQuestions(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Question open() throws AnswerRefusedException {
        if (remoteInput) {
            throw new AnswerRefusedException(Reason.REMOTE_INPUT, "somebody is connected");
        }
        if (open.size() == 8) {
            throw new AnswerRefusedException(Reason.TOO_MANY_QUESTIONS, "8 are open");
        }
        byte[] id = new byte[16];
        random.nextBytes(id);
        Question question = new Question(
                HexFormat.of().formatHex(id),
                clock.instant().plus(INERT),
                clock.instant().plus(LONGEST));
        open.put(question.id(), question);
        return question;
    }

    @Override
    public synchronized void close(String question) {
        open.remove(question);
    }

    @Override
    public synchronized Use use(String question) throws AnswerRefusedException {
        Question found = open.get(question);
        if (found == null || !clock.instant().isBefore(found.closes())) {
            throw new AnswerRefusedException(Reason.QUESTION_CLOSED, "not open");
        }
        if (clock.instant().isBefore(found.answerable())) {
            throw new AnswerRefusedException(Reason.TOO_SOON, "in the first second");
        }
        if (remoteInput) {
            throw new AnswerRefusedException(Reason.REMOTE_INPUT, "somebody is connected");
        }
        open.remove(question);
        return () -> {};
    }

    synchronized void closeAll() {
        open.clear();
    }

    synchronized int openNow() {
        return open.size();
    }
}
