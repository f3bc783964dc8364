package org.benchconnect.core.consent;

/**
 * What taking a consent back did. The feature does not run any more in every case.
 *
 * @param durable whether it also survives a restart: false only while the disk takes nothing at all, and tried again until it does
 */
public record Withdrawal(boolean durable) {}
