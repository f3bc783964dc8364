package org.benchconnect.cli.scan;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.benchconnect.core.instrument.InstrumentAdapter;

/**
 * The adapters on the class path, with their thresholds as shipped. An adapter's id is the last part of its package's name, the
 * same as its service property says: {@code org.benchconnect.adapter.navios} is {@code navios}.
 *
 * @param byId sorted by id
 */
record Adapters(SortedMap<String, InstrumentAdapter> byId) {
    static Adapters onClassPath() {
        SortedMap<String, InstrumentAdapter> byId = new TreeMap<>();
        for (InstrumentAdapter adapter : ServiceLoader.load(InstrumentAdapter.class)) {
            String name = adapter.getClass().getPackageName();
            byId.put(name.substring(name.lastIndexOf('.') + 1), adapter);
        }
        return new Adapters(Collections.unmodifiableSortedMap(byId));
    }

    Set<String> ids() {
        return byId.keySet();
    }

    /** The adapter of an id alone; for any other word all of them. */
    Choice chosen(String id) {
        InstrumentAdapter one = byId.get(id);
        return one == null ? new Choice(byId.values(), true) : new Choice(List.of(one), false);
    }

    /**
     * The adapters to ask.
     *
     * @param adapters in this order
     * @param any whether an FCS file that none of them reads is judged all the same, by what holds for any
     */
    record Choice(Collection<InstrumentAdapter> adapters, boolean any) {}
}
