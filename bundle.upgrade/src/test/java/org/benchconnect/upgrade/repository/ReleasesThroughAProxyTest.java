package org.benchconnect.upgrade.repository;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.benchconnect.core.link.Egress;
import org.benchconnect.core.link.EgressRefusedException;
import org.benchconnect.core.link.Passage;
import org.benchconnect.upgrade.tuf.ReleaseSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Releases come the way that everything comes: through the proxy of the settings, with its password. */
class ReleasesThroughAProxyTest extends HttpsTest {
    private static final byte[] BODY = {1, 2, 3};

    private final AskingProxy proxy = new AskingProxy("lab", "battery staple");
    private final AtomicReference<Passage> passage = new AtomicReference<>(Passage.direct());

    /** Permits everything, and sends it the way of the moment. */
    private final class Way implements Egress {
        @Override
        public void requireService(String host, int port) {}

        @Override
        public void requireLaboratory(String host, int port) throws EgressRefusedException {
            throw new EgressRefusedException(host, port);
        }

        @Override
        public Passage requirePassage(String host, int port, Duration patience) {
            return passage.get();
        }
    }

    @AfterEach
    void closeProxy() throws IOException {
        proxy.close();
    }

    private ReleaseSource source() throws IOException {
        server = LoopbackServer.tls(identity, LoopbackServer.ok(BODY));
        return ReleaseSources.open(server.address(), Caps.standard(), tls, new Way());
    }

    private void through(String password) {
        Authenticator login = new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication("lab", password.toCharArray());
            }
        };
        passage.set(new Passage(Optional.of(proxy.address()), Optional.of(login)));
    }

    @Test
    void proxyThatWantsAPasswordLetsThemThrough() throws IOException {
        ReleaseSource source = source();
        through("battery staple");

        byte[] bytes = metadata(source);

        assertArrayEquals(BODY, bytes);
        assertTrue(proxy.asked().stream()
                .allMatch(head -> head.startsWith("CONNECT localhost:" + server.port() + " HTTP/1.1")));
        assertTrue(server.requests().stream().noneMatch(head -> head.contains("uthorization")));
    }

    @Test
    void withoutAPasswordNothingComesAndTheServerIsNotAsked() throws IOException {
        ReleaseSource source = source();
        passage.set(new Passage(Optional.of(proxy.address()), Optional.empty()));

        assertThrows(IOException.class, () -> metadata(source));

        assertEquals(List.of(), server.requests());
    }

    @Test
    void wrongPasswordEndsInsteadOfGoingWithout() throws IOException {
        ReleaseSource source = source();
        through("wrong");

        assertThrows(IOException.class, () -> metadata(source));

        assertEquals(List.of(), server.requests());
    }

    @Test
    void proxyThatComesLaterIsTakenFromTheNextQuestionOn() throws IOException {
        ReleaseSource source = source();
        metadata(source);
        int before = proxy.asked().size();

        through("battery staple");
        metadata(source);

        assertEquals(0, before);
        assertTrue(!proxy.asked().isEmpty());
    }
}
