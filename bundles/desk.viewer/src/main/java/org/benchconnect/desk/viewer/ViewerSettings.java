package org.benchconnect.desk.viewer;

import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * What a viewer's server needs.
 *
 * @param address where it listens; port 0 takes a free one
 * @param tls its certificate
 * @param relay the one relay that the page may reach: {@code wss://host[:port]}
 * @param registryKey the raw Ed25519 key that signs the registry, in base64
 * @param registry the signed registry
 */
public record ViewerSettings(
        InetSocketAddress address, SSLContext tls, String relay, String registryKey, RegistryFile registry) {
    // It is put into the Content-Security-Policy as it is.
    private static final Pattern RELAY = Pattern.compile("wss://[A-Za-z0-9.\\-\\[\\]:]{1,250}");

    private static final int ED25519_BYTES = 32;

    /** Refuses what the page could not use, or what would say more in its policy than the name of a relay. */
    public ViewerSettings {
        if (!RELAY.matcher(relay).matches()) {
            throw new IllegalArgumentException("the relay of a viewer is wss://host or wss://host:port, not " + relay);
        }
        if (Base64.getDecoder().decode(registryKey).length != ED25519_BYTES) {
            throw new IllegalArgumentException("the registry's key has 32 bytes, in base64");
        }
    }
}
