package org.benchconnect.core.status;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A module's own answer to whether it works, registered as a service by the module itself. Asked every two seconds while a new generation has to show that it is
 * well; not well twice in a row or three times in all, no answer within five seconds, or a check that is gone, brings the generation before back, unless it was so
 * before the change too.
 */
@ConsumerType
@FunctionalInterface
public interface HealthCheck {
    /** Whether this module does its work. Must return within five seconds; an exception is a no. Called on one thread at a time. */
    boolean isWell();
}
