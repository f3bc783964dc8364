package org.benchconnect.core.link;

import org.osgi.annotation.versioning.ProviderType;

/** Which streams the laboratory has switched on. Without this service all are off. Safe for any thread. */
@ProviderType
@FunctionalInterface
public interface Streams {
    /** Whether this stream is on. */
    boolean on(Stream stream);
}
