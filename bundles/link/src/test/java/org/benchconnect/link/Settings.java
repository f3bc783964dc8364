package org.benchconnect.link;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** A section {@code link} with some settings said and all others as shipped. */
final class Settings {
    private final Map<String, Object> said = new HashMap<>();

    /** For a broker on this machine: quick to come back. */
    static Settings quick(String address) {
        return new Settings()
                .say("address", address)
                .say("tenant", "lab-7")
                .say("isolated_loss_seconds", 0)
                .say("server_loss_seconds", 0)
                .say("longest_wait_seconds", 1);
    }

    Settings say(String name, Object value) {
        said.put(name, value);
        return this;
    }

    LinkConfiguration section() {
        return (LinkConfiguration) Proxy.newProxyInstance(
                Settings.class.getClassLoader(),
                new Class<?>[] {LinkConfiguration.class},
                (proxy, method, arguments) -> said.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
