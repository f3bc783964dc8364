package org.benchconnect.core.instrument;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * One more thing that tells of an instrument besides its files: its log, its connections. Registered as a service; whoever provides {@link Instruments} joins all
 * that speak of the same adapter, and takes the state that permits the least: ACQUIRING before UNKNOWN before IDLE.
 */
@ConsumerType
@FunctionalInterface
public interface InstrumentWatch {
    /** What is known now. Never blocks; an exception counts as UNKNOWN. Called on any thread. */
    InstrumentState state();
}
