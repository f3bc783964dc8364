package org.benchconnect.desk.journal;

import java.time.Instant;
import org.benchconnect.core.link.SessionReport;

/**
 * One event as an agent sent it: a CloudEvent of type {@code org.benchconnect.session.v1}. Only {@link SessionEventReader} and the database make one.
 *
 * @param tenant whose agent, from the topic
 * @param source {@code urn:benchconnect:} and the agent's UUID
 * @param id unique for that source
 * @param sequence rising for one agent; a gap means that something is still to come
 * @param time when it was put into the outbox
 * @param report what it says
 */
record SessionEvent(String tenant, String source, String id, long sequence, Instant time, SessionReport report) {}
