package org.benchconnect.core.link;

import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.util.Optional;

/**
 * How one connection to the service side goes: straight, or through a proxy whose address was looked up and permitted already.
 *
 * @param proxy with its address, so that nobody asks for the name again; empty: none is on the way
 * @param login answers a proxy that asks for a password, and no server; reads it anew each time
 */
public record Passage(Optional<InetSocketAddress> proxy, Optional<Authenticator> login) {
    /** Straight. */
    public static Passage direct() {
        return new Passage(Optional.empty(), Optional.empty());
    }

    /** Makes a client of the JDK go this way and never choose a proxy by itself. */
    public void applyTo(HttpClient.Builder client) {
        client.proxy(proxy.map(ProxySelector::of).orElse(HttpClient.Builder.NO_PROXY));
        login.ifPresent(client::authenticator);
    }

    /** Without the user and the password. */
    @Override
    public String toString() {
        return "Passage" + proxy;
    }
}
