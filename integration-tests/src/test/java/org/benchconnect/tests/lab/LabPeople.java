package org.benchconnect.tests.lab;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.benchconnect.crypto.secret.OneTimeCode;

/** The people at a PC: they read a question, wait until an answer counts, and give it with a PIN, all by the local API. */
public final class LabPeople {
    /** The PIN of the first administrator. */
    public static final String PIN = "274915";

    private static final String NAME = "Head of the laboratory";
    private static final int LOOKS = 6000; // two minutes

    private final LabPc pc;

    LabPeople(LabPc pc) {
        this.pc = pc;
    }

    /** Opens a question and waits until an answer counts. */
    public String question() throws IOException, InterruptedException {
        JsonObject opened = opened().ok();
        boolean never =
                new CountDownLatch(1).await(opened.get("answerableInMillis").getAsLong() + 20, TimeUnit.MILLISECONDS);
        if (never) {
            throw new AssertionError("nobody counts that down");
        }
        return opened.get("question").getAsString();
    }

    /** An engine of remote sessions that has just been started counts as connected until it has looked. */
    private LabApi.Answer opened() throws IOException, InterruptedException {
        LabApi.Answer answer = pc.api().post("/api/v1/questions", Map.of());
        for (int look = 0; look < LOOKS && answer.body().toString().contains("REMOTE_INPUT"); look++) {
            boolean never = new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
            if (never) {
                throw new AssertionError("nobody counts that down");
            }
            answer = pc.api().post("/api/v1/questions", Map.of());
        }
        return answer;
    }

    /**
     * Makes the first administrator, with a one-time code in the installation folder.
     *
     * @return the account
     */
    public String firstAdministrator() throws Exception {
        Map<String, Object> body = new HashMap<>();
        body.put("code", oneTimeCode());
        body.put("question", question());
        body.put("name", NAME);
        body.put("pin", PIN);
        JsonObject made = pc.api().post("/api/v1/accounts/first", body).ok();
        return made.getAsJsonObject("account").get("id").getAsString();
    }

    /** The account of the first administrator. */
    public String administrator() throws IOException, InterruptedException {
        for (JsonElement each : pc.api().get("/api/v1/accounts").ok().getAsJsonArray("accounts")) {
            JsonObject account = each.getAsJsonObject();
            if (account.get("name").getAsString().equals(NAME)) {
                return account.get("id").getAsString();
            }
        }
        throw new AssertionError("there is no administrator");
    }

    /** As {@code benchconnect account first} does it for the administrator of the operating system. */
    private String oneTimeCode() throws IOException {
        String code = OneTimeCode.fresh();
        Files.writeString(
                pc.installation().resolve("first-administrator"), OneTimeCode.digest(code.toCharArray()) + "\n");
        return code;
    }

    /** Asks for a feature of the repository. */
    public LabApi.Answer ask(String source, String feature) throws IOException, InterruptedException {
        return pc.api().post("/api/v1/consents/requests", Map.of("source", source, "name", feature));
    }

    /** Asks for a feature that is on the PC. */
    public LabApi.Answer askFor(String feature) throws IOException, InterruptedException {
        return pc.api().post("/api/v1/consents/requests", Map.of("feature", feature));
    }

    /** Reads a request and says yes. */
    public LabApi.Answer give(String request, String account, boolean newerVersions)
            throws IOException, InterruptedException {
        String text = pc.api()
                .get("/api/v1/consents/requests/" + request)
                .ok()
                .get("textDigest")
                .getAsString();
        return pc.api()
                .post(
                        "/api/v1/consents/requests/" + request + "/give",
                        Map.of(
                                "question", question(),
                                "account", account,
                                "pin", PIN,
                                "text", text,
                                "newerVersions", newerVersions));
    }

    /** Takes a consent back, without a PIN; how long that took. */
    public Duration withdraw(String feature) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        pc.api().post("/api/v1/consents/" + feature + "/withdraw", Map.of()).ok();
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
