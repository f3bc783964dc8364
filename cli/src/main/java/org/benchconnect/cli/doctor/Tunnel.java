package org.benchconnect.cli.doctor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.benchconnect.link.egress.HostPort;
import org.benchconnect.link.egress.ProxyAnswer;
import org.benchconnect.link.egress.ProxyAnswer.Scheme;
import org.jspecify.annotations.Nullable;

/** Asks a proxy for a tunnel (RFC 9110, 9.3.6). A password goes only to a proxy that asked for one by Basic, on a second connection. */
final class Tunnel {
    private Tunnel() {}

    /**
     * Asks.
     *
     * @param password in UTF-8 with a user, or null to ask without
     * @return what it answered
     * @throws BlockedException if there is no proxy
     */
    static ProxyAnswer ask(Socket socket, HostPort target, @Nullable Basic password, Limits limits)
            throws BlockedException {
        try (Guard guard = new Guard(socket, limits)) {
            socket.getOutputStream().write(request(target, password));
            return ProxyAnswer.of(HttpHead.read(socket.getInputStream()).bytes())
                    .orElseThrow(() -> new BlockedException(Cause.NOT_A_PROXY, Map.of()));
        } catch (IOException e) {
            throw new BlockedException(Cause.NOT_A_PROXY, Map.of());
        }
    }

    private static byte[] request(HostPort target, @Nullable Basic login) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(
                ("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n").getBytes(StandardCharsets.US_ASCII));
        if (login != null) {
            request.writeBytes("Proxy-Authorization: Basic ".getBytes(StandardCharsets.US_ASCII));
            request.writeBytes(login.encoded());
            request.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        request.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return request.toByteArray();
    }

    /** What a proxy that refused wants. */
    static BlockedException refusal(ProxyAnswer answer, boolean signedIn, HostPort proxy, HostPort target) {
        Map<String, String> local = ExemptionLetter.local(answer, proxy, target);
        if (answer.status() != ProxyAnswer.LOGIN_WANTED) {
            boolean beyond = answer.status() >= 500;
            return new BlockedException(beyond ? Cause.PROXY_CANNOT_REACH : Cause.PROXY_REFUSES, local);
        }
        return new BlockedException(wanted(answer.schemes(), signedIn), local);
    }

    private static Cause wanted(Set<Scheme> schemes, boolean signedIn) {
        if (schemes.contains(Scheme.BASIC)) {
            return signedIn ? Cause.PROXY_PASSWORD_REFUSED : Cause.PROXY_WANTS_PASSWORD;
        }
        if (schemes.contains(Scheme.NTLM)) {
            return Cause.PROXY_WANTS_NTLM;
        }
        if (schemes.contains(Scheme.NEGOTIATE)) {
            return Cause.PROXY_WANTS_KERBEROS;
        }
        return schemes.contains(Scheme.DIGEST) ? Cause.PROXY_WANTS_DIGEST : Cause.PROXY_WANTS_OTHER;
    }

    /**
     * User and password for Basic (RFC 7617). Overwritten by {@link #close}.
     *
     * @param encoded user, colon and password, in Base64
     */
    record Basic(byte[] encoded) implements AutoCloseable {
        static Basic of(Login login) {
            byte[] password = login.reveal();
            byte[] user = (login.user() + ":").getBytes(StandardCharsets.UTF_8);
            byte[] both = Arrays.copyOf(user, user.length + password.length);
            System.arraycopy(password, 0, both, user.length, password.length);
            Arrays.fill(password, (byte) 0);
            try {
                return new Basic(Base64.getEncoder().encode(both));
            } finally {
                Arrays.fill(both, (byte) 0);
            }
        }

        @Override
        public void close() {
            Arrays.fill(encoded, (byte) 0);
        }

        @Override
        public String toString() {
            return "Basic";
        }
    }
}
