package org.benchconnect.desk.teamviewer;

import java.time.Instant;
import java.util.Optional;

/**
 * A connection as TeamViewer reports it, without the names that the report has.
 *
 * @param id as the report writes it, lower case, without braces, at most 80 characters
 * @param device the id under which the PC is called; empty if the report has none
 * @param begins when
 * @param ends when; empty while it lasts
 * @param code of the session; empty if it had none
 */
public record ReportedConnection(
        String id, Optional<String> device, Instant begins, Optional<Instant> ends, Optional<String> code) {}
