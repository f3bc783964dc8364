package org.benchconnect.crypto;

import java.net.Socket;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a server is trusted: the JDK's PKIX path and host check first, then {@link CertificateRules}. Never trusts
 * a client, and never a server whose host nobody checks. Safe for any thread.
 */
final class StrictTrust extends X509ExtendedTrustManager {
    private static final String CHECK_HOST = "HTTPS";

    private final X509ExtendedTrustManager pkix;
    private final CertificateRules rules;
    private final boolean anchored;
    private final Consumer<Flaw> refused;

    /**
     * Trust in some authorities.
     *
     * @param anchors the authorities
     * @param refused told of each refusal, on the thread of the handshake
     */
    StrictTrust(TrustAnchors anchors, Consumer<Flaw> refused) {
        this.pkix = anchors.pathCheck();
        this.rules = new CertificateRules(anchors.certificates());
        this.anchored = !anchors.certificates().isEmpty();
        this.refused = refused;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange, SSLEngine engine)
            throws CertificateException {
        check(chain, engine.getSSLParameters(), () -> pkix.checkServerTrusted(chain, keyExchange, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange, Socket socket)
            throws CertificateException {
        SSLParameters parameters = socket instanceof SSLSocket tls ? tls.getSSLParameters() : null;
        check(chain, parameters, () -> pkix.checkServerTrusted(chain, keyExchange, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyExchange) throws CertificateException {
        // Nothing here says which host was meant.
        throw refuse(new RefusedCertificateException(Flaw.HOST_UNCHECKED));
    }

    private void check(X509Certificate[] chain, @Nullable SSLParameters parameters, PathCheck path)
            throws CertificateException {
        try {
            if (!anchored) {
                throw new RefusedCertificateException(Flaw.NO_ANCHORS);
            }
            if (parameters == null || !CHECK_HOST.equals(parameters.getEndpointIdentificationAlgorithm())) {
                throw new RefusedCertificateException(Flaw.HOST_UNCHECKED);
            }
            rules.checkLength(chain);
            try {
                path.run();
            } catch (CertificateException e) {
                throw new RefusedCertificateException(flaw(e), e);
            }
            rules.check(chain);
        } catch (RefusedCertificateException e) {
            throw refuse(e);
        }
    }

    private RefusedCertificateException refuse(RefusedCertificateException refusal) {
        refused.accept(refusal.flaw());
        return refusal;
    }

    /** The JDK's reasons in our words. What has no cause comes from its host check, the last one it does. */
    private static Flaw flaw(CertificateException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return Flaw.EXPIRED;
            } else if (cause instanceof CertificateNotYetValidException) {
                return Flaw.NOT_YET_VALID;
            } else if (cause instanceof CertPathValidatorException path && path.getReason() == BasicReason.EXPIRED) {
                return Flaw.EXPIRED;
            } else if (cause instanceof CertPathValidatorException path
                    && path.getReason() == BasicReason.NOT_YET_VALID) {
                return Flaw.NOT_YET_VALID;
            } else if (cause instanceof CertPathValidatorException path
                    && path.getReason() == BasicReason.ALGORITHM_CONSTRAINED) {
                return Flaw.WEAK_SIGNATURE;
            } else if (cause instanceof CertPathBuilderException) {
                return Flaw.UNTRUSTED;
            }
        }
        if (String.valueOf(thrown.getMessage()).startsWith("Extended key usage")) {
            return Flaw.WRONG_PURPOSE;
        }
        return thrown.getCause() == null ? Flaw.WRONG_HOST : Flaw.UNTRUSTED;
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
