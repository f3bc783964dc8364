package org.benchconnect.companion.alerts;

import org.jspecify.annotations.Nullable;

/**
 * One open, unacknowledged notice as the agent tells it.
 *
 * @param id the agent's number of it, positive
 * @param title a finished sentence in the user's language, plain text, at most {@value PresentReader#TITLE} characters
 * @param detail what happened, plain text, possibly empty
 * @param remedy what to do, plain text, possibly empty
 * @param escalatedAt when the agent pressed on because nobody acknowledged it, ISO-8601 as received; null: not so far
 */
public record OpenNotice(
        long id, Severity severity, String title, String detail, String remedy, @Nullable String escalatedAt) {}
