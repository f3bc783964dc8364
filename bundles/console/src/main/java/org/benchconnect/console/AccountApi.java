package org.benchconnect.console;

import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.benchconnect.console.People.PersonView;
import org.benchconnect.console.http.Access;
import org.benchconnect.console.http.Call;
import org.benchconnect.console.http.Refused;
import org.benchconnect.console.http.Refused.Reason;
import org.benchconnect.console.http.Reply;
import org.benchconnect.console.http.Route;
import org.benchconnect.core.account.Account;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.account.Accounts;
import org.benchconnect.core.account.Accounts.WithRecoveryCode;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.text.Language;
import org.jspecify.annotations.Nullable;

/** The operations of the local API on the people of this PC. */
final class AccountApi {
    private static final String ACCOUNTS = Api.ROOT + "/accounts";
    private static final int MAX_NAME = 200;
    private static final int PIECE = 500;
    private static final String DAY = "2026-12-31";

    private final Neighbours neighbours;
    private final Map<Language, OwnWords> words;
    private final Unbroken unbroken;

    AccountApi(Neighbours neighbours, Map<Language, OwnWords> words, Unbroken unbroken) {
        this.neighbours = neighbours;
        this.words = words;
        this.unbroken = unbroken;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", ACCOUNTS, Access.SIGNED_IN, this::all),
                new Route("POST", ACCOUNTS, Access.SIGNED_IN, this::add),
                new Route("POST", ACCOUNTS + "/first", Access.SIGNED_IN, this::first),
                new Route("POST", ACCOUNTS + "/{id}/pin", Access.SIGNED_IN, this::changePin),
                new Route("POST", ACCOUNTS + "/{id}/reset", Access.SIGNED_IN, this::resetPin),
                new Route("POST", ACCOUNTS + "/{id}/remove", Access.SIGNED_IN, this::remove),
                new Route("POST", ACCOUNTS + "/{id}/erase-name", Access.SIGNED_IN, this::eraseName),
                new Route("POST", ACCOUNTS + "/{id}/recover", Access.SIGNED_IN, this::recover));
    }

    private Reply all(Call call) throws Refused {
        OwnWords own = own(call);
        Accounts accounts = neighbours.accounts();
        if (accounts == null) {
            return PersonsRefusal.notRunning(own);
        }
        boolean alsoFormer = call.number("former", 0, 1, 0) == 1;
        try {
            return all(accounts, alsoFormer, own);
        } catch (UncheckedIOException unreadable) {
            return PersonsRefusal.unreadable(own); // without the former ones the list asks nothing of the ledger
        }
    }

    private Reply.Whole all(Accounts accounts, boolean alsoFormer, OwnWords own) {
        boolean needsFirst = accounts.needsFirstAdministrator();
        return Reply.json(
                200,
                new AllView(
                        accounts.all().stream()
                                .map(one -> AccountView.of(one, own))
                                .toList(),
                        needsFirst,
                        own.say(needsFirst ? "people.first" : "people"),
                        alsoFormer ? former(accounts, neighbours.ledger(), own) : null));
    }

    /** Who was on the list once and whose name is still known: the ledger has the ids. Reads all of it, so only when asked for. */
    private static List<PersonView> former(Accounts accounts, @Nullable Ledger ledger, OwnWords own) {
        if (ledger == null) {
            return List.of();
        }
        People people = new People(accounts, own);
        Set<AccountId> here = accounts.all().stream().map(Account::id).collect(Collectors.toSet());
        Map<String, PersonView> former = new LinkedHashMap<>();
        long size = ledger.size();
        for (long from = 0; from < size; from += PIECE) {
            ledger.entries(from, PIECE).stream()
                    .map(Entry::event)
                    .filter(event -> event.kind() == EventKind.ACCOUNT_ADDED)
                    .map(event -> event.details().get(Detail.ACCOUNT))
                    .filter(Objects::nonNull)
                    .map(AccountId::new)
                    .filter(id -> !here.contains(id))
                    .map(people::person)
                    .filter(person -> person.name() != null)
                    .forEach(person -> former.put(person.account(), person));
        }
        return List.copyOf(former.values());
    }

    private Reply add(Call call) throws Refused {
        Form form = Form.of(call, "question", "account", "pin", "name", "role", "until", "newPin");
        OwnWords own = own(call);
        String question = form.question();
        AccountId by = form.account();
        String name = form.text("name", MAX_NAME);
        Role role = role(form);
        Optional<Instant> until = until(form);
        return withTwo(
                form,
                "pin",
                "newPin",
                (accounts, pin, newPin) -> Reply.json(
                        201, AccountView.of(accounts.add(question, by, pin, name, role, until, newPin), own)));
    }

    private Reply first(Call call) throws Refused {
        Form form = Form.of(call, "question", "code", "name", "pin");
        OwnWords own = own(call);
        String question = form.question();
        String name = form.text("name", MAX_NAME);
        return withTwo(
                form,
                "code",
                "pin",
                (accounts, code, pin) -> recovery(201, accounts.first(question, code, name, pin), own));
    }

    private Reply changePin(Call call) throws Refused {
        AccountId id = new AccountId(Form.idOfPath(call));
        Form form = Form.of(call, "question", "pin", "newPin");
        String question = form.question();
        return withTwo(form, "pin", "newPin", (accounts, pin, newPin) -> {
            accounts.changePin(question, id, pin, newPin);
            return Reply.empty(204);
        });
    }

    private Reply resetPin(Call call) throws Refused {
        AccountId whose = new AccountId(Form.idOfPath(call));
        Form form = Form.of(call, "question", "account", "pin", "newPin");
        String question = form.question();
        AccountId by = form.account();
        return withTwo(form, "pin", "newPin", (accounts, pin, newPin) -> {
            accounts.resetPin(question, by, pin, whose, newPin);
            return Reply.empty(204);
        });
    }

    private Reply remove(Call call) throws Refused {
        AccountId whose = new AccountId(Form.idOfPath(call));
        Form form = Form.of(call, "account", "pin");
        AccountId by = form.account();
        return withOne(form, (accounts, pin) -> accounts.remove(by, pin, whose));
    }

    private Reply eraseName(Call call) throws Refused {
        AccountId whose = new AccountId(Form.idOfPath(call));
        Form form = Form.of(call, "account", "pin");
        AccountId by = form.account();
        OwnWords own = own(call);
        Accounts here = neighbours.accounts();
        if (here != null && here.all().stream().anyMatch(one -> one.id().equals(whose))) {
            return PersonsRefusal.stillListed(own);
        }
        return withOne(form, (accounts, pin) -> accounts.eraseName(by, pin, whose));
    }

    private Reply recover(Call call) throws Refused {
        AccountId id = new AccountId(Form.idOfPath(call));
        Form form = Form.of(call, "question", "code", "newPin");
        OwnWords own = own(call);
        String question = form.question();
        return withTwo(
                form,
                "code",
                "newPin",
                (accounts, code, newPin) -> recovery(200, accounts.recover(question, code, id, newPin), own));
    }

    private static Reply.Whole recovery(int status, WithRecoveryCode made, OwnWords own) {
        return Reply.json(status, new RecoveryView(AccountView.of(made.account(), own), made.recoveryCode()));
    }

    private Reply withOne(Form form, WithOne act) throws Refused {
        OwnWords own = own(form.call());
        Accounts accounts = neighbours.accounts();
        if (accounts == null) {
            return PersonsRefusal.notRunning(own);
        }
        char[] pin = form.secret("pin");
        return unbroken.raise(
                () -> {
                    try {
                        act.act(accounts, pin);
                        return Reply.empty(204);
                    } catch (AccountRefusedException e) {
                        return PersonsRefusal.of(e, own);
                    }
                },
                pin);
    }

    private Reply withTwo(Form form, String name, String other, WithTwo act) throws Refused {
        OwnWords own = own(form.call());
        Accounts accounts = neighbours.accounts();
        if (accounts == null) {
            return PersonsRefusal.notRunning(own);
        }
        char[][] both = form.secrets(name, other);
        return unbroken.raise(
                () -> {
                    try {
                        return act.act(accounts, both[0], both[1]);
                    } catch (AccountRefusedException e) {
                        return PersonsRefusal.of(e, own);
                    }
                },
                both);
    }

    private static Role role(Form form) throws Refused {
        String name = form.text("role", MAX_NAME);
        return Stream.of(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        400,
                        Reason.BAD_REQUEST,
                        "role is one of " + Stream.of(Role.values()).toList()));
    }

    /** A moment, or a day of this PC's time zone, which then is the last one. */
    private static Optional<Instant> until(Form form) throws Refused {
        if (!form.isThere("until")) {
            return Optional.empty();
        }
        String text = form.text("until", MAX_NAME);
        try {
            return Optional.of(
                    text.length() == DAY.length()
                            ? LocalDate.parse(text)
                                    .plusDays(1)
                                    .atStartOfDay(ZoneId.systemDefault())
                                    .toInstant()
                            : Instant.parse(text));
        } catch (DateTimeException e) {
            throw new Refused(400, Reason.BAD_REQUEST, "until is a day, " + DAY + ", or a moment by ISO 8601 in UTC");
        }
    }

    private OwnWords own(Call call) throws Refused {
        return Objects.requireNonNull(words.get(call.language()));
    }

    /** Something that takes one PIN. */
    @FunctionalInterface
    private interface WithOne {
        void act(Accounts accounts, char[] pin) throws AccountRefusedException;
    }

    /** Something that takes two PINs, or a code and a PIN. */
    @FunctionalInterface
    private interface WithTwo {
        Reply.Whole act(Accounts accounts, char[] secret, char[] other) throws AccountRefusedException;
    }

    private record AllView(
            List<AccountView> accounts, boolean needsFirst, String text, @Nullable List<PersonView> former) {}

    private record RecoveryView(AccountView account, String recoveryCode) {
        @Override
        public String toString() {
            return "a recovery code";
        }
    }
}
