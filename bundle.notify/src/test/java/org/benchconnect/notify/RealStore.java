package org.benchconnect.notify;

import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import org.benchconnect.core.status.Platform;
import org.benchconnect.store.OutboxBounds;
import org.benchconnect.store.SqliteStore;
import org.osgi.framework.BundleContext;

/** The real store outside a framework, its streams on. */
final class RealStore {
    private RealStore() {}

    static SqliteStore in(Path home) {
        Map<String, String> properties =
                Map.of(Platform.HOME, home.toString(), "org.benchconnect.store.extract-native", "true");
        BundleContext context = (BundleContext) Proxy.newProxyInstance(
                RealStore.class.getClassLoader(), new Class<?>[] {BundleContext.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("getProperty")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return properties.get(arguments[0]);
                });
        SqliteStore store = new SqliteStore(context);
        store.bindStreams(stream -> true);
        return store;
    }

    /** No more than so many messages may wait in it. */
    static void bound(SqliteStore store, int messages) throws ReflectiveOperationException {
        Constructor<?> constructor = OutboxBounds.class.getConstructors()[0];
        Object settings = Proxy.newProxyInstance(
                RealStore.class.getClassLoader(),
                constructor.getParameterTypes(),
                (proxy, method, arguments) ->
                        method.getName().equals("outbox_messages") ? messages : method.getDefaultValue());
        store.bindBounds((OutboxBounds) constructor.newInstance(settings));
    }
}
