package org.benchconnect.core.feature;

import java.time.Instant;

/**
 * Signed metadata that is past its date and was let in because an administrator had opened an offline window.
 *
 * @param role which, such as {@code timestamp}
 * @param expired until when it was good
 */
public record Tolerated(String role, Instant expired) {}
