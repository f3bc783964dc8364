package org.benchconnect.engine.rfb;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import org.benchconnect.bench.DesktopTls;
import org.benchconnect.engine.rfb.desktop.DesktopException;
import org.benchconnect.engine.rfb.desktop.SharedDesktop;
import org.benchconnect.engine.rfb.relay.JdkRelay;
import org.benchconnect.engine.rfb.relay.RelayTransport;

/**
 * {@code MeasuredAgent RELAY CERTIFICATE SOCKET PASSWORD}: the engine's own way from a relay to a desktop server, in a process of its own, without rules, leases of persons and framework. Prints
 * its RSA key; then each line of its input is a code and begins a visit, and it prints {@code waiting} and at its end {@code ended}.
 */
public final class MeasuredAgent {
    /** As the registry has it. */
    public static final String AGENT = "00000000-0000-0001-0000-000000000002";

    /** As the supporter types it. */
    public static final String PASSWORD = "ABCDEFGHJK";

    static final String SESSION = "0123456789abcdef";

    private final URI relay;
    private final SSLContext tls;
    private final RsaIdentity identity;
    private final SharedDesktop desktop;

    private MeasuredAgent(URI relay, SSLContext tls, KeyPair pair, SharedDesktop desktop) {
        this.relay = relay;
        this.tls = tls;
        this.identity = new RsaIdentity(pair);
        this.desktop = desktop;
    }

    /** See the class. */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException, DesktopException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(4096);
        KeyPair pair = generator.generateKeyPair();
        MeasuredAgent agent = new MeasuredAgent(
                URI.create(arguments[0]),
                DesktopTls.trusting(Path.of(arguments[1])),
                pair,
                SharedDesktop.at(Path.of(arguments[2]), Path.of(arguments[3])));
        say(Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
        BufferedReader codes = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String code = codes.readLine(); code != null; code = codes.readLine()) {
            agent.visit(code);
        }
    }

    private static void say(String line) {
        System.out.println(line); // to the process that measures
        System.out.flush();
    }

    private void visit(String code) {
        MeasuredVisit visit =
                new MeasuredVisit(relay, code, PASSWORD, Clock.systemUTC().instant());
        OpenWay way = new OpenWay(visit, this::open, identity, UUID.fromString(AGENT), desktop, false, () -> {});
        visit.giver(way::given);
        way.start();
        say("ended " + visit.awaitEnd());
    }

    private RelayTransport open(URI to) throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(tls)
                .build();
        return new Told(JdkRelay.connect(client, to));
    }

    /** Says when the relay has taken the code. */
    private static final class Told implements RelayTransport {
        private final RelayTransport relay;
        private boolean told;

        Told(RelayTransport relay) {
            this.relay = relay;
        }

        @Override
        public void send(byte[] message) throws IOException {
            relay.send(message);
        }

        @Override
        public void send(String text) throws IOException {
            relay.send(text);
        }

        @Override
        public Message receive() throws IOException {
            Message message = relay.receive();
            if (!told) {
                told = true;
                say("waiting");
            }
            return message;
        }

        @Override
        public void abort() {
            relay.abort();
        }
    }
}
