package org.benchconnect.host.reading;

import java.time.Instant;
import java.util.Optional;

/**
 * The antivirus program.
 *
 * @param on whether it guards this PC; empty if not told
 * @param updated when its definitions were last updated; empty if not told
 */
public record AntivirusState(Optional<Boolean> on, Optional<Instant> updated) {}
