package org.benchconnect.upgrade.upgrader;

import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.SignalCode;

/** What a person should know about upgrades. There is at most one notice of each. */
enum UpgradeCode implements SignalCode {
    /** Something new was verified and waits for an answer. */
    UPGRADE_AVAILABLE,
    /** It is allowed and waits. */
    UPGRADE_WAITS,
    /** The new generation was well and stays. */
    UPGRADE_COMMITTED,
    /** The generation before runs again. */
    UPGRADE_WENT_BACK,
    /** It was allowed, and is not carried out although nobody said no. */
    UPGRADE_NOT_CARRIED_OUT,
    /** An installer brings a newer platform. */
    PLATFORM_AVAILABLE;

    @Override
    public Kind kind() {
        return Kind.SOFTWARE;
    }

    /** With what facts. */
    enum Fact implements FactName {
        /** How many features change. */
        FEATURES,
        /** How many modules change, come or go. */
        CHANGES,
        /** How many modules stop for a while although they do not change. */
        STOPS,
        /** How many privileges are newly asked for. */
        ASKED,
        /** How long modules stop, about. */
        TAKES_SECONDS,
        /** How much was fetched, in units of 1000 bytes. */
        SIZE_KILOBYTE,
        /** Whether it only mends. */
        FIX,
        /** The version of the base release or of the only feature that changes, or that went back; of the installer. */
        VERSION,
        /** Why it waits, went back, or is not carried out. */
        REASON,
        /** How many things are in the way. */
        HINDRANCES,
        /** The number of a generation: the new one, or the one that runs again. */
        GENERATION
    }
}
