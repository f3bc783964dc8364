package org.benchconnect.settings;

import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.benchconnect.core.feature.FeatureConfigurations;

/** The features of a generation that can be exchanged for another. */
final class FeaturesOfATest implements FeatureConfigurations {
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Map<String, Brought> now = Map.of();

    /** A generation whose feature brings these for the test thing. */
    void generation(Map<String, Object> values) {
        now = Map.of(Schemas.PID, new Brought("com.example.feature", values));
        listeners.forEach(Runnable::run);
    }

    /** The pointer names another generation, and its modules are still to come. */
    void quiet(Map<String, Object> values) {
        now = Map.of(Schemas.PID, new Brought("com.example.feature", values));
    }

    void generationOf(Map<String, Brought> all) {
        now = all;
        listeners.forEach(Runnable::run);
    }

    @Override
    public Map<String, Brought> now() {
        return now;
    }

    @Override
    public void listen(Runnable changed) {
        listeners.add(changed);
    }

    @Override
    public void forget(Runnable changed) {
        listeners.remove(changed);
    }
}
