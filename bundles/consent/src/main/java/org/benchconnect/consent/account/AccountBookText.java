package org.benchconnect.consent.account;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.Role;
import org.benchconnect.crypto.secret.PinHash;

/** The one text form of an {@link AccountBook}, which is sealed: lines of words parted by spaces, names in Base64. Pure. */
final class AccountBookText {
    static final Comparator<AccountId> BY_VALUE = Comparator.comparing(AccountId::value);
    /** In bytes; more than {@link AccountBook#MOST_OPEN} and {@link AccountBook#MOST_CLOSED} can make. */
    static final int MOST_BYTES = 1 << 20;

    private static final String FORMAT = "benchconnect-accounts 1";
    private static final Pattern LEDGER = Pattern.compile("ledger ([0-9a-f]{32})");
    private static final Pattern RECOVERY = Pattern.compile("recovery ([0-9a-f]{64})");
    private static final Pattern OPEN = Pattern.compile(
            "account ([0-9a-f]{16}) ([A-Z_]{1,40}) (-|\\S{20,30}) (\\S{80,120}) ([A-Za-z0-9_-]{2,400})");
    private static final Pattern CLOSED = Pattern.compile("closed ([0-9a-f]{16}) ([A-Za-z0-9_-]{2,400})");

    private AccountBookText() {}

    static byte[] write(AccountBook book) {
        StringBuilder text = new StringBuilder(FORMAT).append('\n');
        text.append("ledger ").append(book.ledger()).append('\n');
        text.append("recovery ").append(book.recovery()).append('\n');
        for (Member each : book.open()) {
            text.append("account ")
                    .append(each.id())
                    .append(' ')
                    .append(each.role())
                    .append(' ');
            text.append(each.until().map(Instant::toString).orElse("-")).append(' ');
            text.append(each.pin().toText())
                    .append(' ')
                    .append(written(each.name()))
                    .append('\n');
        }
        Map<AccountId, PersonName> sorted = new TreeMap<>(BY_VALUE);
        sorted.putAll(book.closed());
        sorted.forEach((id, name) -> text.append("closed ")
                .append(id)
                .append(' ')
                .append(written(name))
                .append('\n'));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * What {@link #write} wrote, byte for byte.
     *
     * @throws IllegalArgumentException for anything else; the message repeats nothing of it
     */
    static AccountBook read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw broken();
        }
        List<String> lines = new ArrayList<>(List.of(new String(bytes, StandardCharsets.US_ASCII).split("\n", -1)));
        if (lines.size() < 4 || !lines.get(0).equals(FORMAT)) {
            throw broken();
        }
        String ledger = part(LEDGER, lines.get(1));
        String recovery = part(RECOVERY, lines.get(2));
        List<Member> open = new ArrayList<>();
        Map<AccountId, PersonName> closed = new TreeMap<>(BY_VALUE);
        for (String line : lines.subList(3, lines.size() - 1)) {
            Matcher shut = CLOSED.matcher(line);
            if (shut.matches()) {
                closed.put(new AccountId(shut.group(1)), name(shut.group(2)));
            } else {
                open.add(member(line));
            }
        }
        AccountBook book = new AccountBook(ledger, recovery, open, closed);
        if (!Arrays.equals(write(book), bytes) || !isSound(book)) {
            throw broken();
        }
        return book;
    }

    private static boolean isSound(AccountBook book) {
        Set<AccountId> ids = new HashSet<>(book.closed().keySet());
        return book.open().size() <= AccountBook.MOST_OPEN
                && book.closed().size() <= AccountBook.MOST_CLOSED
                && book.open().stream().allMatch(each -> ids.add(each.id()))
                && book.open().stream().anyMatch(Member::isLastingAdministrator);
    }

    private static Member member(String line) {
        Matcher parts = OPEN.matcher(line);
        if (!parts.matches()) {
            throw broken();
        }
        try {
            return new Member(
                    new AccountId(parts.group(1)),
                    name(parts.group(5)),
                    Role.valueOf(parts.group(2)),
                    parts.group(3).equals("-") ? Optional.empty() : Optional.of(Instant.parse(parts.group(3))),
                    PinHash.parse(parts.group(4)));
        } catch (DateTimeParseException e) {
            throw broken();
        }
    }

    private static String part(Pattern form, String line) {
        Matcher parts = form.matcher(line);
        if (!parts.matches()) {
            throw broken();
        }
        return parts.group(1);
    }

    private static String written(PersonName name) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(name.text().getBytes(StandardCharsets.UTF_8));
    }

    private static PersonName name(String written) {
        return PersonName.of(new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8));
    }

    private static IllegalArgumentException broken() {
        return new IllegalArgumentException("not the accounts of this PC, as this version writes them");
    }
}
