package org.benchconnect.link;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.benchconnect.core.link.Link;
import org.benchconnect.core.link.TlsClient;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.link.egress.ConfiguredEgress;

/** The real link with settings said by a test, all others as shipped, and the test's clock on the wall. */
public final class LinkOfATest implements AutoCloseable {
    private final PahoLink link;

    /** Begins at once. Until {@link #permit} it may reach loopback alone. */
    public LinkOfATest(Map<String, Object> said, Path home, Clock clock, TlsClient tls, AgentStore store) {
        LinkConfiguration section = (LinkConfiguration) Proxy.newProxyInstance(
                LinkOfATest.class.getClassLoader(),
                new Class<?>[] {LinkConfiguration.class},
                (proxy, method, arguments) -> said.getOrDefault(method.getName(), method.getDefaultValue()));
        link = new PahoLink(section, home, clock);
        link.bindTls(tls);
        link.bindStore(store);
    }

    /** What it may reach from now on. */
    public void permit(ConfiguredEgress egress) {
        link.bindEgress(egress);
    }

    /** To be told of notices, and asked for its state. */
    public PahoLink link() {
        return link;
    }

    /** Whether it can send now. */
    public boolean isOnline() {
        return link.status().state() == Link.State.ONLINE;
    }

    /** Why not. */
    public String problem() {
        return link.problem().name();
    }

    @Override
    public void close() {
        link.stop();
    }
}
