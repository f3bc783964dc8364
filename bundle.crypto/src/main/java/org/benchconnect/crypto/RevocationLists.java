package org.benchconnect.crypto;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRL;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The certificate revocation lists (RFC 5280, section 5) of a file. They are not verified yet: whether a list is its
 * authority's, and current, is decided with each path by {@link Revocation}.
 *
 * @param lists theirs; empty if revocation lists are not used
 */
record RevocationLists(Set<X509CRL> lists) {
    /** In bytes: about 50 000 revoked certificates, which take ten times this in memory. */
    private static final int MAX_FILE = 2 * 1024 * 1024;

    RevocationLists {
        lists = Set.copyOf(lists);
    }

    /** No list. */
    static RevocationLists none() {
        return new RevocationLists(Set.of());
    }

    /**
     * The lists of a file, PEM or one in DER.
     *
     * @throws IOException if it cannot be read
     * @throws CertificateException if it is anything but lists, has none, or one that never expires or has a weak signature
     */
    static RevocationLists read(Path file) throws IOException, CertificateException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_FILE + 1);
        }
        if (bytes.length > MAX_FILE) {
            throw new CertificateException("more than " + MAX_FILE + " bytes");
        }
        Set<X509CRL> found = new LinkedHashSet<>();
        try {
            for (CRL list : CertificateFactory.getInstance("X.509").generateCRLs(new ByteArrayInputStream(bytes))) {
                found.add(checked((X509CRL) list));
            }
        } catch (CRLException e) {
            throw new CertificateException("not a revocation list", e);
        }
        if (found.isEmpty()) {
            throw new CertificateException("no revocation list in it");
        }
        return new RevocationLists(found);
    }

    private static X509CRL checked(X509CRL list) throws CertificateException {
        if (list.getNextUpdate() == null) {
            throw new CertificateException("a revocation list that never expires");
        }
        if (Signatures.isWeak(list.getSigAlgName(), list.getSigAlgParams())) {
            throw new CertificateException("a revocation list with a weak signature");
        }
        return list;
    }

    /** When the first of them expires; empty if there is none. */
    Optional<Instant> nextExpiry() {
        return lists.stream().map(list -> list.getNextUpdate().toInstant()).min(Comparator.naturalOrder());
    }
}
