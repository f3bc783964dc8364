package org.benchconnect.crypto;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a server is trusted: the JDK's PKIX path and host check first, then {@link CertificateRules}
 * and {@link Revocation}. Never trusts
 * a client, and never a server whose host nobody checks. Safe for any thread.
 */
final class StrictTrust extends X509ExtendedTrustManager {
    private static final String CHECK_HOST = "HTTPS";

    private final X509ExtendedTrustManager pkix;
    private final CertificateRules rules;
    private final Revocation revocation;
    private final Clock clock;
    private final boolean anchored;
    private final Consumer<Flaw> refused;

    /**
     * Trust in some authorities.
     *
     * @param anchors the authorities
     * @param lists of what they revoked
     * @param clock for the lists
     * @param refused told of each refusal, on the thread of the handshake
     */
    StrictTrust(TrustAnchors anchors, RevocationLists lists, Clock clock, Consumer<Flaw> refused) {
        this.pkix = anchors.pathCheck();
        this.rules = new CertificateRules(anchors.certificates());
        this.revocation = new Revocation(anchors, lists);
        this.clock = clock;
        this.anchored = !anchors.certificates().isEmpty();
        this.refused = refused;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange, SSLEngine engine)
            throws CertificateException {
        check(
                chain,
                engine.getSSLParameters(),
                engine.getHandshakeSession(),
                () -> pkix.checkServerTrusted(chain, keyExchange, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange, Socket socket)
            throws CertificateException {
        SSLSocket tls = socket instanceof SSLSocket found ? found : null;
        SSLParameters parameters = tls == null ? null : tls.getSSLParameters();
        check(
                chain,
                parameters,
                tls == null ? null : tls.getHandshakeSession(),
                () -> pkix.checkServerTrusted(chain, keyExchange, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange) throws CertificateException {
        // Nothing here says which host was meant.
        throw refuse(new RefusedCertificateException(Flaw.HOST_UNCHECKED));
    }

    private void check(
            X509Certificate[] chain, @Nullable SSLParameters parameters, @Nullable SSLSession session, PathCheck path)
            throws CertificateException {
        try {
            if (!anchored) {
                throw new RefusedCertificateException(Flaw.NO_ANCHORS);
            }
            if (parameters == null || !CHECK_HOST.equals(parameters.getEndpointIdentificationAlgorithm())) {
                throw new RefusedCertificateException(Flaw.HOST_UNCHECKED);
            }
            rules.checkLength(chain);
            rules.checkKeys(chain);
            try {
                path.run();
            } catch (CertificateException e) {
                throw new RefusedCertificateException(PathFlaw.of(e), e);
            }
            rules.check(chain, session == null ? "" : String.valueOf(session.getPeerHost()));
            revocation.check(chain, stapled(session), clock.instant());
        } catch (RefusedCertificateException e) {
            throw refuse(e);
        }
    }

    private static List<byte[]> stapled(@Nullable SSLSession session) {
        return session instanceof ExtendedSSLSession extended ? extended.getStatusResponses() : List.of();
    }

    private RefusedCertificateException refuse(RefusedCertificateException refusal) {
        refused.accept(refusal.flaw());
        return refusal;
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange) throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange, Socket socket)
            throws CertificateException {
        throw new CertificateException("this is a client");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyExchange, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("this is a client");
    }

    /** The check of the JDK. */
    private interface PathCheck {
        void run() throws CertificateException;
    }
}
