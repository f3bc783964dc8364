package org.benchconnect.link.transport;

import java.security.KeyManagementException;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** The TLS of another context, whose engines count what the server says while an {@link Attempt} is not open. */
final class BoundedTls extends SSLContext {
    private final Spi spi;

    private BoundedTls(Spi spi, SSLContext real) {
        super(spi, real.getProvider(), real.getProtocol());
        this.spi = spi;
    }

    static BoundedTls of(SSLContext real) {
        return new BoundedTls(new Spi(real), real);
    }

    /** Engines made from now on belong to a new attempt. */
    Attempt begin() {
        Attempt next = new Attempt();
        spi.current = next;
        return next;
    }

    private static final class Spi extends SSLContextSpi {
        private final SSLContext real;
        private volatile Attempt current = new Attempt();

        Spi(SSLContext real) {
            this.real = real;
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            return new BoundedEngine(real.createSSLEngine(), current);
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            return new BoundedEngine(real.createSSLEngine(host, port), current);
        }

        @Override
        protected void engineInit(
                KeyManager @Nullable [] keys, TrustManager @Nullable [] trust, @Nullable SecureRandom random)
                throws KeyManagementException {
            throw new KeyManagementException("the other context is initialised");
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            throw new UnsupportedOperationException("only engines are bounded");
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            throw new UnsupportedOperationException("only engines are bounded");
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            return real.getServerSessionContext();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            return real.getClientSessionContext();
        }

        @Override
        protected SSLParameters engineGetDefaultSSLParameters() {
            return real.getDefaultSSLParameters();
        }

        @Override
        protected SSLParameters engineGetSupportedSSLParameters() {
            return real.getSupportedSSLParameters();
        }
    }
}
