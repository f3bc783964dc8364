package org.benchconnect.host.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.benchconnect.host.reading.CertificateFile.Role;

/**
 * When certificates end: those in {@code identity} of the home folder, in {@code profiles} of the installation, and in the files that
 * the settings name. Only the date is read; whether they are trusted is decided elsewhere.
 */
final class CertificateFiles {
    private static final int MAX_BYTES = 1 << 20;

    private CertificateFiles() {}

    static List<CertificateFile> of(Places places) throws UnreadableException {
        List<CertificateFile> found = new ArrayList<>();
        found.addAll(inFolder(Role.DEVICE_CERTIFICATE, places.home().resolve("identity")));
        found.addAll(inFolder(Role.AUTHORITY_CERTIFICATE, places.installation().resolve("profiles")));
        int number = 1;
        for (Optional<Path> named : places.certificates()) {
            found.add(new CertificateFile(Role.NAMED_CERTIFICATE, number++, named.flatMap(CertificateFiles::expiry)));
        }
        return found;
    }

    private static List<CertificateFile> inFolder(Role role, Path folder) throws UnreadableException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<CertificateFile> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> certificates = files.filter(CertificateFiles::isOne)
                    .sorted(Comparator.naturalOrder())
                    .limit(Places.MAX_NAMED)
                    .toList();
            for (Path file : certificates) {
                Optional<Instant> expiry = expiry(file);
                if (expiry.isPresent()) { // a key may have the same ending
                    found.add(new CertificateFile(role, found.size() + 1, expiry));
                }
            }
        } catch (IOException e) {
            throw new UnreadableException("a folder with certificates cannot be read", e);
        }
        return found;
    }

    private static boolean isOne(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".crt") || name.endsWith(".cer") || name.endsWith(".pem");
    }

    /** When the first certificate of a file ends; empty if it is no file of certificates. */
    static Optional<Instant> expiry(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            return bytes.length > MAX_BYTES ? Optional.empty() : expiry(bytes);
        } catch (IOException | CertificateException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> expiry(byte[] bytes) throws CertificateException {
        Collection<? extends Certificate> certificates =
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes));
        return certificates.stream()
                .map(certificate ->
                        ((X509Certificate) certificate).getNotAfter().toInstant())
                .min(Comparator.naturalOrder());
    }
}
