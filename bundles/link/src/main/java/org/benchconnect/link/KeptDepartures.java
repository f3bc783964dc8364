package org.benchconnect.link;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.benchconnect.core.link.Departures;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * What left this PC: what the store keeps of the outbox, for as long as it keeps it, and presence as it was said since the link began. Not what the service side says by itself:
 * the will that tells that this agent is gone, which it got with the connection.
 */
@Component
public final class KeptDepartures implements Departures {
    private static final int MOST = 1000;

    private final PahoLink link;
    private volatile @Nullable AgentStore store;

    /** Of the one link. */
    @Activate
    public KeptDepartures(@Reference PahoLink link) {
        this.link = link;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindStore(AgentStore service) {
        store = service;
    }

    void unbindStore(AgentStore service) {
        if (service.equals(store)) {
            store = null;
        }
    }

    @Override
    public List<Departure> newest(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a limit is 1 to " + MOST);
        }
        AgentStore database = store;
        if (database == null) {
            throw new StoreException(
                    StoreHealth.UNAVAILABLE, "there is no database now", new IllegalStateException("not bound"));
        }
        List<Departure> stored = database.read(tables -> tables.outbox().departures(limit));
        return merged(stored, link.presence(), limit);
    }

    /** The newest of both. Pure. */
    static List<Departure> merged(List<Departure> stored, List<Departure> presence, int limit) {
        return Stream.concat(stored.stream(), presence.stream())
                .sorted(Comparator.comparing(Departure::at).reversed())
                .limit(limit)
                .toList();
    }
}
