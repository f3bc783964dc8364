package org.benchconnect.host;

import org.benchconnect.core.signal.FactName;

/** Names of rows of numbers that are remembered, besides one for each {@link org.benchconnect.host.reading.Volume}. */
enum RememberedRow implements FactName {
    /** When a restart was first seen to wait, in seconds since 1970. */
    RESTART_SINCE
}
