package org.benchconnect.tests.remotesupport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.Quickest;
import org.benchconnect.tests.lab.LabApi;
import org.benchconnect.tests.lab.LabPc;
import org.benchconnect.tests.lab.LabPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of remote sessions in the whole agent, behind its gate: there with the consent, gone with it. */
class RemoteSupportTest {
    static final String FEATURE = "org.benchconnect.remote-support";

    private static final String SESSIONS = "org.benchconnect.core.session.RemoteSessions";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration WITHIN = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    @Test
    void itRunsWithTheConsentAndAWithdrawalCutsTheEngineAndTakesItAwayWithinASecond() throws Exception {
        try (LabPc pc = LabPc.furnished(folder, "")) {
            Files.writeString(
                    pc.installation().resolve("support.json"), "{\"telephone\":\"+39 02 0000\",\"region\":\"eu\"}");
            pc.set("remote-support", Map.of("engine", LabEngine.ID));
            pc.start();
            String administrator = pc.people().firstAdministrator();
            assertTrue(pc.services().find(SESSIONS).isEmpty(), "nothing of it runs without a consent");

            Quickest.within(WITHIN, () -> withdrawnWhileHelpIsWanted(pc, administrator));

            String audit = pc.api().get("/api/v1/audit?from=0&limit=500").ok().toString();
            assertTrue(audit.contains("HELP_REQUESTED") && audit.contains("SESSION_ENDED"), audit);
        }
    }

    private static Duration withdrawnWhileHelpIsWanted(LabPc pc, String administrator) throws Exception {
        consent(pc, administrator);
        LabEngine engine = LabEngine.in(pc);
        int requests = requestHelp(pc, administrator);
        assertEquals(requests, engine.begun.get());

        Duration took = pc.people().withdraw(FEATURE);

        assertTrue(engine.cut.get() > 0, "the engine is cut");
        Await.until("the service is gone", PATIENCE, () -> pc.services()
                .find(SESSIONS)
                .isEmpty());
        return took;
    }

    private static void consent(LabPc pc, String administrator) throws Exception {
        String request = pc.people().askFor(FEATURE).ok().get("id").getAsString();
        pc.people().give(request, administrator, false).ok();
        Await.until("remote support runs", PATIENCE, () -> pc.services()
                .find(SESSIONS)
                .isPresent());
    }

    /** The request counts only where the companion was heard within two seconds; how often it was taken. */
    private static int requestHelp(LabPc pc, String administrator) throws Exception {
        Await.until("help can be requested", PATIENCE, () -> state(pc).equals("IDLE"));
        AtomicInteger taken = new AtomicInteger();
        Await.until("help is requested", PATIENCE, () -> {
            String question = pc.people().question();
            pc.api()
                    .post("/api/v1/support/desktop", Map.of("state", "AT_THE_SCREEN"))
                    .ok();
            LabApi.Answer answer = pc.api()
                    .post(
                            "/api/v1/support/requests",
                            Map.of("question", question, "account", administrator, "pin", LabPeople.PIN));
            taken.addAndGet(answer.status() < 300 ? 1 : 0);
            return state(pc).equals("INVITED");
        });
        return taken.get();
    }

    private static String state(LabPc pc) {
        try {
            JsonObject view = pc.api().get("/api/v1/support?lang=en").ok();
            assertFalse(view.has("error"), view::toString);
            return view.get("state").getAsString();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
