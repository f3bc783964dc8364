package org.benchconnect.crypto;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.benchconnect.core.link.ClientCertificate;
import org.benchconnect.core.link.TlsClient;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.status.StatusSource;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TLS 1.3 and 1.2 with ECDHE and AEAD only, trusting the authorities of one PEM file. Without that file, or with a
 * broken one, it trusts nobody. Revocation is known from OCSP responses that servers staple and from the lists of a second file,
 * never fetched. A new configuration makes a new one; the files are read once.
 */
@Component(
        service = {TlsClient.class, StatusSource.class},
        configurationPid = "org.benchconnect.tls")
@Designate(ocd = HardenedTlsClient.Configuration.class)
public final class HardenedTlsClient implements TlsClient, StatusSource {
    private static final Logger LOG = LoggerFactory.getLogger(HardenedTlsClient.class);

    /** Section {@code tls}. */
    @ObjectClassDefinition(
            name = "TLS",
            description = "Whom this agent trusts when it connects to the service side, and what it shows there.")
    public @interface Configuration {
        /** Whose certificates count. */
        @AttributeDefinition(
                name = "Trust anchors",
                description =
                        "Path of a PEM file with the certificates of the trusted authorities, absolute or relative to"
                                + " the home folder, or profile: and the name of a file in the folder profiles of the"
                                + " installation, which only an administrator can write; empty: nobody is trusted, never"
                                + " the list of the Java runtime.")
        String trust_anchors() default "";

        /** What they took back. */
        @AttributeDefinition(
                name = "Revocation lists",
                description =
                        "Path of a file with certificate revocation lists (PEM, or one in DER; at most 2 MiB), absolute or"
                                + " relative to the home folder; empty: none. With it, a server is refused unless each"
                                + " certificate of its chain is found not revoked in the current list of its authority, or, for"
                                + " the server's own, in an OCSP response that the server sends along. Nothing is ever"
                                + " fetched.")
        String revocation_lists() default "";

        /** What this PC shows. */
        @AttributeDefinition(
                name = "Client certificate",
                description =
                        "Path of a PEM file with this PC's certificate for the broker and those of the authorities above it (at"
                                + " most 5, 64 KiB), absolute or relative to the home folder, read again at each connection; empty:"
                                + " none. It is shown to the service side's broker alone. With one that cannot be shown, or has"
                                + " expired, nothing connects to the broker.")
        String client_certificate() default "";

        /** With which key. */
        @AttributeDefinition(
                name = "Client key",
                description =
                        "Path of a PEM file with the certificate's private key (PKCS#8, not encrypted; RSA of 2048 or EC of 256"
                                + " bits or more), absolute or relative to the home folder, that only the agent's account may read;"
                                + " empty: a key that this device makes and seals itself, with a request for a certificate beside"
                                + " the certificate's file, its name with .request behind it.")
        String client_key() default "";

        /** For the request. */
        @AttributeDefinition(
                name = "Client name",
                description =
                        "Common name in the request for a certificate for the device's own key: 1 to 64 letters, digits, dots,"
                                + " hyphens, underscores; for Azure IoT Hub the id of the device.")
        String client_name() default "benchconnect-agent";
    }

    /** What is reported. */
    enum Subject {
        TLS_READY,
        TLS_NO_ANCHORS,
        TLS_ANCHORS_UNREADABLE,
        TLS_ANCHOR_EXPIRED,
        TLS_LISTS_UNREADABLE,
        TLS_LIST_EXPIRED,
        TLS_CLIENT_EXPIRING,
        TLS_CLIENT_KEYS_NOT_THERE,
        TLS_CLIENT_NOT_ISSUED,
        TLS_CLIENT_UNREADABLE,
        TLS_CLIENT_KEY_UNREADABLE,
        TLS_CLIENT_KEY_NOT_PRIVATE,
        TLS_CLIENT_NOT_MATCHING,
        TLS_CLIENT_NOT_YET_VALID,
        TLS_CLIENT_EXPIRED
    }

    /** With what facts. */
    enum Name implements FactName {
        ANCHORS,
        EXPIRY_DAYS
    }

    private static final Pattern OF_PROFILE = Pattern.compile("profile:([a-z0-9][a-z0-9.-]{0,59}\\.pem)");

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
    private final Optional<TrustAnchors> anchors;
    private final Optional<RevocationLists> lists;
    private final ShownCertificate shown;
    private final SSLContext context;
    private final SSLContext brokerContext;

    /** Reads the anchors. */
    @Activate
    public HardenedTlsClient(Configuration configuration, BundleContext bundle) {
        this(
                home(bundle),
                located(configuration.trust_anchors(), bundle.getProperty(Platform.INSTALLATION)),
                configuration.revocation_lists(),
                ShownCertificate.Place.of(configuration, home(bundle)),
                Clock.systemUTC());
    }

    private static Path home(BundleContext bundle) {
        return Path.of(Optional.ofNullable(bundle.getProperty(Platform.HOME)).orElse(""));
    }

    /**
     * Where the anchors lie. A name that could leave the folder stays as it is, which is no file.
     *
     * @param installation the installation folder, or null where nobody said which
     */
    static String located(String setting, @Nullable String installation) {
        Matcher named = OF_PROFILE.matcher(setting.strip());
        return named.matches() && installation != null
                ? Path.of(installation, "profiles", named.group(1)).toString()
                : setting;
    }

    /** The same on a plain class path, without revocation lists. */
    public HardenedTlsClient(Path home, String file, Clock clock) {
        this(home, file, "", clock);
    }

    /**
     * The same on a plain class path.
     *
     * @param home against which a relative path is resolved
     * @param file path of the PEM file with the anchors, or empty
     * @param revocationLists path of the file with the revocation lists, or empty
     * @param clock for the lists and the report
     */
    public HardenedTlsClient(Path home, String file, String revocationLists, Clock clock) {
        this(home, file, revocationLists, ShownCertificate.Place.none(), clock);
    }

    /**
     * The same with a certificate for the broker.
     *
     * @param certificate path of the PEM file with the client certificate, or empty
     * @param key path of the PEM file with its key, or empty for the device's own
     */
    public static HardenedTlsClient showing(Path home, String file, String certificate, String key, Clock clock) {
        return new HardenedTlsClient(
                home, file, "", ShownCertificate.Place.of(home, certificate, key, "benchconnect-agent"), clock);
    }

    private HardenedTlsClient(
            Path home, String file, String revocationLists, ShownCertificate.Place place, Clock clock) {
        this.clock = clock;
        this.shown = new ShownCertificate(place, clock);
        this.anchors = TrustFile.TRUST_ANCHORS.read(home, file, TrustAnchors.none(), TrustAnchors::read);
        this.lists =
                TrustFile.REVOCATION_LISTS.read(home, revocationLists, RevocationLists.none(), RevocationLists::read);
        // A file that was named and cannot be used is not the same as none.
        TrustAnchors trusted = lists.isPresent() ? anchors.orElseGet(TrustAnchors::none) : TrustAnchors.none();
        StrictTrust trust =
                new StrictTrust(trusted, lists.orElseGet(RevocationLists::none), clock, HardenedTlsClient::log);
        this.context = context(trust);
        this.brokerContext = context(trust, shown);
    }

    /** The device's keys are open: its own key for the broker can be. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindIdentity(DeviceIdentity identity) {
        shown.keysCame(identity);
    }

    /** They are going. */
    public void unbindIdentity(DeviceIdentity identity) {
        shown.keysWent(identity);
    }

    private static SSLContext context(StrictTrust trust, KeyManager... keys) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            // An empty list of key managers shows nothing; null would be the JDK's default key store.
            context.init(keys, new TrustManager[] {trust}, null);
            // A resumed session shows no certificate: within this second only, so that each connection is decided anew.
            context.getClientSessionContext().setSessionTimeout(1);
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
    public SSLContext brokerContext() {
        return brokerContext;
    }

    @Override
    public ClientCertificate clientCertificate() {
        return shown.look();
    }

    @Override
    public SSLParameters parameters() {
        SSLParameters parameters = new SSLParameters(SUITES.clone(), PROTOCOLS.clone());
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setAlgorithmConstraints(new AllowedAlgorithms());
        return parameters;
    }

    @Override
    public Status status() {
        Set<X509Certificate> trusted = anchors.map(TrustAnchors::certificates).orElseGet(Set::of);
        Facts count = Facts.none().with(Name.ANCHORS, trusted.size());
        if (anchors.isEmpty()) {
            return new Status(Subject.TLS_ANCHORS_UNREADABLE, count);
        }
        if (lists.isEmpty()) {
            return new Status(Subject.TLS_LISTS_UNREADABLE, count);
        }
        Optional<Instant> expiry = anchors.get().nextExpiry();
        if (expiry.isEmpty()) {
            return new Status(Subject.TLS_NO_ANCHORS, count);
        }
        Duration left = Duration.between(clock.instant(), expiry.get());
        Facts facts = count.with(Name.EXPIRY_DAYS, left.toDays());
        if (left.isNegative()) {
            return new Status(Subject.TLS_ANCHOR_EXPIRED, facts);
        }
        boolean outdated =
                lists.get().nextExpiry().filter(clock.instant()::isAfter).isPresent();
        return outdated ? new Status(Subject.TLS_LIST_EXPIRED, facts) : withClientCertificate(count, facts);
    }

    private Status withClientCertificate(Facts count, Facts facts) {
        ClientCertificate certificate = shown.look();
        return switch (certificate) {
            case NONE, READY -> new Status(Subject.TLS_READY, facts);
            case EXPIRING ->
                new Status(
                        Subject.TLS_CLIENT_EXPIRING,
                        count.with(Name.EXPIRY_DAYS, shown.days().orElse(0L)));
            default -> new Status(Subject.valueOf("TLS_CLIENT_" + certificate), count);
        };
    }
}
