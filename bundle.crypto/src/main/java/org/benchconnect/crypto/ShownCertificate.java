package org.benchconnect.crypto;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.benchconnect.core.link.ClientCertificate;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This PC's certificate and key, as TLS asks for them. Files are read again at each {@link #look}, so that a renewed certificate counts from the next connection on.
 * Nothing is shown that is not valid now and for the key. Safe for any thread.
 */
final class ShownCertificate extends X509ExtendedKeyManager {
    /** Before its end an administrator is told. */
    private static final Duration SOON = Duration.ofDays(30);

    private static final String ALIAS = "device";
    private static final Logger LOG = LoggerFactory.getLogger(HardenedTlsClient.class);

    private final Place place;
    private final Clock clock;
    private volatile @Nullable Pair pair;
    /** Of the chain in the file as it was last read, whether it can be shown or not. */
    private volatile @Nullable Instant end;

    private @Nullable DeviceIdentity device;
    private ClientCertificate said = ClientCertificate.READY;

    private record Pair(ClientChain chain, PrivateKey key) {}

    /**
     * Which files.
     *
     * @param certificate PEM; empty: nothing is shown
     * @param key PKCS#8 in PEM; empty: the device's own key, sealed
     * @param name the common name to ask for with the device's own key
     */
    record Place(Optional<Path> certificate, Optional<Path> key, String name) {
        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

        static Place none() {
            return new Place(Optional.empty(), Optional.empty(), "");
        }

        static Place of(HardenedTlsClient.Configuration said, Path home) {
            return of(home, said.client_certificate(), said.client_key(), said.client_name());
        }

        /** A name or a path that is none becomes the home folder, which is no certificate. */
        static Place of(Path home, String certificate, String key, String name) {
            if (certificate.isBlank()) {
                return none();
            }
            boolean named = NAME.matcher(name.strip()).matches();
            return new Place(
                    Optional.of(path(home, named ? certificate : "")),
                    key.isBlank() ? Optional.empty() : Optional.of(path(home, key)),
                    name.strip());
        }

        private static Path path(Path home, String file) {
            try {
                return home.resolve(file.strip());
            } catch (InvalidPathException e) {
                return home;
            }
        }
    }

    ShownCertificate(Place place, Clock clock) {
        this.place = place;
        this.clock = clock;
    }

    /** The device's keys are open. */
    synchronized void keysCame(DeviceIdentity now) {
        device = now;
        look();
    }

    /** These are going; others may have taken their place already. */
    synchronized void keysWent(DeviceIdentity gone) {
        if (device == gone) {
            device = null;
            look();
        }
    }

    /** Reads the files, and says how it stands. */
    synchronized ClientCertificate look() {
        if (place.certificate().isEmpty()) {
            return ClientCertificate.NONE;
        }
        ClientCertificate now = read(place.certificate().get());
        if (!now.mayConnect()) {
            pair = null;
        }
        if (now != said) {
            said = now;
            if (now.mayConnect()) {
                LOG.info("The client certificate for the broker is {}", now);
            } else {
                LOG.warn("Nothing connects to the broker: the client certificate is {} (settings, section tls)", now);
            }
        }
        return now;
    }

    private ClientCertificate read(Path certificate) {
        end = null;
        if (Files.isDirectory(certificate)) {
            return ClientCertificate.UNREADABLE;
        }
        DeviceIdentity opener = device;
        if (place.key().isEmpty() && opener == null) {
            return ClientCertificate.KEYS_NOT_THERE;
        }
        PrivateKey key;
        try {
            key = place.key().isPresent() || opener == null
                    ? ClientKeyFile.read(place.key().orElseThrow())
                    : new SealedClientKey(certificate, place.name()).open(opener);
        } catch (ClientKeyFile.NotPrivateException e) {
            return ClientCertificate.KEY_NOT_PRIVATE;
        } catch (IOException | GeneralSecurityException e) {
            return ClientCertificate.KEY_UNREADABLE;
        }
        if (place.key().isEmpty() && Files.notExists(certificate)) {
            return ClientCertificate.NOT_ISSUED;
        }
        ClientChain chain;
        try {
            chain = ClientChain.read(certificate);
        } catch (IOException | GeneralSecurityException e) {
            return ClientCertificate.UNREADABLE;
        }
        end = chain.ends();
        if (!chain.isFor(key)) {
            return ClientCertificate.NOT_MATCHING;
        }
        Instant now = clock.instant();
        if (now.isBefore(chain.begins())) {
            return ClientCertificate.NOT_YET_VALID;
        }
        if (!now.isBefore(chain.ends())) {
            return ClientCertificate.EXPIRED;
        }
        pair = new Pair(chain, key);
        return now.plus(SOON).isBefore(chain.ends()) ? ClientCertificate.READY : ClientCertificate.EXPIRING;
    }

    /** When what the last {@link #look} read ends or ended; empty if it read none. */
    Optional<Instant> end() {
        return Optional.ofNullable(end);
    }

    /** Days until it ends; negative once it has; empty if none can be shown. */
    Optional<Long> days() {
        Pair shown = pair;
        return shown == null
                ? Optional.empty()
                : Optional.of(
                        Duration.between(clock.instant(), shown.chain().ends()).toDays());
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
            String[] kinds, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        Pair shown = pair;
        return shown != null && Arrays.asList(kinds).contains(shown.key().getAlgorithm()) ? ALIAS : null;
    }

    @Override
    public @Nullable String chooseClientAlias(String[] kinds, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return chooseEngineClientAlias(kinds, issuers, null);
    }

    @Override
    public String @Nullable [] getClientAliases(String kind, Principal @Nullable [] issuers) {
        String alias = chooseEngineClientAlias(new String[] {kind}, issuers, null);
        return alias == null ? null : new String[] {alias};
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        Pair shown = pair;
        return shown == null ? null : shown.chain().certificates().toArray(X509Certificate[]::new);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        Pair shown = pair;
        return shown == null ? null : shown.key();
    }

    /** This is a client. */
    @Override
    public String @Nullable [] getServerAliases(String kind, Principal @Nullable [] issuers) {
        return null;
    }

    /** This is a client. */
    @Override
    public @Nullable String chooseServerAlias(String kind, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
