package org.benchconnect.core.link;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.benchconnect.core.account.AccountId;
import org.osgi.annotation.versioning.ProviderType;

/** The registration of this agent with the service side. Safe for any thread. */
@ProviderType
public interface Registrations {
    /** The content that {@link #send} would send, as text, for a person to read before. Never blocks. */
    String preview(Registration registration);

    /**
     * Puts it into the outbox, and into the ledger who sent it. Completes when both are durable.
     *
     * @param by the person who saw the preview
     */
    CompletableFuture<Void> send(Registration registration, AccountId by);

    /** What was sent last; empty if nothing was. */
    Optional<Sent> last();

    /**
     * A registration that a person sent.
     *
     * @param registration what
     * @param at when
     * @param acknowledged whether the service side has acknowledged it
     */
    record Sent(Registration registration, Instant at, boolean acknowledged) {}
}
