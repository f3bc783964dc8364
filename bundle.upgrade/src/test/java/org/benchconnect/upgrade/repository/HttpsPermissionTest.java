package org.benchconnect.upgrade.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.link.Egress;
import org.benchconnect.core.link.EgressRefusedException;
import org.benchconnect.upgrade.tuf.ReleaseSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A web server that is not permitted is never asked. */
class HttpsPermissionTest extends HttpsTest {
    /** Writes down what it is asked, and permits while it is open. */
    private static final class Rule implements Egress {
        private final List<String> asked = new ArrayList<>();
        private final AtomicBoolean open = new AtomicBoolean();

        @Override
        public void requireService(String host, int port) throws EgressRefusedException {
            asked.add(host + " " + port);
            if (!open.get()) {
                throw new EgressRefusedException(host, port);
            }
        }

        @Override
        public void requireLaboratory(String host, int port) throws EgressRefusedException {
            throw new EgressRefusedException(host, port);
        }
    }

    private final Rule rule = new Rule();

    @Test
    void withoutARuleNoWebServerIsASource() {
        HostNotPermittedException refused = assertThrows(
                HostNotPermittedException.class,
                () -> ReleaseSources.open("https://localhost:1/", Caps.standard(), tls));

        assertEquals("localhost", refused.host());
        assertEquals(RefusedFor.SOURCE, refused.reason());
    }

    @ParameterizedTest
    @CsvSource({
        "https://releases.example/stable,releases.example 443",
        "https://RELEASES.example:8443/,RELEASES.example 8443",
        "https://[::1]:8443/,::1 8443",
        "https://releases.example./,releases.example. 443"
    })
    void hostAndPortAreAskedForAsTheyAreWritten(String address, String asked) {
        assertThrows(HostNotPermittedException.class, () -> ReleaseSources.open(address, Caps.standard(), tls, rule));

        assertEquals(List.of(asked), rule.asked);
    }

    @Test
    void eachQuestionIsAskedForAnew() throws IOException {
        server = LoopbackServer.tls(identity, LoopbackServer.ok(new byte[1]));
        rule.open.set(true);
        ReleaseSource source = ReleaseSources.open(server.address(), Caps.standard(), tls, rule);
        source.metadata("timestamp.json").close();

        rule.open.set(false);

        assertThrows(HostNotPermittedException.class, () -> source.metadata("timestamp.json"));
        assertThrows(HostNotPermittedException.class, () -> source.target("file"));
        assertThrows(HostNotPermittedException.class, () -> source.target("file", 7));
        assertTrue(rule.asked.size() >= 5);
    }
}
