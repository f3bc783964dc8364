package org.benchconnect.upgrade.repository;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import org.benchconnect.upgrade.tuf.StrictJson;
import org.benchconnect.upgrade.tuf.StrictJsonException;

/** Reads the version out of root metadata that is trusted already; verifies nothing. */
final class RootVersion {
    private RootVersion() {}

    static long of(byte[] root) throws IOException {
        try {
            if (StrictJson.parseObject(root).get("signed") instanceof JsonObject signed
                    && signed.get("version") instanceof JsonPrimitive version
                    && version.isNumber()
                    && version.getAsLong() > 0) {
                return version.getAsLong();
            }
        } catch (StrictJsonException e) {
            throw new IOException("the root of trust cannot be read: " + e.getMessage(), e);
        }
        throw new IOException("the root of trust has no version");
    }
}
