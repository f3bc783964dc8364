package org.benchconnect.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.benchconnect.console.http.Access;
import org.benchconnect.console.http.Call;
import org.benchconnect.console.http.Refused;
import org.benchconnect.console.http.Refused.Reason;
import org.benchconnect.console.http.Reply;
import org.benchconnect.console.http.Route;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.text.Language;

/** The operations of the local API on questions: the moments in which a person at this PC is asked. */
final class QuestionApi {
    private static final String ONE = "/questions/{question}";

    private final Neighbours neighbours;
    private final Map<Language, OwnWords> words;
    private final Unbroken unbroken;
    private final Clock clock;

    QuestionApi(Neighbours neighbours, Map<Language, OwnWords> words, Unbroken unbroken, Clock clock) {
        this.neighbours = neighbours;
        this.words = words;
        this.unbroken = unbroken;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                new Route("POST", Api.ROOT + "/questions", Access.SIGNED_IN, this::open),
                new Route("DELETE", Api.ROOT + ONE, Access.SIGNED_IN, this::close));
    }

    private Reply open(Call call) throws Refused {
        OwnWords own = Objects.requireNonNull(words.get(call.language()));
        Form.of(call);
        Questions questions = neighbours.questions();
        return questions == null ? PersonsRefusal.notRunning(own) : unbroken.raise(() -> open(questions, own));
    }

    private Reply.Whole open(Questions questions, OwnWords own) {
        try {
            Questions.Question opened = questions.open();
            Duration wait = Duration.between(clock.instant(), opened.answerable());
            return Reply.json(201, new QuestionView(opened.id(), Math.max(0, wait.toMillis()), opened.closes()));
        } catch (AnswerRefusedException e) {
            return PersonsRefusal.of(e, own);
        }
    }

    private Reply close(Call call) throws Refused {
        String question = call.variables().getOrDefault("question", "");
        if (!question.matches("[0-9a-f]{32}")) {
            throw new Refused(404, Reason.NOT_FOUND, "A question's id has 32 hexadecimal digits");
        }
        Questions questions = neighbours.questions();
        if (questions == null) {
            return PersonsRefusal.notRunning(Objects.requireNonNull(words.get(call.language())));
        }
        return unbroken.lower(() -> {
            questions.close(question);
            return Reply.empty(204);
        });
    }

    /**
     * An open question.
     *
     * @param answerableInMillis from when on an answer counts
     * @param closes when it closes by itself
     */
    private record QuestionView(String question, long answerableInMillis, Instant closes) {}
}
