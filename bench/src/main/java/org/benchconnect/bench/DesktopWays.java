package org.benchconnect.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.benchconnect.engine.rfb.MeasuredAgent;

/** Both ways to one desktop server, each in processes of its own: the agent and a desk; websockify behind stunnel. */
final class DesktopWays implements AutoCloseable {
    private static final List<String> AS_SHIPPED = List.of(
            "-XX:+UseSerialGC", "-Xms16m", "-Xmx96m", "-Xss512k", "-XX:-UsePerfData", "-Djava.awt.headless=true");

    private final Path folder;
    private final String here;
    private final List<DesktopProgram> programs = new ArrayList<>();
    private final DesktopProgram desk;
    private final DesktopProgram agent;
    private final DesktopProgram websockify;
    private final DesktopProgram stunnel;
    private final int page;
    private final String peer;
    private int visits;

    /**
     * Starts them.
     *
     * @param here the address of desk and browser
     * @param there the address of the laboratory's side
     * @param prefix of the commands on the laboratory's side
     * @param socket of the desktop server; its password is in the folder
     */
    DesktopWays(Path folder, String here, String there, List<String> prefix, Path socket)
            throws IOException, InterruptedException, GeneralSecurityException {
        this.folder = folder;
        this.here = here;
        DesktopTls.make(folder, "tls", "IP:" + here + (here.equals(there) ? "" : ",IP:" + there));
        DesktopTls.make(folder, "supporter", "DNS:supporter.example");
        int relay = free();
        page = free();
        int secure = free();
        int plain = free();
        String address = "wss://" + here + ":" + relay;
        agent = start(
                "agent",
                prefix,
                java(AS_SHIPPED, MeasuredAgent.class, address, path("tls.pem"), socket.toString(), path("password")));
        register(Base64.getDecoder().decode(agent.line()));
        desk = start(
                "desk",
                List.of(),
                java(
                        List.of("-XX:+UseSerialGC", "-Xmx256m"),
                        DesktopDesk.class,
                        here,
                        "" + relay,
                        "" + page,
                        folder.toString()));
        desk.await("listens");
        websockify =
                start("websockify", prefix, List.of("websockify", "--unix-target=" + socket, "127.0.0.1:" + plain));
        Files.writeString(
                folder.resolve("stunnel.conf"),
                String.join(
                        "\n",
                        "foreground = yes",
                        "pid =",
                        "socket = l:TCP_NODELAY=1",
                        "socket = r:TCP_NODELAY=1",
                        "[desktop]",
                        "accept = " + there + ":" + secure,
                        "connect = 127.0.0.1:" + plain,
                        "cert = " + path("tls.pem"),
                        "key = " + path("tls.key"),
                        ""));
        stunnel = start("stunnel", prefix, List.of("stunnel", path("stunnel.conf")));
        stunnel.awaitError("Configuration successful");
        websockify.awaitError("proxying from");
        peer = "wss://" + there + ":" + secure + "/";
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static List<String> java(List<String> options, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private DesktopProgram start(String name, List<String> prefix, List<String> command) throws IOException {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        DesktopProgram program = DesktopProgram.start(folder, name, Map.of(), whole);
        programs.add(program);
        return program;
    }

    /** A registry with this one key, signed as the page wants it. */
    private void register(byte[] rsa) throws IOException, GeneralSecurityException {
        KeyPair signer = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(rsa));
        String json = "{\"v\":1,\"issued\":\"" + Clock.systemUTC().instant() + "\",\"agents\":{\"" + MeasuredAgent.AGENT
                + "\":\"" + digest + "\"}}";
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(signer.getPrivate());
        signature.update(json.getBytes(StandardCharsets.UTF_8));
        Base64.Encoder base64 = Base64.getEncoder();
        Files.writeString(
                folder.resolve("registry"),
                "benchconnect-registry 1 " + base64.encodeToString(signature.sign()) + "\n" + json);
        byte[] spki = signer.getPublic().getEncoded();
        Files.writeString(
                folder.resolve("registry.key"),
                base64.encodeToString(Arrays.copyOfRange(spki, spki.length - 32, spki.length)));
    }

    /** A new visit by way of agent and desk; its picture is there. */
    void visitOurs(DesktopPage browser) throws IOException {
        String code = Integer.toString(100_000_000 + visits++);
        agent.tell(code);
        agent.await("waiting");
        browser.open("https://" + here + ":" + page + "/");
        browser.join(code, MeasuredAgent.PASSWORD, folder.resolve("supporter.key"), folder.resolve("supporter.pem"));
        browser.awaitPicture();
    }

    /** Ends it. */
    void leaveOurs(DesktopPage browser) throws IOException {
        browser.leave();
        agent.await("ended");
    }

    /** A new visit by way of stunnel and websockify; its picture is there. */
    void visitPeer(DesktopPage browser, DesktopPeer peerPage) throws IOException {
        browser.open(peerPage.url());
        browser.connect(peer);
        browser.awaitPicture();
    }

    /** What ours consists of, beside desktop server and browser. */
    List<ProcessHandle> ours() {
        return List.of(agent.handle(), desk.handle());
    }

    /** What the peer consists of, beside desktop server and browser. */
    List<ProcessHandle> peers() {
        return List.of(websockify.handle(), stunnel.handle());
    }

    @Override
    public void close() throws IOException {
        for (DesktopProgram program : programs) {
            program.close();
        }
    }
}
