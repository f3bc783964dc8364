package org.benchconnect.link.registration;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.benchconnect.core.link.Registration;
import org.benchconnect.core.link.RegistrationReport;
import org.benchconnect.core.signal.SerialNumber;
import org.benchconnect.link.CloudEvents;
import org.benchconnect.link.MalformedEventException;
import org.benchconnect.link.StrictJson;

/**
 * What was sent last, as it is kept: JSON, written and read strictly. Pure.
 *
 * @param registration what
 * @param at when, to the millisecond
 * @param row its sequence in the outbox
 * @param epoch in which of the database's openings it was added; with the row it is the message's id
 * @param acknowledged whether the service side was seen to have acknowledged it
 */
record Kept(Registration registration, Instant at, long row, long epoch, boolean acknowledged) {
    /** The message's id among the departures. */
    String id() {
        return epoch + "-" + row;
    }

    Kept whenAcknowledged() {
        return new Kept(registration, at, row, epoch, true);
    }

    String encode() {
        String written = CloudEvents.preview(new RegistrationReport(registration));
        return "{\"at\":\"" + at + "\",\"row\":" + row + ",\"epoch\":" + epoch + ",\"acknowledged\":" + acknowledged
                + ",\"registration\":" + written + "}\n";
    }

    /**
     * What {@link #encode} wrote.
     *
     * @throws MalformedEventException if it did not
     */
    static Kept decode(byte[] utf8) throws MalformedEventException {
        Map<String, Object> members = StrictJson.object(utf8);
        if (members.get("at") instanceof String at
                && members.get("row") instanceof BigDecimal row
                && members.get("epoch") instanceof BigDecimal epoch
                && members.get("acknowledged") instanceof Boolean acknowledged
                && members.get("registration") instanceof Map<?, ?> registration) {
            try {
                return new Kept(
                        registration(registration),
                        Instant.parse(at),
                        row.longValueExact(),
                        epoch.longValueExact(),
                        acknowledged);
            } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
                throw new MalformedEventException("a value is outside its range");
            }
        }
        throw new MalformedEventException(
                "a registration is kept with its time, its message and whether that was acknowledged");
    }

    private static Registration registration(Map<?, ?> members) {
        return new Registration(
                text(members, "email"),
                text(members, "name"),
                text(members, "instrument"),
                text(members, "instrumentId"),
                SerialNumber.parse(text(members, "serial")).orElseThrow(IllegalArgumentException::new));
    }

    private static String text(Map<?, ?> members, String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException();
    }
}
