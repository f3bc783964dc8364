package org.benchconnect.teamviewerbridge.rules;

/**
 * What waits for a person's answer.
 *
 * @param id 16 hexadecimal digits
 * @param ask what for
 * @param at when, by the monotonic clock
 */
public record Asked(String id, Ask ask, long at) {}
