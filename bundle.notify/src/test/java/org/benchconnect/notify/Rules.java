package org.benchconnect.notify;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Settings of the section, as shipped but for some. */
final class Rules {
    private Rules() {}

    static NoticeRules shipped() {
        return with(Map.of());
    }

    /** By the names of the annotation's methods. */
    static NoticeRules with(Map<String, ?> settings) {
        return NoticeRules.of((NotificationConfiguration) Proxy.newProxyInstance(
                Rules.class.getClassLoader(),
                new Class<?>[] {NotificationConfiguration.class},
                (proxy, method, arguments) -> {
                    Object set = settings.get(method.getName());
                    return set == null ? method.getDefaultValue() : set;
                }));
    }
}
