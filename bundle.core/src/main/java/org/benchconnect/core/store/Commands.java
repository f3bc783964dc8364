package org.benchconnect.core.store;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** Which commands of the service side were taken: a command counts once, also after a restart. */
@ProviderType
@FunctionalInterface
public interface Commands {
    /**
     * Takes a command, in the transaction of what it does.
     *
     * @param nonce 16 to 64 letters, digits, hyphens or underscores
     * @param expires when it is worth nothing any more: until then, and a day longer, its nonce is kept
     * @return false if it was taken before
     */
    boolean take(String nonce, Instant expires);
}
