package org.benchconnect.link;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import org.benchconnect.core.status.Platform;
import org.benchconnect.store.SqliteStore;
import org.osgi.framework.BundleContext;

/** The real store with every stream switched on. */
public final class RealStore {
    private RealStore() {}

    /** Opens or makes it in a home folder. */
    public static SqliteStore open(Path home) {
        Map<String, String> properties =
                Map.of(Platform.HOME, home.toString(), "org.benchconnect.store.extract-native", "true");
        BundleContext framework = (BundleContext) Proxy.newProxyInstance(
                RealStore.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> properties.get(String.valueOf(arguments[0])));
        SqliteStore store = new SqliteStore(framework);
        store.bindStreams(stream -> true);
        return store;
    }
}
