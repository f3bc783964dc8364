package org.benchconnect.teamviewerbridge.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.benchconnect.crypto.signature.KeyRefusedException;
import org.benchconnect.crypto.signature.Scheme;
import org.benchconnect.crypto.signature.VerificationKey;
import org.benchconnect.crypto.supporter.SupporterPolicy;
import org.benchconnect.launcher.storage.Storage;

/** Reads {@code support.json} and the certificates that it names, all of them in the installation folder. Links are not followed. */
public final class SupportFile {
    /** Its name in the installation folder. */
    public static final String NAME = "support.json";

    private static final int LONGEST_PEM = 64 * 1024;
    private static final int MOST_RELAYS = 4;
    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9][0-9 ()/.-]{2,38}");
    private static final Pattern REGION = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\\[[0-9a-fA-F:]+]");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int HTTPS = 443;

    private final Storage storage;
    private final Path installation;

    /** In this installation folder. */
    public SupportFile(Storage storage, Path installation) {
        this.storage = storage;
        this.installation = installation;
    }

    /**
     * What it says; empty if there is no such file.
     *
     * @throws SupportFileException if there is one that is not what it must be
     */
    public Optional<Support> read() throws SupportFileException {
        Optional<byte[]> bytes;
        try {
            bytes = storage.read(installation.resolve(NAME), SupportText.LONGEST);
        } catch (IOException e) {
            throw new SupportFileException("it cannot be read, or is too long, or is a link", e);
        }
        return bytes.isEmpty() ? Optional.empty() : Optional.of(support(SupportText.read(bytes.get())));
    }

    private Support support(SupportText said) throws SupportFileException {
        String telephone = required(said, "telephone", TELEPHONE);
        String region = required(said, "region", REGION);
        boolean none =
                !said.texts().containsKey("supporters-key") && said.lists().isEmpty();
        return new Support(telephone, region, none ? Optional.empty() : Optional.of(own(said, region)));
    }

    private Support.Own own(SupportText said, String region) throws SupportFileException {
        List<String> relays = said.lists().getOrDefault("relays", List.of());
        List<String> authorities = said.lists().getOrDefault("authorities", List.of());
        String key = said.texts().get("supporters-key");
        if (relays.isEmpty() || relays.size() > MOST_RELAYS || authorities.isEmpty() || key == null) {
            throw new SupportFileException(
                    "relays (1 to " + MOST_RELAYS + "), supporters-key and authorities are all there, or none of them");
        }
        List<URI> addresses = new ArrayList<>();
        for (String relay : relays) {
            addresses.add(relay(relay));
        }
        try {
            return new Support.Own(addresses, SupporterPolicy.of(key(key), certificates(authorities), region));
        } catch (IllegalArgumentException e) {
            throw new SupportFileException("authorities: " + e.getMessage(), e);
        }
    }

    private static String required(SupportText said, String name, Pattern form) throws SupportFileException {
        String text = said.texts().get(name);
        if (text == null || !form.matcher(text).matches()) {
            throw new SupportFileException(name + " is missing or has another form");
        }
        return text;
    }

    /** TLS alone, on the port that laboratories let out; on this PC, for a demonstration, on any. */
    private static URI relay(String text) throws SupportFileException {
        try {
            URI uri = new URI(text);
            String host = uri.getHost();
            boolean plain = "wss".equals(uri.getScheme())
                    && host != null
                    && HOST.matcher(host).matches()
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && (uri.getRawPath() == null || uri.getRawPath().isEmpty());
            if (plain && (uri.getPort() == -1 || uri.getPort() == HTTPS || LOOPBACK.contains(host))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new SupportFileException("relays: an address is wss://host", e);
        }
        throw new SupportFileException("relays: an address is wss://host, port 443");
    }

    private static VerificationKey key(String base64) throws SupportFileException {
        try {
            return VerificationKey.of(Scheme.ED25519, Base64.getDecoder().decode(base64));
        } catch (KeyRefusedException | IllegalArgumentException e) {
            throw new SupportFileException("supporters-key is not a public key of Ed25519, 32 bytes in Base64", e);
        }
    }

    private List<X509Certificate> certificates(List<String> names) throws SupportFileException {
        List<X509Certificate> all = new ArrayList<>();
        for (String name : names) {
            if (!PLAIN_NAME.matcher(name).matches()) {
                throw new SupportFileException("authorities: a name of a file in the installation folder, no path");
            }
            all.addAll(certificates(name));
        }
        return all;
    }

    private List<X509Certificate> certificates(String name) throws SupportFileException {
        try {
            byte[] pem = storage.read(installation.resolve(name), LONGEST_PEM)
                    .orElseThrow(() -> new SupportFileException("authorities: a file is missing"));
            List<X509Certificate> found = new ArrayList<>();
            for (Certificate one :
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem))) {
                found.add((X509Certificate) one);
            }
            if (found.isEmpty()) {
                throw new SupportFileException("authorities: a file has no certificate");
            }
            return found;
        } catch (IOException | CertificateException e) {
            throw new SupportFileException("authorities: a file cannot be read", e);
        }
    }
}
