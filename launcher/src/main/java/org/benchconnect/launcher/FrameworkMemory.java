package org.benchconnect.launcher;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has Felix 7.0.5 let go of uninstalled modules. Its registry keeps who used a service, with the table of contents of their jar, for as long as the service is
 * registered (a count of zero is not flushed): some 25 KB for each swap of a small module, 500 KB for one of core. There is no call for it. A framework that keeps
 * its books otherwise is left alone.
 */
final class FrameworkMemory {
    private static final Logger LOG = LoggerFactory.getLogger(FrameworkMemory.class);

    private FrameworkMemory() {}

    /** Forgets these, which are uninstalled and refreshed. */
    static void forget(Bundle framework, Collection<Bundle> gone) {
        try {
            Object registry = value(framework, "m_registry");
            if (registry != null && value(registry, "m_inUseMap") instanceof Map<?, ?> users) {
                users.keySet().removeAll(gone);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.debug("The framework keeps what it knows of {}", gone, e);
        }
    }

    private static @Nullable Object value(Object owner, String name) throws ReflectiveOperationException {
        Field field = owner.getClass().getDeclaredField(name);
        return MethodHandles.privateLookupIn(owner.getClass(), MethodHandles.lookup())
                .unreflectVarHandle(field)
                .get(owner);
    }
}
