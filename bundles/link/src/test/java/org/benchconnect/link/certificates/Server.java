package org.benchconnect.link.certificates;

import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * A server's keys, and what it sends.
 *
 * @param keys of the first certificate
 * @param chain its certificate first
 */
record Server(KeyPair keys, List<X509CertificateHolder> chain) {
    /** Sends no more than its own certificate. */
    Server alone() {
        return new Server(keys, chain.subList(0, 1));
    }

    Server sending(X509CertificateHolder another) {
        List<X509CertificateHolder> more = new ArrayList<>(chain);
        more.add(another);
        return new Server(keys, List.copyOf(more));
    }

    X509CertificateHolder certificate() {
        return chain.get(0);
    }

    void write(Path chainFile, Path keyFile) {
        PemFile.write(
                chainFile, "CERTIFICATE", chain.stream().map(Authority::encoded).toList());
        PemFile.write(keyFile, "PRIVATE KEY", List.of(keys.getPrivate().getEncoded()));
    }
}
