package org.benchconnect.desk.relay;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/** Where the signed list of supporters comes from. The relay hands its bytes on; it neither reads nor signs it. */
@ConsumerType
@FunctionalInterface
public interface ListSource {
    /** The greatest list, in bytes. */
    int MOST = 1 << 20;

    /**
     * The list as it is now: 1 to {@link #MOST} bytes that nobody changes. Quick; on any thread.
     *
     * @throws IOException if there is none: then no agent can wait
     */
    byte[] now() throws IOException;
}
