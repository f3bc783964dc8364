package org.benchconnect.core.notification;

import org.osgi.annotation.versioning.ConsumerType;

/** Registered as a service by whoever wants to hear of each change once it is durable. */
@ConsumerType
@FunctionalInterface
public interface NotificationListener {
    /** Called on a thread of the store or of whoever made the change, in the order of the changes; must not block. */
    void changed(Notification notification);
}
