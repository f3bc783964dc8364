package org.benchconnect.tests.session;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.benchconnect.crypto.device.SessionKeyFile;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.agent.AgentProcess;
import org.benchconnect.tests.lab.LabApi;
import org.benchconnect.tests.lab.LabPc;
import org.benchconnect.tests.lab.LabPeople;

/** A PC of a laboratory on which remote support with the open engine is allowed, its people, and its companion. */
final class SupportedPc implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> FEATURES =
            List.of("org.benchconnect.remote-support", "org.benchconnect.remote-support-open");
    private static final int MOST_ENTRIES = 500;

    private final LabPc pc;
    private final String account;
    private final AgentProcess agent;
    private final Companion companion;

    /** Furnishes it, with x11vnc for the screen of this name, and lets a person allow the two features. */
    SupportedPc(Path folder, SupportDesk desk, PasswordProxy proxy, String screen) throws Exception {
        pc = LabPc.neverStarted(folder);
        companion = new Companion(pc.api());
        Files.writeString(pc.home().resolve("proxy-password"), PasswordProxy.PASSWORD + "\n");
        pc.set("tls", Map.of("trust-anchors", desk.authority().toString()));
        pc.set(
                "link",
                Map.of(
                        "address",
                        desk.broker(),
                        "isolated-loss-seconds",
                        0,
                        "proxy",
                        proxy.address(),
                        "proxy-user",
                        PasswordProxy.USER,
                        "proxy-password-file",
                        "proxy-password"));
        // an instrument that is not known to be idle, however long a test takes
        pc.set("instrument.folder", Map.of("idle-after-minutes", 1440));
        pc.set("remote-support", Map.of("engine", "rfb"));
        engine("x11vnc", screen);
        desk.install(pc.installation());
        agent = pc.startProcess();
        try {
            account = pc.people().firstAdministrator();
            for (String feature : FEATURES) {
                allow(feature);
            }
            companion.begin();
        } catch (Exception | AssertionError e) {
            close();
            throw e;
        }
    }

    private void allow(String feature) throws Exception {
        String request = pc.people().askFor(feature).ok().get("id").getAsString();
        pc.people().give(request, account, false).ok();
    }

    /** Which desktop server, and which display; returns when that counts. */
    void desktop(String server, String display) throws Exception {
        engine("tightvnc", display); // that there is none of this here shows that the agent has read it
        awaitState("DISABLED");
        engine(server, display);
        awaitState("IDLE", "CLOSED", "LOCKED_OUT");
    }

    private void engine(String server, String display) throws IOException {
        pc.set(
                "remote-support-open",
                Map.of(
                        "server",
                        server,
                        "display",
                        display,
                        "geometry",
                        "800x600",
                        "authority",
                        Display.authority().toString()));
    }

    /** Its identifier. */
    String id() throws IOException, InterruptedException {
        return pc.api()
                .get("/api/v1/status?lang=en")
                .ok()
                .getAsJsonObject("agent")
                .get("id")
                .getAsString();
    }

    /** The digest of its public key, as somebody brings it to the service side. */
    String keyDigest() throws IOException {
        return SessionKeyFile.digest(pc.home()).orElseThrow();
    }

    /** How remote support is. */
    JsonObject now() throws IOException, InterruptedException {
        return pc.api().get("/api/v1/support?lang=en").ok();
    }

    String state() throws IOException, InterruptedException {
        return now().get("state").getAsString();
    }

    /** Waits for a state. */
    void awaitState(String... states) throws Exception {
        Await.until(
                "remote support is " + String.join(" or ", states) + ", not " + now(), PATIENCE, () -> List.of(states)
                        .contains(state()));
    }

    /**
     * A person requests help; the way in.
     *
     * @param code nine digits
     * @param password as the screen shows it
     * @param session its name
     */
    record Invitation(String code, String password, String session) {}

    /** With a PIN. */
    Invitation requestHelp() throws Exception {
        awaitState("IDLE", "CLOSED", "LOCKED_OUT");
        pc.api()
                .post(
                        "/api/v1/support/requests",
                        Map.of("question", question(), "account", account, "pin", LabPeople.PIN))
                .ok();
        awaitState("INVITED");
        JsonObject now = now();
        JsonObject invitation = now.getAsJsonObject("invitation");
        return new Invitation(
                invitation.get("code").getAsString().replace(" ", ""),
                invitation.get("password").getAsString(),
                now.get("session").getAsString());
    }

    /** A question that was open long enough to be answered. */
    String question() throws IOException, InterruptedException {
        return pc.people().question();
    }

    /** A person reads the six digits aloud, and hears the same. */
    void compared() throws Exception {
        pc.api()
                .post("/api/v1/support/compared", Map.of("question", question()))
                .ok();
    }

    /** What waits for an answer. */
    String waiting(String privilege) throws Exception {
        Await.until("a request for " + privilege + ", not " + now(), PATIENCE, () -> {
            JsonElement request = now().get("request");
            return request != null
                    && request.isJsonObject()
                    && request.getAsJsonObject().get("privilege").getAsString().equals(privilege);
        });
        return now().getAsJsonObject("request").get("id").getAsString();
    }

    /** What is allowed now. */
    List<String> permissions() throws Exception {
        List<String> allowed = new ArrayList<>();
        now().getAsJsonArray("permissions")
                .forEach(each ->
                        allowed.add(each.getAsJsonObject().get("privilege").getAsString()));
        return allowed;
    }

    /** A person says yes to what waits; the question closes, whether that counted or not, because an open one holds every remote desktop. */
    LabApi.Answer give(String request) throws Exception {
        String question = question();
        LabApi.Answer answer =
                pc.api().post("/api/v1/support/leases", Map.of("question", question, "request", request));
        if (answer.status() >= 300) {
            pc.api().delete("/api/v1/questions/" + question, Map.of());
        }
        return answer;
    }

    /** A person says no to what waits. */
    void refuse(String request) throws Exception {
        pc.api().post("/api/v1/support/refusals", Map.of("request", request)).ok();
    }

    /** A person allows control although no instrument is known to be idle. */
    void allowControlDuringRun() throws Exception {
        pc.api()
                .post(
                        "/api/v1/support/control-during-run",
                        Map.of("question", question(), "account", account, "pin", LabPeople.PIN))
                .ok();
    }

    /** Stop; how long it took. */
    Duration stop() throws Exception {
        long begin = System.nanoTime();
        pc.api().delete("/api/v1/support", Map.of()).ok();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Ends whatever runs, and waits until nothing does. */
    void quiet() throws Exception {
        stop();
        awaitState("IDLE", "CLOSED", "LOCKED_OUT");
    }

    /** The entries of a session in the ledger: {@code KIND} or {@code KIND REASON}. */
    List<String> ledger(String session) throws Exception {
        List<String> found = new ArrayList<>();
        for (JsonElement each :
                pc.api().get("/api/v1/audit?lang=en&limit=" + MOST_ENTRIES).ok().getAsJsonArray("entries")) {
            JsonObject details = each.getAsJsonObject().getAsJsonObject("details");
            if (details.toString().contains(session)) {
                String kind = each.getAsJsonObject().get("kind").getAsString();
                found.add(
                        details.has("reason")
                                ? kind + " " + details.get("reason").getAsString()
                                : kind);
            }
        }
        return found;
    }

    /** Waits for an entry. */
    void awaitLedger(String session, String entry) throws Exception {
        Await.until(entry + " in " + ledger(session), PATIENCE, () -> ledger(session)
                .contains(entry));
    }

    /** The programs that the agent has started, desktop servers among them. */
    List<String> programs() {
        return agent.process()
                .toHandle()
                .descendants()
                .map(each -> each.info().command().orElse(""))
                .toList();
    }

    /** How a browser on this PC opens the agent's own page, signed in; works once. */
    String ownPage() throws Exception {
        String url = JsonParser.parseString(Files.readString(pc.home().resolve("run/api")))
                .getAsJsonObject()
                .get("url")
                .getAsString();
        return url + "/#code="
                + pc.api()
                        .post("/api/v1/sign-in-codes", Map.of())
                        .ok()
                        .get("code")
                        .getAsString();
    }

    LabPc pc() {
        return pc;
    }

    Companion companion() {
        return companion;
    }

    /** What the agent wrote. */
    String said() throws IOException {
        return agent.errors();
    }

    @Override
    public void close() throws Exception {
        companion.close();
        agent.close();
        pc.close();
    }
}
