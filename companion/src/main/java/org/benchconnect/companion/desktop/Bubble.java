package org.benchconnect.companion.desktop;

import org.benchconnect.companion.alerts.Severity;

/**
 * One desktop alert.
 *
 * @param key of what it is about: the notice's number, or 0 for the summary; the next bubble with the same key replaces it
 * @param title plain text
 * @param body plain text, possibly several lines
 * @param acknowledgeable whether it is about one notice that a person can acknowledge
 */
public record Bubble(long key, Severity severity, String title, String body, boolean acknowledgeable) {}
