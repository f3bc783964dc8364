package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.benchconnect.core.link.Link.State;
import org.benchconnect.link.egress.Permitting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A proxy on this machine that wants to be signed in to in ways that we do not know, and one that nobody permits. */
class ProxyDemandTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path home;

    private TestAgent agent;
    private ServerSocket proxy;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() throws IOException {
        agent = new TestAgent(home);
        Files.writeString(home.resolve("proxy-password"), "sesame");
        proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws Exception {
        agent.close();
        proxy.close();
    }

    private void answering(String challenge) {
        Thread thread = new Thread(() -> answer(challenge), "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void answer(String challenge) {
        while (!proxy.isClosed()) {
            try (Socket client = proxy.accept()) {
                StringBuilder head = new StringBuilder();
                for (int next = client.getInputStream().read();
                        next >= 0 && head.indexOf("\r\n\r\n") < 0;
                        next = head.indexOf("\r\n\r\n") < 0
                                ? client.getInputStream().read()
                                : -1) {
                    head.append((char) next);
                }
                asked.add(head.toString());
                client.getOutputStream()
                        .write(("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: " + challenge
                                        + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // the link hung up, or the test is over
                continue;
            }
        }
    }

    private PahoLink link(String proxyUser) {
        PahoLink link = agent.link(agent.settings("wss://hub.example.org/mqtt")
                .say("proxy", "localhost:" + proxy.getLocalPort())
                .say("proxy_user", proxyUser)
                .say("proxy_password_file", "proxy-password"));
        link.bindEgress(Permitting.host("hub.example.org"));
        return link;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "NTLM;LINK_PROXY_WANTS_NTLM",
                "Negotiate;LINK_PROXY_WANTS_KERBEROS",
                "Negotiate, NTLM;LINK_PROXY_WANTS_NTLM",
                "Digest realm=\"a\", nonce=\"b\";LINK_PROXY_WANTS_DIGEST",
                "Bearer;LINK_PROXY_WANTS_OTHER",
                "Basic realm=\"a\", NTLM;LINK_PROXY_REFUSED"
            })
    void whatTheProxyWantsIsNamed(String challenge, Problem expected) throws Exception {
        answering(challenge);

        PahoLink without = link("");
        Await.until(SOON, () -> without.problem().name(), () -> without.problem() == expected);
        without.stop();
        PahoLink with = link("laboratory");
        Await.until(SOON, () -> with.problem().name(), () -> with.problem() == expected);

        assertEquals(State.WAITING, idle(with));
        assertTrue(asked.stream().allMatch(head -> head.startsWith("CONNECT hub.example.org:443 ")), asked::toString);
    }

    private static State idle(PahoLink link) throws InterruptedException {
        Await.until(SOON, () -> "never waits", () -> link.status().state() == State.WAITING);
        return link.status().state();
    }

    @Test
    void proxyIsNotToldThePasswordWhenItWantsAnythingElse() throws Exception {
        answering("NTLM");

        PahoLink link = link("laboratory");
        Await.until(SOON, () -> link.problem().name(), () -> link.problem() == Problem.LINK_PROXY_WANTS_NTLM);

        assertTrue(
                asked.stream().noneMatch(head -> head.toLowerCase(Locale.ROOT).contains("proxy-authorization")));
    }

    @Test
    void hostThatIsNotPermittedIsNotEvenAskedOfAProxyOnThisPc() throws Exception {
        answering("NTLM");

        PahoLink link =
                agent.link(agent.settings("wss://evil.example/mqtt").say("proxy", "localhost:" + proxy.getLocalPort()));
        link.bindEgress(Permitting.host("hub.example.org"));

        Await.until(SOON, () -> link.problem().name(), () -> link.problem() == Problem.LINK_HOST_NOT_PERMITTED);
        assertEquals(List.of(), asked);
    }

    @Test
    void proxyThatIsNotPermittedIsNotAsked() throws Exception {
        PahoLink link = agent.link(agent.settings("wss://hub.example.org/mqtt").say("proxy", "proxy.example:3128"));
        link.bindEgress(Permitting.host("hub.example.org"));

        Await.until(SOON, () -> link.problem().name(), () -> link.problem() == Problem.LINK_PROXY_NOT_PERMITTED);
    }

    @Test
    void ruleThatGoesTakesItsPermissionAlong() throws Exception {
        answering("NTLM");
        PahoLink link = agent.link(
                agent.settings("wss://hub.example.org/mqtt").say("proxy", "localhost:" + proxy.getLocalPort()));
        var rule = Permitting.host("hub.example.org");
        link.bindEgress(rule);
        Await.until(SOON, () -> link.problem().name(), () -> link.problem() == Problem.LINK_PROXY_WANTS_NTLM);

        link.unbindEgress(rule);

        Await.until(SOON, () -> link.problem().name(), () -> link.problem() == Problem.LINK_HOST_NOT_PERMITTED);
    }
}
