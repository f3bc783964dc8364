package org.benchconnect.link.dialect;

import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * As whom one connection is made. Closed after use, which overwrites the password.
 *
 * @param user at the broker, or null for none
 * @param password of the user; empty for none
 * @param life after how much of the connection's life a new one is made with a new password, or null for never
 */
public record Access(@Nullable String user, char[] password, @Nullable Duration life) implements AutoCloseable {
    /** Nobody in particular: the certificate says who, or nobody asks. */
    public static Access anonymous() {
        return new Access(null, new char[0], null);
    }

    @Override
    public void close() {
        Arrays.fill(password, '\0');
    }

    /** Neither user nor password. */
    @Override
    public String toString() {
        return "Access";
    }
}
