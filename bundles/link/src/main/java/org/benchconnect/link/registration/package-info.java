/**
 * The registration of this agent with the service side: what would be sent, for a person to read; who sent it, in the ledger before anything is in the outbox; and what
 * was sent last.
 */
@NullMarked
package org.benchconnect.link.registration;

import org.jspecify.annotations.NullMarked;
