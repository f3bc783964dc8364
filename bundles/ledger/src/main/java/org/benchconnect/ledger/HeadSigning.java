package org.benchconnect.ledger;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.ledger.format.Chain;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs heads as long as the device's key is there. Used under the lock of {@link Writing}. */
final class HeadSigning {
    private static final Logger LOG = LoggerFactory.getLogger(HeadSigning.class);

    private @Nullable Signer signer;

    void signer(@Nullable Signer given) {
        signer = given;
    }

    boolean isReady() {
        return signer != null;
    }

    /** Whose key it is. */
    Optional<DeviceKey> device() {
        return Optional.ofNullable(signer).map(Signer::publicKey).map(DeviceKey::of);
    }

    /**
     * Adds a head over all entries of a chain.
     *
     * @return its frame; empty, and the chain as it was, if nobody signs now
     */
    Optional<byte[]> sign(Chain chain, Instant now) {
        Signer ready = signer;
        if (ready == null) {
            return Optional.empty();
        }
        try {
            String signature = Base64.getEncoder().encodeToString(ready.sign(chain.message(now)));
            return Optional.of(chain.add(now, signature));
        } catch (RuntimeException e) { // a token that was taken away, a bundle that is being swapped
            LOG.warn("The device's key does not sign the ledger's head now", e);
            return Optional.empty();
        }
    }
}
