package org.benchconnect.desk.teamviewer;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** What agents recorded, as the desk's journal keeps it. */
@ConsumerType
@FunctionalInterface
public interface RecordedConnections {
    /** The connections through TeamViewer that began in this time, at most 10 000; where nobody knows when one began, its end counts. May block. */
    List<RecordedConnection> between(Instant from, Instant until);
}
