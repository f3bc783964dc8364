package org.benchconnect.engine.rfb;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.FileToTransfer.Direction;
import org.benchconnect.core.session.Lease;

/** The leases of one visit, asked at every message. Any thread. */
final class Permissions {
    private final List<Lease> leases = new CopyOnWriteArrayList<>();

    void add(Lease lease) {
        leases.removeIf(one -> !one.inForce());
        leases.add(lease);
    }

    /** Whether one is in force for this: view or control. */
    boolean allow(Privilege privilege) {
        return leases.stream().anyMatch(lease -> lease.request().privilege() == privilege && lease.inForce());
    }

    /** Whether a text may go this way. */
    boolean allowText(Direction direction) {
        return leases.stream()
                .anyMatch(lease -> lease.request().privilege() == Privilege.SHARE_CLIPBOARD
                        && lease.request().clipboard().filter(direction::equals).isPresent()
                        && lease.inForce());
    }

    void none() {
        leases.clear();
    }
}
