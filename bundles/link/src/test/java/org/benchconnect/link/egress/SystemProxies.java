package org.benchconnect.link.egress;

import java.util.Map;
import java.util.Optional;

/** Proxies of PCs for tests of other packages. */
public final class SystemProxies {
    private SystemProxies() {}

    /** By its environment. */
    public static SystemProxy of(Map<String, String> environment) {
        return new SystemProxy(environment, Optional.empty());
    }

    /** By what its registry says. */
    public static SystemProxy ofRegistry(String server) {
        return new SystemProxy(
                Map.of(),
                WindowsProxy.of("    ProxyEnable    REG_DWORD    0x1\n    ProxyServer    REG_SZ    " + server));
    }
}
