package org.benchconnect.upgrade.feature;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.benchconnect.core.link.TlsClient;

/** For a folder or a zip file, which need none: whoever asks it for a connection gets none. */
enum NoTls implements TlsClient {
    /** The only one. */
    INSTANCE;

    @Override
    public SSLContext context() {
        throw new IllegalStateException("a folder or a zip file needs no connection");
    }

    @Override
    public SSLParameters parameters() {
        throw new IllegalStateException("a folder or a zip file needs no connection");
    }
}
