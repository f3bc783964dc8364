package org.benchconnect.link;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.link.SessionReport;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.link.EventContent.AuditHead;
import org.benchconnect.link.EventContent.Notice;
import org.benchconnect.link.EventContent.Presence;
import org.jspecify.annotations.Nullable;

/** Makes an {@link Event} of a JSON object. Each member is taken out when it is read; what remains is refused. */
final class EventReader {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");
    private static final Pattern SEQUENCE = Pattern.compile("0|[1-9][0-9]{0,18}");

    private final Map<String, Object> members;

    private EventReader(Map<String, Object> members) {
        this.members = new LinkedHashMap<>(members);
    }

    static Event event(Map<String, Object> object) throws MalformedEventException {
        EventReader reader = new EventReader(object);
        reader.takeConstant("specversion", CloudEvents.SPECIFICATION);
        reader.takeConstant("datacontenttype", CloudEvents.DATA_TYPE);
        UUID agent = reader.takeAgent();
        String id = reader.takeText("id");
        Instant time = reader.takeTime("time");
        Long sequence = reader.takeSequence();
        String type = reader.takeText("type");
        EventReader data = new EventReader(reader.takeObject("data"));
        reader.expectNothingMore();
        try {
            EventContent content =
                    switch (type) {
                        case Notice.TYPE -> data.notice();
                        case AuditHead.TYPE -> data.auditHead();
                        case Presence.TYPE -> data.presence();
                        case RegistrationContent.TYPE -> data.registration();
                        case ReleaseContent.TYPE -> data.release();
                        case SessionContent.TYPE -> data.session();
                        default -> throw new MalformedEventException("the type is none of ours");
                    };
            data.expectNothingMore();
            return new Event(agent, id, time, sequence, content);
        } catch (IllegalArgumentException e) {
            throw new MalformedEventException("a value is outside its range");
        }
    }

    private Notice notice() throws MalformedEventException {
        return new Notice(
                takeLong("notice"),
                takeText("source"),
                takeText("code"),
                Kind.valueOf(takeText("kind")),
                Severity.valueOf(takeText("severity")),
                Notification.State.valueOf(takeText("state")),
                takeLong("count"),
                takeObject("facts"),
                takeTime("firstSeen"),
                takeTime("lastSeen"));
    }

    private AuditHead auditHead() throws MalformedEventException {
        takenTime("time"); // a day of the calendar
        return new AuditHead(
                takeText("ledger"), takeLong("size"), takeText("root"), takeText("time"), takeText("signature"));
    }

    private Presence presence() throws MalformedEventException {
        return switch (takeText("state")) {
            case "online" -> new Presence(Presence.State.ONLINE);
            case "offline" -> new Presence(Presence.State.OFFLINE);
            default -> throw new MalformedEventException("presence is online or offline");
        };
    }

    private RegistrationContent registration() throws MalformedEventException {
        return RegistrationContent.of(
                takeText("email"),
                takeText("name"),
                takeText("instrument"),
                takeText("instrumentId"),
                takeText("serial"));
    }

    private ReleaseContent release() throws MalformedEventException {
        return ReleaseContent.of(takeTextIfThere("from"), takeTextIfThere("to"), takeText("outcome"));
    }

    private SessionContent session() throws MalformedEventException {
        long entry = takeLong("entry");
        Instant at = takeTime("at");
        EventKind kind = EventKind.valueOf(takeText("event"));
        Map<Detail, String> details = new EnumMap<>(Detail.class);
        for (Detail detail : SessionReport.DETAILS) {
            String value = takeTextIfThere(detail.key());
            if (value != null) {
                details.put(detail, value);
            }
        }
        return new SessionContent(new SessionReport(entry, at, kind, details));
    }

    private Object take(String name) throws MalformedEventException {
        Object value = members.remove(name);
        if (value == null) {
            throw new MalformedEventException("an event has the member " + name);
        }
        return value;
    }

    private String takeText(String name) throws MalformedEventException {
        if (take(name) instanceof String text) {
            return text;
        }
        throw new MalformedEventException(name + " is a string");
    }

    private @Nullable String takeTextIfThere(String name) throws MalformedEventException {
        return members.containsKey(name) ? takeText(name) : null;
    }

    private void takeConstant(String name, String expected) throws MalformedEventException {
        if (!takeText(name).equals(expected)) {
            throw new MalformedEventException(name + " is " + expected);
        }
    }

    private Map<String, Object> takeObject(String name) throws MalformedEventException {
        if (!(take(name) instanceof Map<?, ?> object)) {
            throw new MalformedEventException(name + " is an object");
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        object.forEach((key, value) -> copy.put((String) key, value));
        return copy;
    }

    private long takeLong(String name) throws MalformedEventException {
        if (take(name) instanceof BigDecimal number && number.scale() == 0 && number.precision() <= 19) {
            try {
                return number.longValueExact();
            } catch (ArithmeticException e) {
                throw new MalformedEventException(name + " is an integer of 64 bits");
            }
        }
        throw new MalformedEventException(name + " is an integer of 64 bits");
    }

    /** Whether it is a time; it is taken afterwards, as text. */
    private void takenTime(String name) throws MalformedEventException {
        if (!(members.get(name) instanceof String text)) {
            throw new MalformedEventException(name + " is a time in UTC");
        }
        time(name, text);
    }

    private Instant takeTime(String name) throws MalformedEventException {
        return time(name, takeText(name));
    }

    private static Instant time(String name, String text) throws MalformedEventException {
        if (!TIME.matcher(text).matches()) {
            throw new MalformedEventException(name + " is a time in UTC");
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new MalformedEventException(name + " is a time in UTC");
        }
    }

    private UUID takeAgent() throws MalformedEventException {
        String source = takeText("source");
        if (!source.startsWith(CloudEvents.SOURCE)
                || !UUID_FORM
                        .matcher(source.substring(CloudEvents.SOURCE.length()))
                        .matches()) {
            throw new MalformedEventException("source is urn:benchconnect: and a UUID");
        }
        return UUID.fromString(source.substring(CloudEvents.SOURCE.length()));
    }

    private @Nullable Long takeSequence() throws MalformedEventException {
        if (!members.containsKey("sequence")) {
            return null;
        }
        String text = takeText("sequence");
        if (!SEQUENCE.matcher(text).matches()) {
            throw new MalformedEventException("sequence is a number as text");
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new MalformedEventException("sequence is an integer of 64 bits");
        }
    }

    private void expectNothingMore() throws MalformedEventException {
        if (!members.isEmpty()) {
            throw new MalformedEventException("an event has no other members");
        }
    }
}
