package org.benchconnect.upgrade.repository;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.regex.Pattern;
import org.benchconnect.upgrade.tuf.OfflineTolerance;
import org.benchconnect.upgrade.tuf.StrictJson;
import org.benchconnect.upgrade.tuf.StrictJsonException;

/**
 * An administrator's decision that for some days a PC without network takes timestamp, snapshot and targets metadata that has
 * expired. It closes by itself. It never covers the root, a rollback, a wrong signature or wrong bytes.
 */
public final class OfflineWindow {
    /** The longest that it is open, in days. */
    public static final int MOST_DAYS = 14;

    private static final Set<String> KEYS = Set.of("opened", "until", "by", "tolerance-days");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{Nd} .,'@_-]{1,80}");
    /** Between the clock of who opened it and the time here. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Instant opened;
    private final Instant until;
    private final String by;
    private final Duration tolerance;

    private OfflineWindow(Instant opened, Instant until, String by, Duration tolerance) throws OfflineWindowException {
        require(NAME.matcher(by).matches() && !by.isBlank(), "by: a name of 1 to 80 letters, digits or . , ' @ _ -");
        require(until.isAfter(opened), "until: after opened");
        require(!until.isAfter(opened.plus(Duration.ofDays(MOST_DAYS))), "until: at most 14 days after opened");
        require(
                tolerance.compareTo(Duration.ofDays(1)) >= 0 && tolerance.compareTo(OfflineTolerance.LONGEST) <= 0,
                "tolerance-days: 1 to " + OfflineTolerance.LONGEST.toDays());
        this.opened = opened;
        this.until = until;
        this.by = by;
        this.tolerance = tolerance;
    }

    private static void require(boolean holds, String expected) throws OfflineWindowException {
        if (!holds) {
            throw new OfflineWindowException(expected);
        }
    }

    /**
     * A new one.
     *
     * @param by who opens it
     * @param days 1 to {@value #MOST_DAYS}
     * @param toleranceDays how long ago metadata may have expired, 1 to 30
     * @param now when
     */
    public static OfflineWindow open(String by, int days, int toleranceDays, Instant now)
            throws OfflineWindowException {
        Instant opened = now.truncatedTo(ChronoUnit.SECONDS);
        return new OfflineWindow(opened, opened.plus(Duration.ofDays(days)), by, Duration.ofDays(toleranceDays));
    }

    /** Reads the form that {@link #toJson} writes, and no other. */
    public static OfflineWindow parse(byte[] json) throws OfflineWindowException {
        try {
            JsonObject window = StrictJson.parseObject(json);
            require(window.keySet().equals(KEYS), "exactly the keys " + KEYS);
            return new OfflineWindow(
                    Instant.parse(text(window, "opened")),
                    Instant.parse(text(window, "until")),
                    text(window, "by"),
                    Duration.ofDays(number(window, "tolerance-days")));
        } catch (StrictJsonException e) {
            throw new OfflineWindowException("JSON: " + e.getMessage());
        } catch (DateTimeException e) {
            throw new OfflineWindowException("times such as 2026-03-02T09:00:00Z");
        } catch (ArithmeticException e) {
            throw new OfflineWindowException("numbers of days");
        }
    }

    private static String text(JsonObject window, String key) throws OfflineWindowException {
        if (window.get(key) instanceof JsonPrimitive value && value.isString()) {
            return value.getAsString();
        }
        throw new OfflineWindowException(key + ": a text");
    }

    private static long number(JsonObject window, String key) throws OfflineWindowException {
        if (window.get(key) instanceof JsonPrimitive value && value.isNumber()) {
            return value.getAsLong();
        }
        throw new OfflineWindowException(key + ": a number");
    }

    /** The file's content. */
    public byte[] toJson() {
        JsonObject window = new JsonObject();
        window.addProperty("opened", opened.toString());
        window.addProperty("until", until.toString());
        window.addProperty("by", by);
        window.addProperty("tolerance-days", tolerance.toDays());
        return (window + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Whether it is open.
     *
     * @param now by {@link TrustedTime}, so that setting the clock back does not open it again
     */
    public boolean isOpen(Instant now) {
        return !now.isBefore(opened.minus(SKEW)) && now.isBefore(until);
    }

    /** When it was opened. */
    public Instant opened() {
        return opened;
    }

    /** When it closes by itself. */
    public Instant until() {
        return until;
    }

    /** Who opened it. */
    public String by() {
        return by;
    }

    /** How long ago metadata may have expired, in whole days. */
    public long toleranceDays() {
        return tolerance.toDays();
    }
}
