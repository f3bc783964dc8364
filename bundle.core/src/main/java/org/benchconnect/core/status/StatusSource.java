package org.benchconnect.core.status;

import org.osgi.annotation.versioning.ConsumerType;

/** Registered as a service by each bundle that has something to report about itself. */
@ConsumerType
@FunctionalInterface
public interface StatusSource {
    /** How it is now. May block for a second at most; called on a thread of the caller. */
    Status status();
}
