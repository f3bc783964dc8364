package org.benchconnect.cli.doctor;

import java.io.IOException;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.benchconnect.core.link.TlsClient;

/** TLS as the agent does it, with the same checks. */
final class Handshake {
    /** How our checks say what is wrong with a certificate. */
    private static final Pattern FLAW = Pattern.compile("certificate refused, ([A-Z_]{1,40}):");

    private Handshake() {}

    /** A secure connection on an open one, to a server whose certificate is right. */
    static SSLSocket on(Socket open, String host, TlsClient tls, Limits limits) throws BlockedException {
        Guard guard = new Guard(open, limits);
        try (guard) {
            SSLSocket socket =
                    (SSLSocket) tls.context().getSocketFactory().createSocket(open, host, open.getPort(), true);
            socket.setSSLParameters(tls.parameters());
            socket.startHandshake();
            return socket;
        } catch (IOException e) {
            Guard.quietly(open);
            throw new BlockedException(guard.isLate() ? Cause.TLS_SILENT : cause(e), said(e));
        }
    }

    private static Cause cause(IOException thrown) {
        Optional<String> flaw = flaw(thrown);
        if (flaw.isPresent()) {
            return ofCertificate(flaw.get());
        }
        String message = String.valueOf(thrown.getMessage());
        if (!(thrown instanceof SSLException) || message.contains("terminated") || message.contains("reset")) {
            return Cause.TLS_CUT;
        }
        return message.contains("unrecognized SSL message") || message.contains("plaintext")
                ? Cause.NOT_TLS
                : Cause.TLS_NOT_AGREED;
    }

    private static Map<String, String> said(IOException thrown) {
        return flaw(thrown).map(flaw -> Map.of("flaw", flaw)).orElseGet(Map::of);
    }

    private static Optional<String> flaw(IOException thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof CertificateException) {
                Matcher said = FLAW.matcher(String.valueOf(each.getMessage()));
                return Optional.of(said.find() ? said.group(1) : "OTHER");
            }
        }
        return Optional.empty();
    }

    /** A certificate that is not valid yet: no server has one, but many PCs have a clock that is behind. */
    private static Cause ofCertificate(String flaw) {
        return switch (flaw) {
            case "NO_ANCHORS" -> Cause.ANCHORS_MISSING;
            case "UNTRUSTED" -> Cause.TLS_INSPECTED;
            case "EXPIRED" -> Cause.CERTIFICATE_EXPIRED;
            case "NOT_YET_VALID" -> Cause.CLOCK_WRONG;
            case "WRONG_HOST" -> Cause.CERTIFICATE_WRONG_HOST;
            case "REVOKED" -> Cause.CERTIFICATE_REVOKED;
            default -> Cause.CERTIFICATE_REFUSED;
        };
    }
}
