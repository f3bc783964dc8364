package org.benchconnect.host.reading;

import java.time.Instant;
import java.util.Optional;

/**
 * The folder into which backups are written.
 *
 * @param readable whether it is there and can be read
 * @param newest when the newest file in it was written; empty if there is none
 */
public record BackupState(boolean readable, Optional<Instant> newest) {}
