package org.benchconnect.tests.lab;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.benchconnect.tests.Await;

/** The upgrade utility of a PC, as the people there use it: all by the local API. */
public final class LabUpgrade {
    private static final String PATH = "/api/v1/upgrade";
    private static final String EN = "?lang=en";

    private final LabPc pc;

    LabUpgrade(LabPc pc) {
        this.pc = pc;
    }

    /** How it is now. */
    public JsonObject state() throws IOException, InterruptedException {
        return pc.api().get(PATH + EN).ok();
    }

    /** Whether the local API and the upgrade utility answer. */
    public boolean isThere() throws InterruptedException {
        try {
            return pc.api().get(PATH + EN).status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What it does now. */
    public String phase() throws IOException, InterruptedException {
        return state().get("phase").getAsString();
    }

    /** The number of the running generation. */
    public int generation() throws IOException, InterruptedException {
        return state().get("generation").getAsInt();
    }

    /** Looks into the vendor's repository now. */
    public LabApi.Answer check() throws IOException, InterruptedException {
        return check(pc.vendor().repository().toString());
    }

    /** Looks into a folder or zip file now. */
    public LabApi.Answer check(String source) throws IOException, InterruptedException {
        return pc.api().post(PATH + "/check", Map.of("source", source));
    }

    /** The plan that is offered or under way. */
    public JsonObject plan() throws IOException, InterruptedException {
        return state().getAsJsonObject("plan");
    }

    /** Reads the question about the plan and says yes, as soon as the instrument is idle. */
    public LabApi.Answer allow(String account) throws IOException, InterruptedException {
        JsonObject request = pc.api().get(PATH + "/request" + EN).ok();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("plan", plan().get("id").getAsString());
        body.put("text", request.get("textDigest").getAsString());
        body.put("when", "AS_SOON_AS_IDLE");
        body.put("account", account);
        body.put("pin", LabPeople.PIN);
        body.put("question", pc.people().question());
        return pc.api().post(PATH + "/apply", body);
    }

    /** "The instrument is idle, I looked." */
    public LabApi.Answer stateIdle(String account) throws IOException, InterruptedException {
        return pc.api()
                .post(
                        PATH + "/idle",
                        Map.of(
                                "account",
                                account,
                                "pin",
                                LabPeople.PIN,
                                "question",
                                pc.people().question()));
    }

    /** Back to the generation before. */
    public LabApi.Answer rollback() throws IOException, InterruptedException {
        return pc.api().post(PATH + "/rollback", Map.of());
    }

    /** The changes of the generation, the newest first. */
    public List<JsonObject> records() throws IOException, InterruptedException {
        List<JsonObject> records = new ArrayList<>();
        for (JsonElement record : pc.api().get(PATH + "/records" + EN).ok().getAsJsonArray("records")) {
            records.add(record.getAsJsonObject());
        }
        return records;
    }

    /** Waits until it does one of these. */
    public void until(Duration patience, String... phases) throws Exception {
        Set<String> wanted = Set.of(phases);
        Await.until("the upgrade utility is at " + wanted, patience, () -> {
            try {
                LabApi.Answer now = pc.api().get(PATH + EN);
                return now.status() == 200 && wanted.contains(now.text("phase"));
            } catch (IOException swapped) {
                return false; // the local API itself may be among the modules that change
            }
        });
    }
}
