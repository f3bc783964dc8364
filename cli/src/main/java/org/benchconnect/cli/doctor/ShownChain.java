package org.benchconnect.cli.doctor;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Looks at the certificates that a server shows, and hangs up: this handshake never succeeds, and nothing is sent after it. */
final class ShownChain {
    private static final int LONGEST = 80;

    private ShownChain() {}

    /** What to say of the server's own certificate: {@code issuer}, {@code subject}, {@code from}, {@code until}; empty if none was seen. */
    static Map<String, String> on(Socket open, String host, SSLParameters parameters, Limits limits) {
        Refusing looking = new Refusing();
        try (Guard guard = new Guard(open, limits)) {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {looking}, null);
            try (SSLSocket socket =
                    (SSLSocket) context.getSocketFactory().createSocket(open, host, open.getPort(), true)) {
                socket.setSSLParameters(parameters);
                socket.startHandshake();
            }
        } catch (IOException | GeneralSecurityException e) {
            // As meant.
            return said(looking.seen);
        }
        return said(looking.seen);
    }

    private static Map<String, String> said(List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            return Map.of();
        }
        X509Certificate server = chain.get(0);
        return Map.of(
                "issuer", printable(server.getIssuerX500Principal().getName()),
                "subject", printable(server.getSubjectX500Principal().getName()),
                "from", day(server.getNotBefore().toInstant().toString()),
                "until", day(server.getNotAfter().toInstant().toString()));
    }

    private static String day(String instant) {
        return instant.substring(0, "2000-01-01".length());
    }

    /** A certificate is another's: what goes to a terminal or page is short, and nothing but letters, digits and a few signs. */
    static String printable(String name) {
        String clean = name.replaceAll("[^\\p{L}\\p{N} .,=+*@()_-]", "?");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "..." : clean;
    }

    /** Trusts nobody, and remembers whom. */
    private static final class Refusing extends X509ExtendedTrustManager {
        private volatile List<X509Certificate> seen = List.of();

        private CertificateException refuse(X509Certificate[] chain) {
            seen = List.of(chain);
            return new CertificateException("only looked at");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw refuse(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            throw refuse(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            throw refuse(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("this is a client");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            throw new CertificateException("this is a client");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("this is a client");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
