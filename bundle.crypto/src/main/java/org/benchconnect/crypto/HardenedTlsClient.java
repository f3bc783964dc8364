package org.benchconnect.crypto;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.benchconnect.core.link.TlsClient;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.status.StatusSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TLS 1.3 and 1.2 with ECDHE and AEAD only, trusting the authorities of one PEM file. Without that file, or with a
 * broken one, it trusts nobody. A new configuration makes a new one; the file is read once.
 */
@Component(
        service = {TlsClient.class, StatusSource.class},
        configurationPid = "org.benchconnect.tls")
@Designate(ocd = HardenedTlsClient.Configuration.class)
public final class HardenedTlsClient implements TlsClient, StatusSource {
    private static final Logger LOG = LoggerFactory.getLogger(HardenedTlsClient.class);

    /** Section {@code tls}. */
    @ObjectClassDefinition(name = "TLS", description = "Whom this agent trusts when it connects to the service side.")
    public @interface Configuration {
        /** Whose certificates count. */
        @AttributeDefinition(
                name = "Trust anchors",
                description =
                        "Path of a PEM file with the certificates of the trusted authorities, absolute or relative to"
                                + " the home folder; empty: nobody is trusted, never the list of the Java runtime.")
        String trust_anchors() default "";
    }

    /** What is reported. */
    enum Subject {
        TLS_READY,
        TLS_NO_ANCHORS,
        TLS_ANCHORS_UNREADABLE,
        TLS_ANCHOR_EXPIRED
    }

    /** With what facts. */
    enum Name implements FactName {
        ANCHORS,
        EXPIRY_DAYS
    }

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final String[] SUITES = {
        "TLS_AES_256_GCM_SHA384",
        "TLS_AES_128_GCM_SHA256",
        "TLS_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"
    };

    private final Clock clock;
    private final boolean unreadable;
    private final TrustAnchors anchors;
    private final SSLContext context;

    /** Reads the anchors. */
    @Activate
    public HardenedTlsClient(Configuration configuration, BundleContext bundle) {
        this(
                Path.of(Optional.ofNullable(bundle.getProperty(Platform.HOME)).orElse("")),
                configuration.trust_anchors(),
                Clock.systemUTC());
    }

    /**
     * The same on a plain class path.
     *
     * @param home against which a relative path is resolved
     * @param file path of the PEM file, or empty
     * @param clock for the report
     */
    public HardenedTlsClient(Path home, String file, Clock clock) {
        this.clock = clock;
        Optional<TrustAnchors> read = anchors(home, file.strip());
        this.unreadable = read.isEmpty();
        this.anchors = read.orElseGet(TrustAnchors::none);
        this.context = context(new StrictTrust(anchors, HardenedTlsClient::log));
    }

    /** Empty if they cannot be read, which is not the same as none. */
    private static Optional<TrustAnchors> anchors(Path home, String file) {
        if (file.isEmpty()) {
            return Optional.of(TrustAnchors.none());
        }
        try {
            return Optional.of(TrustAnchors.read(home.resolve(file)));
        } catch (IOException | InvalidPathException | CertificateException e) {
            LOG.error(
                    "Nobody is trusted: the file of trust-anchors, section tls, cannot be used ({}). It must be a readable"
                            + " PEM file with at least one certificate and nothing else.",
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static SSLContext context(StrictTrust trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no TLS", e);
        }
    }

    private static void log(Flaw flaw) {
        LOG.warn("Not connected: the server's certificate was refused, {}: {}.", flaw, flaw.remedy());
    }

    @Override
    public SSLContext context() {
        return context;
    }

    @Override
    public SSLParameters parameters() {
        SSLParameters parameters = new SSLParameters(SUITES.clone(), PROTOCOLS.clone());
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setAlgorithmConstraints(new NoBrokenDigests());
        return parameters;
    }

    @Override
    public Status status() {
        Facts count = Facts.none().with(Name.ANCHORS, anchors.certificates().size());
        Optional<Instant> expiry = anchors.nextExpiry();
        if (expiry.isEmpty()) {
            return new Status(unreadable ? Subject.TLS_ANCHORS_UNREADABLE : Subject.TLS_NO_ANCHORS, count);
        }
        Duration left = Duration.between(clock.instant(), expiry.get());
        return new Status(
                left.isNegative() ? Subject.TLS_ANCHOR_EXPIRED : Subject.TLS_READY,
                count.with(Name.EXPIRY_DAYS, left.toDays()));
    }
}
