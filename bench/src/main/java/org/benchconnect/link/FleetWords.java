package org.benchconnect.link;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.benchconnect.core.link.NoticeReport;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.link.Backoff.Loss;
import org.benchconnect.link.EventContent.Presence.State;
import org.benchconnect.link.dialect.Message;

/** What one agent of a measured fleet says, and how long it waits: the link's own events and policy, with the spans divided by a scale. */
public final class FleetWords {
    private final Topics topics;
    private final Backoff backoff;

    /**
     * An agent.
     *
     * @param scale by which the spans of the policy are shorter than as shipped (30, 600 and 1800 s)
     */
    public FleetWords(UUID agent, RandomGenerator random, int scale) {
        this.topics = new Topics("fleet", agent, 1);
        this.backoff = new Backoff(
                new Backoff.Spans(
                        Duration.ofSeconds(30).dividedBy(scale),
                        Duration.ofSeconds(600).dividedBy(scale),
                        Duration.ofSeconds(1800).dividedBy(scale)),
                random);
    }

    /** The identity at the broker. */
    public String client() {
        return topics.agent().toString();
    }

    /** An event of the outbox: a laser off its target. */
    public Message notice(long sequence, Instant now) {
        Notification notification = new Notification(
                sequence,
                "navios",
                new Condition("LASER_POWER", Facts.decode("LASER=n1")),
                Kind.INSTRUMENT,
                Severity.FAULT,
                Facts.decode("LASER=n1;MEASURED_MILLIWATT=n12.625;SHUTTER_OPEN=bfalse;PHASE=tAT_START;BUILD=v1.2.3"),
                Notification.State.OPEN,
                3,
                now,
                now,
                null,
                null);
        return topics.notify(new OutboxEntry(1, sequence, now, new NoticeReport(notification)));
    }

    /** Presence; the will is that of an agent that has gone. */
    public Message presence(boolean online, Instant now) {
        return topics.presence(online ? State.ONLINE : State.OFFLINE, 1, now);
    }

    /** The server took what was published. */
    public void acknowledged() {
        backoff.acknowledged();
    }

    /** The wait after the server ended the connection. */
    public Duration lost() {
        backoff.lost(Loss.SERVER_SIDE);
        return backoff.next();
    }

    /** The wait after an attempt that came to nothing. */
    public Duration failed() {
        backoff.lost(Loss.ISOLATED);
        return backoff.next();
    }
}
