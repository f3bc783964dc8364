package org.benchconnect.engine.rfb;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.link.Egress;
import org.benchconnect.core.link.TlsClient;
import org.benchconnect.core.session.Enforcement;
import org.benchconnect.core.session.Lease;
import org.benchconnect.core.session.RemoteDesktop;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionView.Hindrance;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.engine.rfb.desktop.Desktops;
import org.benchconnect.engine.rfb.relay.JdkRelay;
import org.benchconnect.engine.rfb.relay.RelayTransport;
import org.benchconnect.teamviewerbridge.engine.Engine;
import org.benchconnect.teamviewerbridge.engine.EngineException;
import org.benchconnect.teamviewerbridge.engine.Visit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The engine {@code rfb}: every message in each direction is read here and asks its lease here. One visit at a time; the next may begin as soon as the
 * one before is cut. Its end ends the visit.
 */
@Component(
        service = {Engine.class, RemoteDesktop.class},
        configurationPid = "org.benchconnect.remote-support-open")
@Designate(ocd = RfbConfiguration.class)
public final class RfbEngine implements Engine, RemoteDesktop {
    /** The feature whose grant its leases are by. */
    static final String FEATURE = "org.benchconnect.remote-support-open";

    private static final int SECURE_PORT = 443;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Desktops desktops;
    private final RelayDoor door;
    private final Freezing freezing = new Freezing();
    private CompletableFuture<Void> before = CompletableFuture.completedFuture(null); // guarded by this
    private volatile @Nullable OpenWay way;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable DeviceIdentity identity;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable AgentStore store;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Egress egress;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable TlsClient tls;

    /** With the settings. */
    @Activate
    public RfbEngine(RfbConfiguration settings) {
        this.desktops = Desktops.of(
                settings.server(),
                settings.display(),
                Optional.of(settings.authority())
                        .filter(text -> !text.isBlank())
                        .map(Path::of),
                settings.geometry());
        this.door = this::open;
    }

    RfbEngine(Desktops desktops, RelayDoor door, DeviceIdentity identity, AgentStore store) {
        this.desktops = desktops;
        this.door = door;
        this.identity = identity;
        this.store = store;
    }

    /** The component runtime calls it: the visit does not outlive this component. */
    @Deactivate
    public void close() {
        OpenWay open = way;
        if (open != null) {
            open.end();
        }
    }

    @Override
    public String id() {
        return "rfb";
    }

    @Override
    public String feature() {
        return FEATURE;
    }

    @Override
    public Map<Privilege, Enforcement> enforcement() {
        return Map.of(
                Privilege.VIEW_SCREEN, Enforcement.ENFORCED_BY_AGENT,
                Privilege.CONTROL_INPUT, Enforcement.ENFORCED_BY_AGENT,
                Privilege.SHARE_CLIPBOARD, Enforcement.ENFORCED_BY_AGENT);
    }

    @Override
    public List<Hindrance> hindrances() {
        List<Hindrance> hindrances = new ArrayList<>(desktops.hindrances());
        if (identity == null) {
            hindrances.add(Hindrance.NO_KEYS);
        }
        return hindrances;
    }

    @Override
    public synchronized Running begin(Visit visit) throws EngineException {
        DeviceIdentity keys = identity;
        if (keys == null
                || visit.relays().isEmpty()
                || visit.invitation().code().isEmpty()) {
            throw new EngineException("no keys of this PC, or no relay, or no code");
        }
        OpenWay old = way;
        if (old != null && !old.isCut()) {
            throw new EngineException("a visit runs already");
        }
        CompletableFuture<Void> ended = new CompletableFuture<>();
        OpenWay open = new OpenWay(
                visit,
                door,
                keys,
                agent(),
                new QueuedDesktop(desktops.next(), before),
                false,
                () -> ended.complete(null));
        before = CompletableFuture.allOf(before, ended);
        Freezing.OfVisit freeze = freezing.of(open::freeze);
        ended.thenRun(freeze::end);
        way = open;
        open.start();
        return new Frozen(open, freeze);
    }

    private UUID agent() throws EngineException {
        AgentStore from = store;
        if (from == null) {
            throw new EngineException("no database");
        }
        try {
            return from.agent();
        } catch (StoreException e) {
            throw new EngineException("no database", e);
        }
    }

    private RelayTransport open(URI relay) throws IOException {
        Egress asked = egress;
        TlsClient client = tls;
        if (asked == null || client == null || !"wss".equals(relay.getScheme())) {
            throw new IOException("no connection is permitted now");
        }
        int port = relay.getPort() < 0 ? SECURE_PORT : relay.getPort();
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(client.context())
                .sslParameters(client.parameters());
        asked.requirePassage(relay.getHost(), port, PATIENCE).applyTo(builder);
        return JdkRelay.connect(builder.build(), relay);
    }

    @Override
    public Reach reach() {
        OpenWay open = way;
        return open != null && open.isVisited() ? Reach.ENFORCED : Reach.NOBODY;
    }

    @Override
    public Hold hold() {
        return freezing.hold();
    }

    /** The visit as the rules have it: their freeze is one of several, and nothing to another visit. */
    private static final class Frozen implements Running {
        private final OpenWay open;
        private final Freezing.OfVisit freeze;

        Frozen(OpenWay open, Freezing.OfVisit freeze) {
            this.open = open;
            this.freeze = freeze;
        }

        @Override
        public void given(Lease lease) {
            open.given(lease);
        }

        @Override
        public void refused(Privilege privilege) {
            open.refused(privilege);
        }

        @Override
        public void freeze(boolean frozen) {
            freeze.ask(frozen);
        }

        @Override
        public void cut() {
            open.cut();
        }

        @Override
        public void cut(SessionEnd why) {
            open.cut(why);
        }
    }
}
