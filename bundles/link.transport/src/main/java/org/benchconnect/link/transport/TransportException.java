package org.benchconnect.link.transport;

import java.io.IOException;
import java.net.http.WebSocketHandshakeException;
import java.security.cert.CertificateException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The connection could not be made, or broke. Its message is the reason's name: nothing that came over the wire. */
public final class TransportException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private static final Pattern ABOUT_OURS = Pattern.compile(
            "fatal alert: (bad_certificate|unsupported_certificate|certificate_(revoked|expired|unknown|required)|unknown_ca|access_denied)");

    private final Reason reason;

    /** What went wrong. */
    public enum Reason {
        /** No answer in time. */
        TIMEOUT,
        /** Nobody there: no such host, no route, connection refused. */
        UNREACHABLE,
        /** The server's certificate was refused. */
        CERTIFICATE,
        /** The server does not accept our certificate, or wants one. */
        CLIENT_CERTIFICATE,
        /** No TLS was agreed on: other versions, suites, groups or kinds of key, or no TLS at all. */
        TLS,
        /** The proxy wants other credentials, or does not let this connection through. */
        PROXY,
        /** The server does not speak MQTT over WebSocket at this address. */
        UPGRADE,
        /** The server sent what it may not send: text, or a packet that is too long. */
        PROTOCOL,
        /** The server, or the network, ended the connection. */
        CLOSED
    }

    TransportException(Reason reason, @Nullable Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    /** What went wrong. */
    public Reason reason() {
        return reason;
    }

    /** The reason of what the JDK's client threw while it connected. */
    static TransportException whileConnecting(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Attempt.EndlessAnswerException) {
                return new TransportException(Reason.UPGRADE, thrown);
            }
            if (cause instanceof SSLException && !(cause.getCause() instanceof Attempt.EndlessAnswerException)) {
                return new TransportException(ofTls(cause), thrown);
            }
            if (cause instanceof WebSocketHandshakeException refused) {
                boolean proxy = refused.getResponse() != null
                        && refused.getResponse().statusCode() == PROXY_AUTHENTICATION_REQUIRED;
                return new TransportException(proxy ? Reason.PROXY : Reason.UPGRADE, thrown);
            }
            if (isProxyRefusal(cause)) {
                return new TransportException(Reason.PROXY, thrown);
            }
        }
        return new TransportException(Reason.UNREACHABLE, thrown);
    }

    private static Reason ofTls(Throwable cause) {
        if (isOfCertificate(cause)) {
            return Reason.CERTIFICATE;
        }
        return isOurCertificateRefused(cause) ? Reason.CLIENT_CERTIFICATE : Reason.TLS;
    }

    /**
     * Whether the server said so in an alert about a certificate, which can only be ours (RFC 8446, 6.2); the JDK 17 tells alerts by this message alone. In TLS 1.2 a
     * server may say handshake_failure instead, which is also said for other reasons.
     */
    private static boolean isOurCertificateRefused(Throwable cause) {
        String message = cause.getMessage();
        return message != null && ABOUT_OURS.matcher(message).find();
    }

    private static boolean isOfCertificate(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }

    /** The JDK tells a proxy's refusal by these messages alone (AuthenticationFilter, Http1Exchange of JDK 17). */
    private static boolean isProxyRefusal(Throwable cause) {
        String message = cause.getMessage();
        return message != null
                && (message.startsWith("Tunnel failed")
                        || message.contains("authentication attempts")
                        || message.startsWith("No credentials provided")
                        || message.startsWith("Proxy Authentication"));
    }
}
