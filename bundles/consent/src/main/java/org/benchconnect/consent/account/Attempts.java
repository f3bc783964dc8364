package org.benchconnect.consent.account;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.benchconnect.core.account.AccountId;

/**
 * How many PINs were tried since the right one, by account, and the newest time seen. Each is counted here, durably, before it is compared; the right one takes the
 * count back. Whoever puts an older copy of this file in place wins nothing: the wrong ones since are in the ledger too, and the greater number counts. Immutable;
 * its text is sealed.
 *
 * @param ledger the ledger whose numbers these are
 * @param seen trusted time never falls below it
 * @param byAccount only those of whom there is something to say
 */
record Attempts(String ledger, Instant seen, Map<AccountId, Tally> byAccount) {
    /** In bytes. */
    static final int MOST_BYTES = 1 << 18;

    private static final int MOST = 1_000_000;
    private static final String FORMAT = "benchconnect-attempts 1";
    private static final Pattern LEDGER = Pattern.compile("ledger ([0-9a-f]{32})");
    private static final Pattern SEEN = Pattern.compile("seen (\\S{20,30})");
    private static final Pattern TALLY = Pattern.compile("tried ([0-9a-f]{16}) ([0-9]{1,7}) ([0-9]{1,18})");

    /**
     * Of one account.
     *
     * @param count how many, the one that is just compared too
     * @param from the number of the first entry of the ledger that was not yet there when the right one came
     */
    record Tally(int count, long from) {}

    private static final Tally NONE = new Tally(0, 0);

    Attempts {
        byAccount = Map.copyOf(byAccount);
    }

    /** Where there is no such file, or none that counts: then the ledger alone says it, from its beginning. */
    static Attempts none(String ledger) {
        return new Attempts(ledger, Instant.EPOCH, Map.of());
    }

    Tally of(AccountId id) {
        return byAccount.getOrDefault(id, NONE);
    }

    Attempts oneMore(AccountId id, Instant now) {
        Tally tally = of(id);
        return with(id, new Tally(Math.min(tally.count() + 1, MOST), tally.from()), now);
    }

    /** At least so many. */
    Attempts atLeast(AccountId id, long count) {
        Tally tally = of(id);
        return count <= tally.count() ? this : with(id, new Tally((int) Math.min(count, MOST), tally.from()), seen);
    }

    /** The right one, when the ledger had so many entries. */
    Attempts right(AccountId id, long size, Instant now) {
        return with(id, new Tally(0, size), now);
    }

    Attempts without(AccountId id) {
        Map<AccountId, Tally> fewer = new TreeMap<>(AccountBookText.BY_VALUE);
        fewer.putAll(byAccount);
        fewer.remove(id);
        return new Attempts(ledger, seen, fewer);
    }

    private Attempts with(AccountId id, Tally tally, Instant now) {
        Map<AccountId, Tally> more = new TreeMap<>(AccountBookText.BY_VALUE);
        more.putAll(byAccount);
        more.put(id, tally);
        return new Attempts(ledger, now.isAfter(seen) ? now : seen, more);
    }

    byte[] write() {
        StringBuilder text = new StringBuilder(FORMAT).append('\n');
        text.append("ledger ").append(ledger).append('\n');
        text.append("seen ").append(seen).append('\n');
        Map<AccountId, Tally> sorted = new TreeMap<>(AccountBookText.BY_VALUE);
        sorted.putAll(byAccount);
        sorted.forEach((id, tally) -> text.append("tried ")
                .append(id)
                .append(' ')
                .append(tally.count())
                .append(' ')
                .append(tally.from())
                .append('\n'));
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * What {@link #write} wrote, byte for byte.
     *
     * @throws IllegalArgumentException for anything else
     */
    static Attempts read(byte[] bytes) {
        String[] lines = bytes.length > MOST_BYTES
                ? new String[0]
                : new String(bytes, StandardCharsets.US_ASCII).split("\n", -1);
        if (lines.length < 4 || !lines[0].equals(FORMAT)) {
            throw broken();
        }
        Map<AccountId, Tally> tallies = new TreeMap<>(AccountBookText.BY_VALUE);
        for (String line : Arrays.asList(lines).subList(3, lines.length - 1)) {
            Matcher parts = parts(TALLY, line);
            tallies.put(
                    new AccountId(parts.group(1)),
                    new Tally(Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3))));
        }
        Attempts read = new Attempts(
                parts(LEDGER, lines[1]).group(1), instant(parts(SEEN, lines[2]).group(1)), tallies);
        if (!Arrays.equals(read.write(), bytes)) {
            throw broken();
        }
        return read;
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw broken();
        }
    }

    private static Matcher parts(Pattern form, String line) {
        Matcher parts = form.matcher(line);
        if (!parts.matches()) {
            throw broken();
        }
        return parts;
    }

    private static IllegalArgumentException broken() {
        return new IllegalArgumentException("not the attempts of this PC, as this version writes them");
    }
}
