package org.benchconnect.desk.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.crypto.testing.TestServer;

/** A real relay on a free port of this machine, and what a client needs to trust it. */
record RunningRelay(Relay relay, SSLContext clients) implements AutoCloseable {
    static final String VIEWER = "https://viewer.example";
    static final String AGENT = "0b9aa1c2-95dc-4d0e-8d4b-3ab1b2f11c02";

    private static final TestAuthority AUTHORITY = TestAuthority.root("Relay test root");
    private static final TestServer SERVER = AUTHORITY.server().issue();

    /** Longer than a machine stands still. */
    private static final Duration LONG = Duration.ofMinutes(10);

    /** Limits of addresses out of the way, and time enough for a first message. */
    static final RelayLimits RELAXED = new RelayLimits(
            100_000,
            100_000,
            RelayLimits.SHIPPED.sockets(),
            LONG,
            LONG,
            RelayLimits.SHIPPED.ping(),
            LONG,
            RelayLimits.SHIPPED.session());

    static RunningRelay with(RelayLimits limits, byte[] list) throws IOException {
        return with(limits, () -> list);
    }

    static RunningRelay with(RelayLimits limits, ListSource list) throws IOException {
        Relay relay = Relay.start(new RelaySettings(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                SERVER.context(),
                Set.of(VIEWER),
                list,
                limits));
        return new RunningRelay(relay, trusting());
    }

    static RelayLimits times(Duration first, Duration waiting, Duration ping, Duration silence) {
        return new RelayLimits(
                RELAXED.socketsPerAddress(),
                RELAXED.joinsPerMinute(),
                RELAXED.sockets(),
                first,
                waiting,
                ping,
                silence,
                RELAXED.session());
    }

    private static SSLContext trusting() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("root", AUTHORITY.certificate());
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        relay.close();
    }
}
