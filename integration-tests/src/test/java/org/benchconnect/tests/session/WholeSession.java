package org.benchconnect.tests.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.benchconnect.testing.browser.Chromium;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.lab.LabPc;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that a session needs, started once: screens, service side, proxy, agent, the supporter's browser. */
final class WholeSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WholeSession.class);
    private static final Duration AT_ONCE = Duration.ofMillis(200);
    private static final int MOST_AGAIN = 4;

    private final Path folder;
    private final Programs programs;
    private final SupportDesk desk;
    private final PasswordProxy proxy;
    private final SupportedPc pc;
    private final SupporterPage page;
    private final String screen;
    private final Map<String, Terminal> terminals = new HashMap<>();
    private String shown = "x11vnc";
    private String display;

    WholeSession(Path folder) throws Exception {
        Programs.require(
                "mosquitto",
                "Xvfb",
                "x11vnc",
                "Xvnc",
                "xterm",
                "xdotool",
                "setpriv",
                "squid",
                "chromium",
                "chromedriver");
        this.folder = folder;
        programs = new Programs(folder.resolve("programs"));
        CompletableFuture<Chromium> browser = CompletableFuture.supplyAsync(SupporterPage::browser);
        try {
            screen = Display.screen(programs);
            display = screen;
            desk = new SupportDesk(programs, folder.resolve("desk"));
            proxy = new PasswordProxy(programs, desk.ports());
            pc = new SupportedPc(folder.resolve("pc"), desk, proxy, screen);
        } catch (Exception | AssertionError e) {
            browser.thenAccept(Chromium::close).join();
            programs.close();
            throw e;
        }
        try {
            page = new SupporterPage(desk, browser.join());
            pc.awaitState("IDLE");
            register();
        } catch (Exception | AssertionError e) {
            browser.thenAccept(Chromium::close);
            pc.close();
            programs.close();
            throw e;
        }
    }

    /** The page learns the agent's key, which somebody brought there. */
    void register() throws Exception {
        registerKey(pc.keyDigest());
    }

    /** The registry says that the agent has the key with this digest. */
    void registerKey(String digest) throws Exception {
        desk.register(pc.id(), digest);
    }

    /** It is in the ledger of the PC and in the journal of the desk: {@code KIND} or {@code KIND REASON}. */
    void written(SupportedPc.Invitation invitation, String entry) throws Exception {
        pc.awaitLedger(invitation.session(), entry);
        Await.until(entry + " in the journal " + desk.journal(invitation.session()), LabPc.PATIENCE, () -> desk.journal(
                        invitation.session())
                .contains(entry));
    }

    /** Sessions from now on are with this desktop server; the display that it shows. */
    String shows(String server) throws Exception {
        if (!server.equals(shown)) {
            display = server.equals("Xvnc") ? Display.free(programs) : screen;
            pc.desktop(server.toLowerCase(Locale.ROOT), display);
            shown = server;
        }
        return display;
    }

    /** A terminal on that display, which lasts as long as the display. */
    Terminal terminal(String server, String display) throws Exception {
        Terminal known = terminals.get(display);
        if (known != null) {
            return known;
        }
        Await.until(display + " is there", LabPc.PATIENCE, () -> Display.isThere(display));
        Terminal terminal = Terminal.on(programs, display, folder.resolve("terminal-" + server + display.substring(1)));
        terminals.put(display, terminal);
        return terminal;
    }

    /** Whether the agent runs this desktop server now. */
    boolean serves(String server) {
        return pc.programs().stream()
                .anyMatch(program -> program.endsWith("/" + server) || program.endsWith("tigervnc"));
    }

    /** A person requests help, and the agent waits at the relay. */
    SupportedPc.Invitation invited() throws Exception {
        SupportedPc.Invitation invitation = pc.requestHelp();
        desk.awaitAgent();
        return invitation;
    }

    /** The right supporter joins with the right words; nothing is allowed. */
    SupportedPc.Invitation joined() throws Exception {
        SupportedPc.Invitation invitation = invited();
        page.join(invitation, desk.anna);
        page.shown("asks");
        pc.awaitState("AUTHENTICATED");
        return invitation;
    }

    /** The supporter asks, a person says yes, and the picture is there, or there again: it was blank while that was asked. */
    void allowed(String privilege) throws Exception {
        page.ask(privilege);
        pc.give(pc.waiting(privilege.replaceAll("-(in|out)$", ""))).ok();
        page.awaitPermission(privilege, "given");
        page.painted();
    }

    /** A session in which the supporter sees the screen and may use mouse and keyboard. */
    SupportedPc.Invitation controlled() throws Exception {
        SupportedPc.Invitation invitation = joined();
        pc.compared();
        allowed("view-screen");
        pc.allowControlDuringRun();
        allowed("control-input");
        return invitation;
    }

    /** What happens in a session. */
    @FunctionalInterface
    interface Scene {
        void play() throws Exception;
    }

    /** Stop took longer than it may. */
    static final class SlowStop extends AssertionError {
        private static final long serialVersionUID = 1;

        SlowStop(Duration took) {
            super("cut after " + took);
        }
    }

    /**
     * Plays a scene. Where this machine stood still meanwhile, so that the agent missed the companion or Stop took its time, what came of it says nothing, and it is played again.
     */
    void play(Scene scene) throws Exception {
        for (int again = MOST_AGAIN; again >= 0; again--) {
            pc.companion().forget();
            try {
                scene.play();
                return;
            } catch (Exception | AssertionError e) {
                boolean stoodStill = e instanceof SlowStop || pc.companion().stoodStill();
                if (again == 0 || !stoodStill) {
                    throw e;
                }
                LOG.warn("this machine stood still: once more", e);
                quiet();
            }
        }
    }

    /** Nothing runs any more, no desktop server either. */
    void quiet() throws Exception {
        desk.thaw();
        pc.quiet();
        Await.until("the desktop server ended", LabPc.PATIENCE, () -> !serves(shown));
    }

    /** Stop, which has to cut at once whatever the relay does. */
    void stopAtOnce() throws Exception {
        Duration took = pc.stop();
        if (took.compareTo(AT_ONCE) > 0) {
            throw new SlowStop(took);
        }
    }

    String ledger(SupportedPc.Invitation invitation) {
        try {
            return pc.ledger(invitation.session()).toString();
        } catch (Exception e) {
            return e.toString();
        }
    }

    SupportedPc pc() {
        return pc;
    }

    SupporterPage page() {
        return page;
    }

    SupportDesk desk() {
        return desk;
    }

    PasswordProxy proxy() {
        return proxy;
    }

    Programs programs() {
        return programs;
    }

    String screen() {
        return screen;
    }

    @Override
    public void close() throws Exception {
        try (programs;
                desk;
                proxy;
                pc;
                page) {
            // in the reverse order, each of them even if another cannot be ended
        }
    }
}
