package org.benchconnect.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.benchconnect.console.http.Access;
import org.benchconnect.console.http.Call;
import org.benchconnect.console.http.Refused;
import org.benchconnect.console.http.Reply;
import org.benchconnect.console.http.Route;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.account.Accounts;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.link.Registration;
import org.benchconnect.core.link.Registrations;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.text.Language;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operations of the local API on the registration with the service side. A person sees exactly what would leave, and sends that or nothing: the digest of the
 * preview comes with the answer, within an open question, with the person's PIN.
 */
final class RegistrationApi {
    private static final Logger LOG = LoggerFactory.getLogger(RegistrationApi.class);
    private static final String REGISTRATION = Api.ROOT + "/registration";
    private static final int PATIENCE_SECONDS = 20;

    private final Neighbours neighbours;
    private final Map<Language, OwnWords> words;
    private final ByPin byPin;

    RegistrationApi(Neighbours neighbours, Map<Language, OwnWords> words, ByPin byPin) {
        this.neighbours = neighbours;
        this.words = words;
        this.byPin = byPin;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", REGISTRATION, Access.SIGNED_IN, this::last),
                new Route("POST", REGISTRATION + "/preview", Access.SIGNED_IN, this::preview),
                new Route("POST", REGISTRATION, Access.SIGNED_IN, this::send));
    }

    private Reply last(Call call) throws Refused {
        OwnWords own = own(call);
        Registrations registrations = neighbours.registrations();
        if (registrations == null) {
            return PersonsRefusal.notRunning(own);
        }
        try {
            return Reply.json(200, StateView.of(registrations.last(), own));
        } catch (StoreException unreadable) {
            return PersonsRefusal.notAvailable("registration.unreadable", own);
        }
    }

    private Reply preview(Call call) throws Refused {
        OwnWords own = own(call);
        RegistrationForm.Checked checked =
                RegistrationForm.of(RegistrationForm.form(call)).checked();
        Registrations registrations = neighbours.registrations();
        if (registrations == null) {
            return PersonsRefusal.notRunning(own);
        }
        return checked.registration()
                .<Reply>map(one -> {
                    String content = registrations.preview(one);
                    return Reply.json(200, new PreviewView(content, digest(content)));
                })
                .orElseGet(() -> checked.refusal(own));
    }

    private Reply send(Call call) throws Refused {
        OwnWords own = own(call);
        Form form = RegistrationForm.form(call, "question", "account", "pin", "preview");
        RegistrationForm.Checked checked = RegistrationForm.of(form).checked();
        String question = form.question();
        AccountId account = form.account();
        String seen = form.preview();
        Registrations registrations = neighbours.registrations();
        Questions questions = neighbours.questions();
        Accounts accounts = neighbours.accounts();
        if (registrations == null || questions == null || accounts == null) {
            return PersonsRefusal.notRunning(own);
        }
        if (checked.registration().isEmpty()) {
            return checked.refusal(own);
        }
        Registration registration = checked.registration().get();
        char[] pin = form.secret("pin");
        return byPin.carryOut(own, pin, () -> {
            requireSame(registrations.preview(registration), seen);
            try (Questions.Use use = questions.use(question)) {
                Objects.requireNonNull(use); // it holds remote input frozen until this is sent
                return send(
                        registrations,
                        registration,
                        accounts.check(account, pin).id(),
                        own);
            } catch (AccountRefusedException e) {
                throw ByPin.asAnswer(e);
            }
        });
    }

    private static void requireSame(String content, String seen) throws AnswerRefusedException {
        if (!digest(content).equals(seen)) {
            throw new AnswerRefusedException(AnswerRefusedException.Reason.OTHER_TEXT, "another preview than was seen");
        }
    }

    private static Reply.Whole send(
            Registrations registrations, Registration registration, AccountId by, OwnWords own) {
        try {
            registrations.send(registration, by).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return Reply.json(201, StateView.of(registrations.last(), own));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return PersonsRefusal.notAvailable("registration.notStored", own);
        } catch (TimeoutException e) {
            LOG.error("It is not known yet whether a registration was stored", e);
            return PersonsRefusal.notAvailable("registration.notKnownYet", own);
        } catch (StoreException | ExecutionException e) {
            LOG.error("A registration could not be stored", e);
            return PersonsRefusal.notAvailable("registration.notStored", own);
        }
    }

    /** Of the text's UTF-8, in hexadecimal digits. */
    private static String digest(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private OwnWords own(Call call) throws Refused {
        return Objects.requireNonNull(words.get(call.language()));
    }

    /**
     * What would be sent.
     *
     * @param content exactly that
     * @param digest its SHA-256, by which a person's answer names it
     */
    private record PreviewView(String content, String digest) {}

    private record StateView(@Nullable SentView sent, String text) {
        static StateView of(Optional<Registrations.Sent> last, OwnWords own) {
            return last.map(sent -> new StateView(
                            SentView.of(sent),
                            own.say(
                                    sent.acknowledged() ? "registration.acknowledged" : "registration.sent",
                                    Map.of("moment", own.moment(sent.at())))))
                    .orElseGet(() -> new StateView(null, own.say("registration.none")));
        }
    }

    private record SentView(
            String email,
            String name,
            String instrument,
            String instrumentId,
            String serial,
            Instant at,
            boolean acknowledged) {
        static SentView of(Registrations.Sent sent) {
            Registration what = sent.registration();
            return new SentView(
                    what.email(),
                    what.name(),
                    what.instrument(),
                    what.instrumentId(),
                    what.serial().toString(),
                    sent.at(),
                    sent.acknowledged());
        }
    }
}
