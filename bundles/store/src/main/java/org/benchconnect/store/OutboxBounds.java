package org.benchconnect.store;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/**
 * How much may wait in the outbox. A component of its own, so that other settings do not close the database. Immutable.
 */
@Component(service = OutboxBounds.class, configurationPid = OutboxBounds.PID)
@Designate(ocd = StoreConfiguration.class)
public final class OutboxBounds {
    /** Section {@code store}. */
    static final String PID = "org.benchconnect.store";

    static final OutboxBounds SHIPPED = new OutboxBounds(50_000, 64_000_000);

    private static final long BYTES_IN_MEGABYTE = 1_000_000;

    private final long rows;
    private final long bytes;

    /** As the settings say; what is out of its range is taken as the nearest value in it. */
    @Activate
    public OutboxBounds(StoreConfiguration settings) {
        this(
                Math.min(Math.max(settings.outbox_messages(), 1000), 1_000_000),
                Math.min(Math.max(settings.outbox_megabytes(), 1), 1000) * BYTES_IN_MEGABYTE);
    }

    OutboxBounds(long rows, long bytes) {
        this.rows = rows;
        this.bytes = bytes;
    }

    /** Whether so much may wait. */
    boolean take(long moreRows, long moreBytes) {
        return moreRows <= rows && moreBytes <= bytes;
    }
}
