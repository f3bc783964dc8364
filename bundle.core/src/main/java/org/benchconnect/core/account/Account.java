package org.benchconnect.core.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A person who can be chosen from the list.
 *
 * @param id for ledger and grants
 * @param name as people here know the person: 1 to 60 characters
 * @param role what the PIN is good for
 * @param until the moment from which it is good for nothing: temporary staff; empty for everybody else
 * @param locked how long no PIN is taken after wrong ones; zero if one is taken now
 */
public record Account(AccountId id, String name, Role role, Optional<Instant> until, Duration locked) {}
