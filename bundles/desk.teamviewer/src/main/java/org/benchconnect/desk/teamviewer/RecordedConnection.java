package org.benchconnect.desk.teamviewer;

import java.time.Instant;
import java.util.Optional;

/**
 * A connection as an agent recorded it.
 *
 * @param agent which, a UUID
 * @param session the agent's own, {@code [0-9A-Za-z-]{1,64}}
 * @param connection TeamViewer's id of it, as the client's log has it; empty if none was logged
 * @param device the id under which the PC is called; empty if nobody knows
 * @param begins when; if nobody knows, when it was over
 * @param ends when; empty if nobody knows
 */
public record RecordedConnection(
        String agent,
        String session,
        Optional<String> connection,
        Optional<String> device,
        Instant begins,
        Optional<Instant> ends) {}
