package org.benchconnect.cli.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocket;
import org.benchconnect.core.link.NameLookup;
import org.benchconnect.core.link.TlsClient;
import org.benchconnect.link.egress.HostPort;
import org.benchconnect.link.egress.ProxyAnswer;
import org.jspecify.annotations.Nullable;

/** The way to one server up to TLS: name, TCP, proxy, handshake. The caller has asked the rule for server and proxy. */
public final class Approach {
    private final HostPort server;
    private final Optional<HostPort> proxy;
    private final boolean proxyListed;
    private final @Nullable Login login;
    private final TlsClient tls;
    private final Limits limits;
    private final Clock clock;
    private final Reach reach;

    Approach(
            HostPort server,
            Optional<HostPort> proxy,
            boolean proxyListed,
            @Nullable Login login,
            TlsClient tls,
            Limits limits,
            Clock clock) {
        this.server = server;
        this.proxy = proxy;
        this.proxyListed = proxyListed;
        this.login = login;
        this.tls = tls;
        this.limits = limits;
        this.clock = clock;
        this.reach = new Reach(limits, proxy.isPresent());
    }

    /**
     * To a server, without signing in to a proxy.
     *
     * @param proxy on the way, if any
     * @param proxyListed whether the profile lists it; else it is only used at an address that the internet does not route
     * @param tls whose checks count
     */
    public static Approach to(
            HostPort server, Optional<HostPort> proxy, boolean proxyListed, TlsClient tls, Limits limits, Clock clock) {
        return new Approach(server, proxy, proxyListed, null, tls, limits, clock);
    }

    /**
     * A secure connection to the server whose certificate is right.
     *
     * @param told of each hop that is in order
     * @throws BlockedException with the hop that is not
     */
    public SSLSocket open(Consumer<Finding> told) throws BlockedException {
        HostPort nearest = proxy.orElse(server);
        List<InetAddress> addresses = permitted(nearest, reach.resolve(nearest));
        told.accept(ok(Hop.NAME, nearest.host().text()));
        Socket first = reach.connect(nearest, addresses);
        told.accept(ok(Hop.CONNECTION, nearest.toString()));
        Socket open = beyondProxy(addresses, first);
        proxy.ifPresent(each -> told.accept(ok(Hop.PROXY, each.toString())));
        SSLSocket secure = handshake(addresses, open);
        told.accept(ok(Hop.TLS, secure.getSession().getProtocol()));
        return secure;
    }

    /** Of a proxy that only the settings name, what the agent would use too. */
    private List<InetAddress> permitted(HostPort nearest, List<InetAddress> addresses) throws BlockedException {
        if (proxy.isEmpty() || proxyListed) {
            return addresses;
        }
        List<InetAddress> own = addresses.stream().filter(NameLookup::isPrivate).toList();
        if (own.isEmpty()) {
            throw new BlockedException(Cause.PROXY_NOT_PERMITTED, Map.of("host", nearest.toString()));
        }
        return own;
    }

    private static Finding ok(Hop hop, String what) {
        return Finding.ok(hop, Map.of("what", what));
    }

    private Socket beyondProxy(List<InetAddress> addresses, Socket first) throws BlockedException {
        if (proxy.isEmpty()) {
            return first;
        }
        ProxyAnswer answer = Tunnel.ask(first, server, null, limits);
        boolean signsIn = login != null
                && answer.status() == ProxyAnswer.LOGIN_WANTED
                && answer.schemes().contains(ProxyAnswer.Scheme.BASIC);
        Socket open = first;
        if (signsIn && login != null) {
            Guard.quietly(first);
            open = reach.connect(proxy.get(), addresses);
            try (Tunnel.Basic basic = Tunnel.Basic.of(login)) {
                answer = Tunnel.ask(open, server, basic, limits);
            }
        }
        if (!answer.isOpen()) {
            Guard.quietly(open);
            throw Tunnel.refusal(answer, signsIn, proxy.get(), server);
        }
        return open;
    }

    /** With what the server showed, where its certificate was refused. */
    private SSLSocket handshake(List<InetAddress> addresses, Socket open) throws BlockedException {
        String host = server.host().text();
        try {
            return Handshake.on(open, host, tls, limits);
        } catch (BlockedException e) {
            if (!e.finding().local().containsKey("flaw")) {
                throw e;
            }
            Map<String, String> local = new HashMap<>(e.finding().local());
            local.put("host", server.toString());
            local.put("now", clock.instant().toString().substring(0, "2000-01-01".length()));
            Socket again = beyondProxy(addresses, reach.connect(proxy.orElse(server), addresses));
            local.putAll(ShownChain.on(again, host, tls.parameters(), limits));
            throw new BlockedException(e.finding().cause(), local);
        }
    }

    /** What the server's clock says to the second; empty if it does not tell. Ends the connection's use. */
    public static Optional<Instant> date(SSLSocket secure, HostPort server, Limits limits) {
        try (Guard guard = new Guard(secure, limits)) {
            secure.getOutputStream()
                    .write(("HEAD / HTTP/1.1\r\nHost: " + server + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return HttpHead.read(secure.getInputStream()).date();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
