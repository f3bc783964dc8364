package org.benchconnect.link;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.link.HeadReport;
import org.benchconnect.core.link.NoticeReport;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.link.Registration;
import org.benchconnect.core.link.RegistrationReport;
import org.benchconnect.core.link.ReleaseReport;
import org.benchconnect.core.link.Report;
import org.benchconnect.core.link.SessionReport;
import org.benchconnect.link.EventContent.AuditHead;
import org.benchconnect.link.EventContent.Notice;
import org.benchconnect.link.EventContent.Presence;
import org.benchconnect.link.inventory.ClosedSchema;

/**
 * CloudEvents 1.0, JSON format, structured mode: the only one that MQTT 3.1.1 allows. Pure. The JSON schemas for receivers
 * are in this jar, {@code schemas/<type>.json}.
 */
public final class CloudEvents {
    static final String SPECIFICATION = "1.0";
    static final String DATA_TYPE = "application/json";
    static final String SOURCE = "urn:benchconnect:";
    /** More than any event of ours, and below the 256 KB of Azure IoT Hub, in bytes. */
    static final int MAX_BYTES = 64 * 1024;

    private CloudEvents() {}

    /** The event of what waits in the outbox. */
    static Event of(UUID agent, OutboxEntry entry) {
        return new Event(
                agent,
                entry.bootEpoch() + "-" + entry.sequence(),
                entry.at(),
                entry.sequence(),
                content(entry.report()));
    }

    private static EventContent content(Report report) {
        if (report instanceof NoticeReport notice) {
            return Notice.of(notice.notification());
        } else if (report instanceof HeadReport head) {
            return AuditHead.of(head.head());
        } else if (report instanceof RegistrationReport registration) {
            return new RegistrationContent(registration.registration());
        } else if (report instanceof SessionReport session) {
            return new SessionContent(session);
        }
        return new ReleaseContent((ReleaseReport) report);
    }

    /**
     * What an event of this report would say, as JSON in lines of its own: its data, to which the event adds only who sends it, its number and when it was stored.
     *
     * @throws IllegalArgumentException if it is no message
     */
    public static String preview(Report report) {
        return written("  ", json -> write(json, content(report)));
    }

    /**
     * The event in UTF-8, held against the schema of its type: what the data inventory does not name is not written.
     *
     * @throws IllegalArgumentException if the schema does not allow it
     */
    static byte[] encode(Event event) {
        String text = written("", json -> write(json, event));
        ClosedSchema.of(event.content().type()).require(text);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Writes JSON. */
    private interface Writing {
        void to(JsonWriter json) throws IOException;
    }

    private static String written(String indent, Writing writing) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setIndent(indent);
            writing.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonWriter json, Event event) throws IOException {
        json.beginObject();
        json.name("specversion").value(SPECIFICATION);
        json.name("id").value(event.id());
        json.name("source").value(SOURCE + event.agent());
        json.name("type").value(event.content().type());
        json.name("time").value(event.time().toString());
        json.name("datacontenttype").value(DATA_TYPE);
        if (event.sequence() != null) {
            // CloudEvents' sequence extension is text.
            json.name("sequence").value(event.sequence().toString());
        }
        json.name("data");
        write(json, event.content());
        json.endObject();
    }

    private static void write(JsonWriter json, EventContent content) throws IOException {
        json.beginObject();
        if (content instanceof Notice notice) {
            write(json, notice);
        } else if (content instanceof AuditHead head) {
            write(json, head);
        } else if (content instanceof RegistrationContent registration) {
            write(json, registration.registration());
        } else if (content instanceof ReleaseContent release) {
            write(json, release.report());
        } else if (content instanceof SessionContent session) {
            write(json, session.report());
        } else {
            String state = ((Presence) content).state().name();
            json.name("state").value(state.toLowerCase(Locale.ROOT));
        }
        json.endObject();
    }

    private static void write(JsonWriter json, Registration registration) throws IOException {
        json.name("email").value(registration.email());
        json.name("name").value(registration.name());
        json.name("instrument").value(registration.instrument());
        json.name("instrumentId").value(registration.instrumentId());
        json.name("serial").value(registration.serial().toString());
    }

    private static void write(JsonWriter json, ReleaseReport report) throws IOException {
        if (report.from() != null) {
            json.name("from").value(report.from().toString());
        }
        if (report.to() != null) {
            json.name("to").value(report.to().toString());
        }
        json.name("outcome").value(report.outcome().name());
    }

    private static void write(JsonWriter json, SessionReport report) throws IOException {
        json.name("entry").value(report.entry());
        json.name("at").value(report.at().toString());
        json.name("event").value(report.event().name());
        for (Map.Entry<Detail, String> detail : report.details().entrySet()) {
            json.name(detail.getKey().key()).value(detail.getValue());
        }
    }

    private static void write(JsonWriter json, Notice notice) throws IOException {
        json.name("notice").value(notice.notice());
        json.name("source").value(notice.source());
        json.name("code").value(notice.code());
        json.name("kind").value(notice.kind().name());
        json.name("severity").value(notice.severity().name());
        json.name("state").value(notice.state().name());
        json.name("count").value(notice.count());
        json.name("facts").beginObject();
        for (Map.Entry<String, Object> fact : notice.facts().entrySet()) {
            json.name(fact.getKey());
            if (fact.getValue() instanceof BigDecimal number) {
                json.value(number);
            } else if (fact.getValue() instanceof Boolean flag) {
                json.value(flag);
            } else {
                json.value((String) fact.getValue());
            }
        }
        json.endObject();
        json.name("firstSeen").value(notice.firstSeen().toString());
        json.name("lastSeen").value(notice.lastSeen().toString());
    }

    private static void write(JsonWriter json, AuditHead head) throws IOException {
        json.name("ledger").value(head.ledger());
        json.name("size").value(head.size());
        json.name("root").value(head.root());
        json.name("time").value(head.time());
        json.name("signature").value(head.signature());
    }

    /**
     * The event that {@link #encode} wrote.
     *
     * @throws IllegalArgumentException if it did not
     */
    static Event ours(byte[] utf8) {
        try {
            return decode(utf8);
        } catch (MalformedEventException e) {
            throw new IllegalArgumentException("no event of ours", e);
        }
    }

    /**
     * The event that these bytes are. Strict: what is missing, unknown, twice, too long, too deep or out of range is refused.
     *
     * @throws MalformedEventException if they are no event of ours
     */
    static Event decode(byte[] utf8) throws MalformedEventException {
        if (utf8.length > MAX_BYTES) {
            throw new MalformedEventException("an event has at most " + MAX_BYTES + " bytes");
        }
        return EventReader.event(StrictJson.object(utf8));
    }
}
