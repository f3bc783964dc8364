package org.benchconnect.upgrade.repository;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.upgrade.tuf.StrictJson;
import org.benchconnect.upgrade.tuf.StrictJsonException;

/**
 * Who may give this PC new code: the folder {@code vendor} of the installation, which only an administrator can write. It is
 * taken as it is; that this program cannot write it is the installer's promise.
 */
public final class VendorProfile {
    private static final int MAX_ROOT = 512_000;
    private static final int MAX_FILE = 1024 * 1024;
    private static final int MAX_LISTS = 64;
    private static final Set<String> KEYS = Set.of("organisation", "releases");

    private final byte[] rootOfTrust;
    private final List<X509Certificate> codeSigning;
    private final List<X509Certificate> timeStamping;
    private final List<X509CRL> revocations;
    private final String organisation;
    private final Optional<URI> releases;

    private VendorProfile(Path vendor) throws IOException, VendorProfileException {
        JsonObject profile = profile(file(vendor, "profile.json", MAX_FILE));
        this.organisation = organisation(profile);
        this.releases = releases(profile);
        this.rootOfTrust = file(vendor, "root.json", MAX_ROOT);
        this.codeSigning = certificates(vendor, "code-signing.pem");
        this.timeStamping = certificates(vendor, "time-stamping.pem");
        this.revocations = revocations(vendor.resolve("crl"));
    }

    /**
     * Reads it.
     *
     * @param installation the installation folder
     * @return empty if there is no folder {@code vendor}: then nothing can be installed
     * @throws VendorProfileException if the folder is there but not complete and right: then nothing can be installed either
     */
    public static Optional<VendorProfile> read(Path installation) throws VendorProfileException {
        Path vendor = installation.resolve("vendor");
        if (!Files.isDirectory(vendor)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new VendorProfile(vendor));
        } catch (IOException e) {
            throw new VendorProfileException(
                    "its files", "readable", e.getClass().getSimpleName());
        }
    }

    private static byte[] file(Path vendor, String name, int most) throws IOException, VendorProfileException {
        Optional<byte[]> bytes = BoundedFile.read(vendor.resolve(name), most);
        if (bytes.isEmpty()) {
            throw new VendorProfileException(name, "there", "missing");
        }
        return bytes.get();
    }

    private static JsonObject profile(byte[] bytes) throws VendorProfileException {
        try {
            JsonObject profile = StrictJson.parseObject(bytes);
            if (!KEYS.containsAll(profile.keySet())) {
                throw new VendorProfileException("profile.json", "of the keys " + KEYS, "with " + profile.keySet());
            }
            return profile;
        } catch (StrictJsonException e) {
            throw new VendorProfileException("profile.json", "JSON", "not: " + e.getMessage());
        }
    }

    private static Optional<String> text(JsonObject profile, String key) throws VendorProfileException {
        JsonElement value = profile.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof JsonPrimitive primitive
                && primitive.isString()
                && primitive.getAsString().strip().length() > 0
                && primitive.getAsString().length() <= 200) {
            return Optional.of(primitive.getAsString());
        }
        throw new VendorProfileException(key + " of profile.json", "a text of 1 to 200 characters", "something else");
    }

    private static String organisation(JsonObject profile) throws VendorProfileException {
        return text(profile, "organisation")
                .orElseThrow(() -> new VendorProfileException("organisation of profile.json", "there", "missing"));
    }

    private static Optional<URI> releases(JsonObject profile) throws VendorProfileException {
        Optional<String> address = text(profile, "releases");
        if (address.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ReleaseSources.address(address.get()));
        } catch (SourceAddressException e) {
            throw new VendorProfileException("releases of profile.json", e.expected(), Printable.of(e.found()));
        }
    }

    private static List<X509Certificate> certificates(Path vendor, String name)
            throws IOException, VendorProfileException {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            Collection<?> read = factory().generateCertificates(new ByteArrayInputStream(file(vendor, name, MAX_FILE)));
            read.forEach(each -> certificates.add((X509Certificate) each));
        } catch (CertificateException e) {
            throw new VendorProfileException(name, "certificates in PEM form", "unreadable");
        }
        if (certificates.isEmpty()) {
            throw new VendorProfileException(name, "at least one certificate", "none");
        }
        return List.copyOf(certificates);
    }

    private static List<X509CRL> revocations(Path folder) throws IOException, VendorProfileException {
        List<X509CRL> lists = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.pem")) {
            for (Path each : files) {
                String name = "crl/" + each.getFileName();
                Collection<?> read =
                        factory().generateCRLs(new ByteArrayInputStream(file(folder, name.substring(4), MAX_FILE)));
                if (read.isEmpty() || lists.size() + read.size() > MAX_LISTS) {
                    throw new VendorProfileException(name, "1 to " + MAX_LISTS + " revocation lists", "" + read.size());
                }
                read.forEach(list -> lists.add((X509CRL) list));
            }
        } catch (NoSuchFileException e) {
            return List.of(); // no list of the vendor's: nobody is revoked
        } catch (CRLException e) {
            throw new VendorProfileException("crl", "revocation lists in PEM form", "unreadable");
        }
        return List.copyOf(lists);
    }

    private static CertificateFactory factory() {
        try {
            return CertificateFactory.getInstance("X.509");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has X.509", e);
        }
    }

    /** The first root metadata, as it lies there. A copy. */
    public byte[] rootOfTrust() {
        return rootOfTrust.clone();
    }

    /** The authorities under which code is signed; at least one. */
    public List<X509Certificate> codeSigning() {
        return codeSigning;
    }

    /** The authorities under which time stamps are given; at least one. */
    public List<X509Certificate> timeStamping() {
        return timeStamping;
    }

    /** Lists of revoked certificates that an administrator or installer put there; may be empty. */
    public List<X509CRL> revocations() {
        return revocations;
    }

    /** Whose name the code-signing certificate must have, exactly. */
    public String organisation() {
        return organisation;
    }

    /** Where releases are published, with a slash at the end. */
    public Optional<URI> releases() {
        return releases;
    }

    /**
     * Whether a source may be asked: every folder and file of this PC, and of web servers the one of {@link #releases} alone
     * outgoing connections to the vendor's endpoints only).
     */
    public boolean permits(String source) {
        if (!source.toLowerCase(Locale.ROOT).startsWith("https:")) {
            return true;
        }
        try {
            URI asked = ReleaseSources.address(source);
            return releases.isPresent()
                    && asked.getHost().equalsIgnoreCase(releases.get().getHost())
                    && asked.getPort() == releases.get().getPort();
        } catch (SourceAddressException e) {
            return false;
        }
    }
}
