package org.benchconnect.crypto;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.benchconnect.core.link.ClientCertificate;
import org.benchconnect.core.link.TlsClient;
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

    private static final Pattern OF_PROFILE = Pattern.compile("profile:([a-z0-9][a-z0-9.-]{0,59}\\.pem)");

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
        this.context = TlsOffer.context(trust);
        this.brokerContext = TlsOffer.context(trust, shown);
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
        return TlsOffer.parameters();
    }

    @Override
    public Status status() {
        return TlsReport.of(anchors, lists, shown, clock.instant());
    }
}
