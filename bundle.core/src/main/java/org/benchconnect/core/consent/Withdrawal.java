package org.benchconnect.core.consent;

/**
 * What taking a consent back did.
 *
 * @param found whether there was anything to take back: a consent, a grant or modules that ran with one
 * @param durable whether it also survives a restart: false only while the disk takes nothing at all, and tried again until it does
 */
public record Withdrawal(boolean found, boolean durable) {}
