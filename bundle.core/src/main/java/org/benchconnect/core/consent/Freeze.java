package org.benchconnect.core.consent;

import java.time.Instant;
import org.benchconnect.core.account.AccountId;

/**
 * Changes are frozen.
 *
 * @param by who did it
 * @param since when
 */
public record Freeze(AccountId by, Instant since) {}
