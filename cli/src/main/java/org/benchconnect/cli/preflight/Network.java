package org.benchconnect.cli.preflight;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javax.net.ssl.SSLSocket;
import org.benchconnect.cli.doctor.Approach;
import org.benchconnect.cli.doctor.BlockedException;
import org.benchconnect.cli.doctor.Cause;
import org.benchconnect.cli.doctor.Finding;
import org.benchconnect.cli.doctor.Hop;
import org.benchconnect.cli.doctor.Limits;
import org.benchconnect.cli.doctor.Words;
import org.benchconnect.cli.preflight.Item.State;
import org.benchconnect.cli.preflight.Item.Subject;
import org.benchconnect.core.link.EgressRefusedException;
import org.benchconnect.crypto.HardenedTlsClient;
import org.benchconnect.link.egress.HostPattern;
import org.benchconnect.link.egress.HostPort;
import org.benchconnect.link.egress.PermittedHosts;
import org.benchconnect.link.egress.Profile;

/** What the network says: each endpoint, the proxy, the clock, and how much gets out in ten seconds. */
final class Network {
    /** Suggested for remote sessions and upgrades; less only takes longer. */
    static final double SUGGESTED_MBIT = 6;

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final PreflightRequest request;
    private final Profile.Region region;
    private final PermittedHosts rule;
    private final HardenedTlsClient tls;
    private final Limits limits;
    private final Duration upload;
    private final Clock clock;
    private final Words doctor;
    private final List<Item> items = new ArrayList<>();
    private Optional<Instant> serversClock = Optional.empty();
    private boolean proxyAnswered;
    private Optional<Finding> proxyTrouble = Optional.empty();

    Network(PreflightRequest request, Profile profile, Profile.Region region, Path roots, Settings settings) {
        this.request = request;
        this.region = region;
        this.rule = PermittedHosts.of(profile, region, request.proxy());
        String file = profile.trustRoots().stream().findFirst().orElse("");
        this.tls = new HardenedTlsClient(roots, file, settings.clock());
        this.limits = settings.limits();
        this.upload = settings.upload();
        this.clock = settings.clock();
        this.doctor = Words.of(request.language());
    }

    /**
     * How it is done.
     *
     * @param limits of a probe
     * @param upload how long the measurement is
     * @param clock of this PC
     */
    record Settings(Limits limits, Duration upload, Clock clock) {}

    List<Item> look() {
        Set<HostPort> endpoints = new LinkedHashSet<>(request.hosts());
        for (HostPattern host : region.hosts()) {
            if (host.isWild()) {
                items.add(new Item(
                        Subject.ENDPOINT, State.NOT_TESTED, "endpoint.pattern", Map.of("host", host.toString())));
            } else {
                HostPort.of(host + ":" + PermittedHosts.SERVICE_PORT).ifPresent(endpoints::add);
            }
        }
        endpoints.forEach(this::endpoint);
        items.add(clock());
        items.add(proxy());
        items.add(bandwidth());
        return List.copyOf(items);
    }

    private boolean isPermitted(HostPort server) {
        try {
            rule.requireService(server.host().text(), server.port());
            if (request.proxy().isPresent()) {
                rule.requireProxy(
                        request.proxy().get().host().text(),
                        request.proxy().get().port());
            }
            return true;
        } catch (EgressRefusedException e) {
            return false;
        }
    }

    private void endpoint(HostPort server) {
        Map<String, String> said = Map.of("host", server.toString());
        if (!isPermitted(server)) {
            items.add(new Item(Subject.ENDPOINT, State.BAD, "endpoint.refused", said));
            return;
        }
        try (SSLSocket secure = open(server)) {
            items.add(new Item(Subject.ENDPOINT, State.GOOD, "endpoint.good", said));
            serversClock = serversClock.or(() -> Approach.date(secure, server, limits));
        } catch (BlockedException e) {
            items.add(blocked(server, e.finding()));
        } catch (IOException e) {
            // Only from closing.
            return;
        }
    }

    private SSLSocket open(HostPort server) throws BlockedException {
        return Approach.to(server, request.proxy(), rule.isProxyListed(), tls, limits, clock)
                .open(finding -> proxyAnswered |= finding.hop() == Hop.PROXY);
    }

    private Item blocked(HostPort server, Finding finding) {
        if (finding.hop() == Hop.PROXY) {
            proxyTrouble = Optional.of(finding);
        }
        if (finding.cause() == Cause.ANCHORS_MISSING) {
            return new Item(
                    Subject.ENDPOINT,
                    State.WARNING,
                    "endpoint.unchecked",
                    Map.of("host", server.toString(), "issuer", finding.local().getOrDefault("issuer", "-")));
        }
        return new Item(
                Subject.ENDPOINT,
                State.BAD,
                "endpoint.blocked",
                Map.of("host", server.toString(), "why", doctor.title(finding)),
                doctor.remedy(finding));
    }

    private Item clock() {
        if (serversClock.isEmpty()) {
            return new Item(Subject.CLOCK, State.NOT_TESTED, "clock.unknown", Map.of());
        }
        Duration off = Duration.between(serversClock.get(), clock.instant()).abs();
        Map<String, String> said = Map.of("seconds", Long.toString(off.toSeconds()));
        return off.compareTo(CLOCK_TOLERANCE) > 0
                ? new Item(Subject.CLOCK, State.BAD, "clock.wrong", said)
                : new Item(Subject.CLOCK, State.GOOD, "clock.good", said);
    }

    private Item proxy() {
        if (request.proxy().isEmpty()) {
            return new Item(Subject.PROXY, State.GOOD, "proxy.none", Map.of());
        }
        Map<String, String> said = Map.of("host", request.proxy().get().toString());
        if (proxyTrouble.isPresent()) {
            return new Item(
                    Subject.PROXY,
                    State.BAD,
                    "proxy.blocked",
                    Map.of("host", request.proxy().get().toString(), "why", doctor.title(proxyTrouble.get())),
                    doctor.remedy(proxyTrouble.get()));
        }
        return proxyAnswered
                ? new Item(Subject.PROXY, State.GOOD, "proxy.good", said)
                : new Item(Subject.PROXY, State.NOT_TESTED, "proxy.unknown", said);
    }

    /** Never more than a warning: less only takes longer. */
    private Item bandwidth() {
        URI address = request.upload();
        if (address == null) {
            return new Item(Subject.BANDWIDTH, State.NOT_TESTED, "bandwidth.none", Map.of());
        }
        int port = address.getPort() < 0 ? PermittedHosts.SERVICE_PORT : address.getPort();
        Optional<HostPort> server = HostPort.of(address.getHost() + ":" + port);
        if (server.isEmpty() || !isPermitted(server.get())) {
            return new Item(
                    Subject.BANDWIDTH, State.NOT_TESTED, "bandwidth.refused", Map.of("host", address.getHost()));
        }
        try (SSLSocket secure = open(server.get())) {
            OptionalDouble rate = new Upload(upload).measure(secure, address, server.get());
            if (rate.isEmpty()) {
                return new Item(Subject.BANDWIDTH, State.NOT_TESTED, "bandwidth.unknown", Map.of());
            }
            Map<String, String> said = Map.of("rate", String.format(Locale.ROOT, "%.1f", rate.getAsDouble()));
            return rate.getAsDouble() < SUGGESTED_MBIT
                    ? new Item(Subject.BANDWIDTH, State.WARNING, "bandwidth.low", said)
                    : new Item(Subject.BANDWIDTH, State.GOOD, "bandwidth.good", said);
        } catch (BlockedException | IOException e) {
            return new Item(Subject.BANDWIDTH, State.NOT_TESTED, "bandwidth.unknown", Map.of());
        }
    }
}
