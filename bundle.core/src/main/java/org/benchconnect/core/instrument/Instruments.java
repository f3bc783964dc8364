package org.benchconnect.core.instrument;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The instruments that this PC watches. Safe for any thread; never blocks. */
@ProviderType
@FunctionalInterface
public interface Instruments {
    /** Each watched instrument, sorted by adapter id. */
    List<InstrumentState> now();
}
