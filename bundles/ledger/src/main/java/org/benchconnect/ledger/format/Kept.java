package org.benchconnect.ledger.format;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;

/**
 * An entry as the file has it. Its kind and details may be of a newer agent and unknown here: they count for the proof all the same, so that going back
 * to an older release breaks no ledger.
 *
 * @param number from 0
 * @param time when
 * @param by an account's id, or empty text
 * @param kind what
 * @param details by their key
 */
public record Kept(long number, Instant time, String by, String kind, Map<String, String> details) {
    /** Of an entry's JSON. In bytes. */
    public static final int MAX_BYTES = 4096;

    private static final Set<String> MEMBERS = Set.of("by", "details", "kind", "number", "time");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern KIND = Pattern.compile("[A-Z][A-Z0-9_]{0,59}");
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final int MAX_VALUE = 256;

    /** The JSON of an entry. */
    static byte[] write(Entry entry) {
        SortedMap<String, String> details = new TreeMap<>();
        entry.event().details().forEach((detail, value) -> details.put(detail.key(), value));
        return new Kept(
                        entry.number(),
                        entry.time(),
                        entry.event().by().map(AccountId::value).orElse(""),
                        entry.event().kind().name(),
                        details)
                .write();
    }

    private byte[] write() {
        SortedMap<String, Object> members = new TreeMap<>();
        if (!by.isEmpty()) {
            members.put("by", by);
        }
        members.put("details", details);
        members.put("kind", kind);
        members.put("number", number);
        members.put("time", Times.write(time));
        return Json.write(members);
    }

    /** Reads what {@code write} writes, and nothing else. */
    static Kept read(byte[] json) throws FormException {
        if (json.length > MAX_BYTES) {
            throw new FormException("an entry is too long");
        }
        Map<String, Object> members = Json.read(json);
        if (!MEMBERS.containsAll(members.keySet())
                || !(members.get("number") instanceof Long number)
                || !(members.get("time") instanceof String time)
                || !(members.get("kind") instanceof String kind)
                || !(members.get("details") instanceof Map<?, ?> details)
                || !(members.getOrDefault("by", "") instanceof String by)) {
            throw new FormException("an entry has details, kind, number, time and perhaps by");
        }
        boolean rightBy = !members.containsKey("by") || ACCOUNT.matcher(by).matches();
        if (!rightBy || !KIND.matcher(kind).matches()) {
            throw new FormException("an account or a kind has not the form of one");
        }
        return new Kept(number, Times.read(time), by, kind, checked(details));
    }

    private static Map<String, String> checked(Map<?, ?> details) throws FormException {
        Map<String, String> checked = new TreeMap<>();
        for (Map.Entry<?, ?> detail : details.entrySet()) {
            String key = (String) detail.getKey();
            String value = (String) detail.getValue();
            if (!KEY.matcher(key).matches() || value.length() > MAX_VALUE) {
                throw new FormException("a detail has not the form of one");
            }
            checked.put(key, value);
        }
        return Collections.unmodifiableMap(checked);
    }

    /** As this agent knows it; empty if its kind is one of a newer agent. Details that are unknown here are left out. */
    public Optional<Entry> entry() {
        Map<Detail, String> known = new EnumMap<>(Detail.class);
        for (Detail detail : Detail.values()) {
            String value = details.get(detail.key());
            if (value != null && detail.takes(value)) {
                known.put(detail, value);
            }
        }
        return Arrays.stream(EventKind.values())
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .map(kindHere -> new Entry(
                        number,
                        time,
                        new Event(kindHere, by.isEmpty() ? Optional.empty() : Optional.of(new AccountId(by)), known)));
    }

    @Override
    public String toString() {
        return new String(write(), StandardCharsets.US_ASCII);
    }
}
