package org.benchconnect.core.feature;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The settings that the features of the running generation bring: they travel with it, and what people write into the settings file goes before them. Safe for any
 * thread; reads files.
 */
@ProviderType
public interface FeatureConfigurations {
    /** By PID. */
    Map<String, Brought> now();

    /** Calls this after each change of the generation, on a thread of whoever changes it, until {@link #forget}; must not block. */
    void listen(Runnable changed);

    /** Calls it no more. */
    void forget(Runnable changed);

    /**
     * What a feature brings for one component.
     *
     * @param feature its name
     * @param values names with strings, whole numbers as {@code Long}, booleans, and lists of these, as the document says them
     */
    record Brought(String feature, Map<String, Object> values) {
        /** Copies the map. */
        public Brought {
            values = Map.copyOf(values);
        }
    }
}
