package org.benchconnect.tests.upgrade.bad;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.benchconnect.core.status.HealthCheck;

/** Well at first; after the seconds that a file of its module says, not any more. */
public final class FailsItsCheckLater implements HealthCheck {
    /** The file: a number in decimal digits. */
    public static final String SECONDS = "OSGI-INF/seconds";

    private final long made = System.nanoTime();
    private final long well = TimeUnit.SECONDS.toNanos(seconds());

    /** Nothing to do. */
    public void activate() {
        // its time runs since it was made
    }

    private static long seconds() {
        try (InputStream in = FailsItsCheckLater.class.getClassLoader().getResourceAsStream(SECONDS)) {
            return Long.parseLong(new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isWell() {
        return System.nanoTime() - made < well;
    }
}
