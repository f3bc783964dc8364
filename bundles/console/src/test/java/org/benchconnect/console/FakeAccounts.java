package org.benchconnect.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.core.account.Account;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.account.AccountRefusedException.Reason;
import org.benchconnect.core.account.Accounts;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.consent.AnswerRefusedException;

/** People in memory; PINs in plain, locked for as long as a test says. */
final class FakeAccounts implements Accounts {
    static final String CODE = "ABCD-EFGH";
    static final AccountId MARIA = new AccountId("00000000000000aa");
    static final AccountId LUIS = new AccountId("00000000000000bb");
    static final AccountId GONE = new AccountId("00000000000000cc");

    private final FakeQuestions questions;
    private final Map<AccountId, Account> people = new LinkedHashMap<>();
    private final Map<AccountId, String> names = new LinkedHashMap<>();
    private final Map<AccountId, String> pins = new LinkedHashMap<>();
    private final List<char[]> seen = new ArrayList<>();
    private int next = 1;

    volatile Duration locked = Duration.ZERO;

    FakeAccounts(FakeQuestions questions) {
        this.questions = questions;
        put(MARIA, "Maria Rossi", Role.LABORATORY_ADMINISTRATOR, Optional.empty(), "481516");
        put(LUIS, "Luis Ortega", Role.LABORATORY_USER, Optional.empty(), "234242");
    }

    synchronized void clear() {
        people.clear();
    }

    /** Every PIN and code that was ever given; wiped ones are zeros. */
    synchronized boolean allWiped() {
        return seen.stream().allMatch(secret -> new String(secret).chars().allMatch(c -> c == 0));
    }

    synchronized void put(AccountId id, String name, Role role, Optional<Instant> until, String pin) {
        people.put(id, new Account(id, name, role, until, Duration.ZERO));
        names.put(id, name);
        pins.put(id, pin);
    }

    private String read(char[] secret) {
        seen.add(secret);
        String text = new String(secret);
        Arrays.fill(secret, '\0');
        return text;
    }

    @Override
    public synchronized List<Account> all() {
        return people.values().stream()
                .map(one -> new Account(one.id(), one.name(), one.role(), one.until(), locked))
                .sorted(Comparator.comparing(Account::name))
                .toList();
    }

    @Override
    public synchronized Optional<String> name(AccountId id) {
        return Optional.ofNullable(names.get(id));
    }

    @Override
    public synchronized boolean needsFirstAdministrator() {
        return people.values().stream().noneMatch(one -> one.role() == Role.LABORATORY_ADMINISTRATOR);
    }

    @Override
    public synchronized WithRecoveryCode first(String question, char[] code, String name, char[] pin)
            throws AccountRefusedException {
        String given = read(code);
        String newPin = strong(read(pin));
        use(question);
        if (!needsFirstAdministrator()) {
            throw new AccountRefusedException(Reason.NOT_FIRST, "there is one");
        }
        return new WithRecoveryCode(byCode(given, name, newPin), "2H7K-9QWX-4MPR-T6ZB-8NCD-3FVJ-5GYL-EA2U");
    }

    private Account byCode(String code, String name, String pin) throws AccountRefusedException {
        if (!code.equals(CODE)) {
            throw new AccountRefusedException(Reason.WRONG_CODE, "another code");
        }
        return made(name, Role.LABORATORY_ADMINISTRATOR, Optional.empty(), pin);
    }

    @Override
    public synchronized Account check(AccountId id, char[] pin) throws AccountRefusedException {
        String given = read(pin);
        if (!locked.isZero()) {
            throw new AccountRefusedException(Reason.LOCKED, "locked", locked);
        }
        Account account = Optional.ofNullable(people.get(id))
                .orElseThrow(() -> new AccountRefusedException(Reason.UNKNOWN, "no such account"));
        if (!given.equals(pins.get(id))) {
            throw new AccountRefusedException(Reason.WRONG_PIN, "another PIN");
        }
        return account;
    }

    @Override
    public synchronized Account add(
            String question, AccountId by, char[] pin, String name, Role role, Optional<Instant> until, char[] newPin)
            throws AccountRefusedException {
        String strong = strong(read(newPin));
        administrator(by, pin);
        use(question);
        if (name.isBlank() || name.length() > 60 || names.containsValue(name)) {
            throw new AccountRefusedException(Reason.NAME, "name");
        }
        return made(name, role, until, strong);
    }

    private Account made(String name, Role role, Optional<Instant> until, String pin) {
        AccountId id = new AccountId(String.format("%016x", next++));
        put(id, name, role, until, pin);
        return new Account(id, name, role, until, Duration.ZERO);
    }

    @Override
    public synchronized void changePin(String question, AccountId id, char[] pin, char[] newPin)
            throws AccountRefusedException {
        String strong = strong(read(newPin));
        check(id, pin);
        use(question);
        pins.put(id, strong);
    }

    @Override
    public synchronized void resetPin(String question, AccountId by, char[] pin, AccountId whose, char[] newPin)
            throws AccountRefusedException {
        String strong = strong(read(newPin));
        administrator(by, pin);
        use(question);
        pins.put(whose, strong);
    }

    @Override
    public synchronized void remove(AccountId by, char[] pin, AccountId whose) throws AccountRefusedException {
        administrator(by, pin);
        if (by.equals(whose)) {
            throw new AccountRefusedException(Reason.LAST_ADMINISTRATOR, "the last one");
        }
        people.remove(whose);
    }

    @Override
    public synchronized void eraseName(AccountId by, char[] pin, AccountId whose) throws AccountRefusedException {
        administrator(by, pin);
        names.remove(whose);
    }

    @Override
    public synchronized WithRecoveryCode recover(String question, char[] code, AccountId id, char[] newPin)
            throws AccountRefusedException {
        String given = read(code);
        String strong = strong(read(newPin));
        use(question);
        if (!given.equals(CODE)) {
            throw new AccountRefusedException(Reason.WRONG_CODE, "another code");
        }
        pins.put(id, strong);
        Account account = Optional.ofNullable(people.get(id))
                .orElseThrow(() -> new AccountRefusedException(Reason.UNKNOWN, "no such account"));
        return new WithRecoveryCode(account, "7H7K-9QWX-4MPR-T6ZB-8NCD-3FVJ-5GYL-EA2U");
    }

    Account administrator(AccountId id, char[] pin) throws AccountRefusedException {
        Account account = check(id, pin);
        if (account.role() != Role.LABORATORY_ADMINISTRATOR) {
            throw new AccountRefusedException(Reason.NOT_ADMINISTRATOR, "no administrator");
        }
        return account;
    }

    private static String strong(String pin) throws AccountRefusedException {
        if (!pin.matches("[0-9]{6,12}") || pin.equals("123456")) {
            throw new AccountRefusedException(Reason.WEAK_PIN, "weak");
        }
        return pin;
    }

    private void use(String question) throws AccountRefusedException {
        try (var used = questions.use(question)) {
            assert used != null;
        } catch (AnswerRefusedException e) {
            throw new AccountRefusedException(Reason.QUESTION, "no question");
        }
    }
}
