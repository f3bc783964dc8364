package org.benchconnect.link.certificates;

import static org.benchconnect.link.certificates.Case.CARELESS;
import static org.benchconnect.link.certificates.Case.NO_SAFE_TLS;

import java.util.stream.Stream;

/** The certificate is right, and what the server can do is not enough. */
final class BadTls {
    private static final String ONLY_12 = "MaxProtocol = TLSv1.2";

    private BadTls() {}

    static Stream<Case> of(Authority below) {
        Server rsa = below.server().keys(Keys.rsa(2048)).server();
        return Stream.of(
                Case.of("TLS 1.0 only", NO_SAFE_TLS, rsa).tls(CARELESS, "MinProtocol = TLSv1", "MaxProtocol = TLSv1"),
                Case.of("TLS 1.1 only", NO_SAFE_TLS, rsa)
                        .tls(CARELESS, "MinProtocol = TLSv1.1", "MaxProtocol = TLSv1.1"),
                suite(rsa, "RSA key exchange with GCM", "AES256-GCM-SHA384"),
                suite(rsa, "RSA key exchange with CBC", "AES128-SHA256:AES128-SHA"),
                suite(rsa, "ECDHE with CBC", "ECDHE-RSA-AES256-SHA384:ECDHE-RSA-AES128-SHA"),
                suite(rsa, "DHE with GCM", "DHE-RSA-AES256-GCM-SHA384"),
                suite(rsa, "no encryption", "eNULL"),
                suite(rsa, "no authentication", "aNULL"),
                suite(rsa, "ECDHE with CAMELLIA and ARIA", "ECDHE-ARIA256-GCM-SHA384:ECDHE-RSA-CAMELLIA256-SHA384"),
                Case.of("TLS 1.2 that signs with SHA-1 only", NO_SAFE_TLS, rsa)
                        .tls(CARELESS, ONLY_12, "SignatureAlgorithms = RSA+SHA1"),
                Case.of("TLS 1.3 with CCM only", NO_SAFE_TLS, rsa)
                        .tls("MinProtocol = TLSv1.3", "Ciphersuites = TLS_AES_128_CCM_8_SHA256:TLS_AES_128_CCM_SHA256"),
                Case.of("TLS 1.3 in a finite field only", NO_SAFE_TLS, rsa)
                        .tls("MinProtocol = TLSv1.3", "Groups = ffdhe2048"),
                Case.of("TLS 1.2 on a weak curve only", NO_SAFE_TLS, rsa)
                        .tls(CARELESS, ONLY_12, "Groups = secp192r1:sect163k1"));
    }

    private static Case suite(Server server, String name, String suites) {
        return Case.of("TLS 1.2, " + name + " only", NO_SAFE_TLS, server)
                .tls("CipherString = " + suites + "@SECLEVEL=0", ONLY_12);
    }
}
