package org.benchconnect.console;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.ConsentRequest;
import org.benchconnect.core.consent.NeedsConsent;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.feature.Feature;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.link.Stream;
import org.benchconnect.core.testing.SteppingClock;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.Hindrance;
import org.benchconnect.core.upgrade.UpgradeRecord;

/** A request for each operation on questions, consents, people and audit log that succeeds, if the agent has them. */
final class WellFormedRights {
    private static final Feature TRANSFER =
            FakeConsents.feature("org.benchconnect.file-transfer", Set.of(Privilege.TRANSFER_FILES));
    private static final String MARIA = "\"account\":\"" + FakeAccounts.MARIA + "\",\"pin\":\"481516\"";
    private static final String QUESTION = "\"question\":\"%s\",";

    static final String REGISTRATION = "\"email\":\"lab@hospital.example\",\"name\":\"Maria Rossi\","
            + "\"instrument\":\"Navios EX\",\"instrumentId\":\"FC-0042\",\"serial\":\"AW12345\"";

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("POST /questions", ""),
            Map.entry("DELETE /questions/{question}", ""),
            Map.entry("GET /consents", ""),
            Map.entry("POST /consents/requests", "{\"feature\":\"" + TRANSFER.name() + "\"}"),
            Map.entry("GET /consents/requests/{id}", ""),
            Map.entry(
                    "POST /consents/requests/{id}/give",
                    "{" + QUESTION + MARIA + ",\"text\":\"TEXT\",\"newerVersions\":false}"),
            Map.entry("POST /consents/requests/{id}/refuse", "{}"),
            Map.entry("POST /consents/requests/{id}/not-now", "{\"account\":\"" + FakeAccounts.LUIS + "\"}"),
            Map.entry("POST /consents/{feature}/withdraw", ""),
            Map.entry("POST /features/{feature}/remove", "{" + MARIA + "}"),
            Map.entry("POST /freeze", "{" + MARIA + "}"),
            Map.entry("DELETE /freeze", "{" + QUESTION + MARIA + "}"),
            Map.entry("GET /accounts", ""),
            Map.entry(
                    "POST /accounts",
                    "{" + QUESTION + MARIA
                            + ",\"name\":\"Ana\",\"role\":\"LABORATORY_USER\",\"until\":\"2026-12-31\",\"newPin\":\"774411\"}"),
            Map.entry(
                    "POST /accounts/first",
                    "{" + QUESTION + "\"code\":\"ABCD-EFGH\",\"name\":\"Eva\",\"pin\":\"774411\"}"),
            Map.entry("POST /accounts/{id}/pin", "{" + QUESTION + "\"pin\":\"481516\",\"newPin\":\"774411\"}"),
            Map.entry("POST /accounts/{id}/reset", "{" + QUESTION + MARIA + ",\"newPin\":\"774411\"}"),
            Map.entry("POST /accounts/{id}/remove", "{" + MARIA + "}"),
            Map.entry("POST /accounts/{id}/erase-name", "{" + MARIA + "}"),
            Map.entry("POST /accounts/{id}/recover", "{" + QUESTION + "\"code\":\"ABCD-EFGH\",\"newPin\":\"774411\"}"),
            Map.entry("GET /upgrade", ""),
            Map.entry("POST /upgrade/check", "{\"source\":\"/media/stick\"}"),
            Map.entry("GET /upgrade/request", ""),
            Map.entry(
                    "POST /upgrade/apply",
                    "{" + QUESTION + MARIA + ",\"text\":\"UPGRADE\",\"plan\":\"" + FakeUpgrades.PLAN_ID
                            + "\",\"when\":\"IN_WINDOW\"}"),
            Map.entry("POST /upgrade/refuse", "{\"plan\":\"" + FakeUpgrades.PLAN_ID + "\"}"),
            Map.entry("POST /upgrade/idle", "{" + QUESTION + MARIA + "}"),
            Map.entry("POST /upgrade/fixes", "{" + QUESTION + MARIA + "}"),
            Map.entry("DELETE /upgrade/fixes", "{}"),
            Map.entry("POST /upgrade/rollback", "{}"),
            Map.entry("GET /upgrade/records", ""),
            Map.entry("GET /upgrade/records/{generation}", ""),
            Map.entry("GET /departures", ""),
            Map.entry("GET /registration", ""),
            Map.entry("POST /registration/preview", "{" + REGISTRATION + "}"),
            Map.entry("POST /registration", "{" + QUESTION + MARIA + ",\"preview\":\"PREVIEW\"," + REGISTRATION + "}"),
            Map.entry("GET /support", ""),
            Map.entry("DELETE /support", ""),
            Map.entry("POST /support/requests", "{" + QUESTION + MARIA + "}"),
            Map.entry("POST /support/practice", "{}"),
            Map.entry("POST /support/compared", "{\"question\":\"%s\"}"),
            Map.entry("POST /support/not-the-same", "{}"),
            Map.entry("POST /support/leases", "{" + QUESTION + "\"request\":\"" + ExampleSession.REQUEST + "\"}"),
            Map.entry("DELETE /support/leases/{id}", ""),
            Map.entry("POST /support/refusals", "{\"request\":\"" + ExampleSession.REQUEST + "\"}"),
            Map.entry("POST /support/control-during-run", "{" + QUESTION + MARIA + "}"),
            Map.entry("GET /support/papers/{session}", ""),
            Map.entry("GET /audit", ""),
            Map.entry("GET /audit/export", ""),
            Map.entry("POST /audit/verify", ""));

    private final ConsoleOnTheBench console;
    private final SteppingClock clock;

    WellFormedRights(ConsoleOnTheBench console, SteppingClock clock) {
        this.console = console;
        this.clock = clock;
        FakeAgent agent = console.agent;
        agent.ledger.append(Event.of(EventKind.PIN_WRONG).with(Detail.ACCOUNT, FakeAccounts.LUIS.toString()));
        agent.ledger.append(
                Event.of(EventKind.CONSENT_GIVEN).by(FakeAccounts.MARIA).with(Detail.FEATURE, TRANSFER.name()));
    }

    boolean knows(String method, String path) {
        return BODIES.containsKey(method + " " + path);
    }

    /** A path with its variables filled. */
    static String filled(String path, String id) {
        return path.replace("{id}", id)
                .replace("{feature}", TRANSFER.name())
                .replace("{question}", "0".repeat(32))
                .replace("{session}", ExampleSession.SESSION)
                .replace("{generation}", "7");
    }

    HttpResponse<String> call(String method, String path) throws IOException, InterruptedException {
        FakeAgent agent = console.agent;
        agent.accounts.put(
                FakeAccounts.MARIA, "Maria Rossi", Role.LABORATORY_ADMINISTRATOR, Optional.empty(), "481516");
        agent.consents.isHere(TRANSFER, NeedsConsent.State.NOT_ALLOWED, false);
        ConsentRequest request =
                agent.consents.asks(TRANSFER, Optional.of(FakeFeatures.PLAN), Language.EN, FakeConsents.text("Hello."));
        if (path.equals("/accounts/first")) {
            agent.accounts.clear();
        }
        upgrade(agent);
        if (path.startsWith("/support")) {
            agent.sessions.everything();
            agent.ledger.append(Event.of(EventKind.HELP_REQUESTED).with(Detail.SESSION, ExampleSession.SESSION));
        }
        String id = path.startsWith("/accounts/{id}")
                ? (path.endsWith("erase-name")
                                ? FakeAccounts.GONE
                                : path.endsWith("remove") ? FakeAccounts.LUIS : FakeAccounts.MARIA)
                        .toString()
                : request.id();
        String body = Objects.requireNonNull(BODIES.get(method + " " + path))
                .replace("%s", question(agent.questions).id())
                .replace("TEXT", request.textDigest())
                .replace("PREVIEW", path.equals("/registration") ? preview(console) : "")
                .replace("UPGRADE", upgradeText(agent));
        clock.step(Questions.INERT);
        HttpResponse<String> answer = body.isEmpty()
                ? console.call(method, "/api/v1" + filled(path, id) + "?lang=en")
                : console.send(method, "/api/v1" + filled(path, id) + "?lang=en", body);
        agent.consents.requests(Language.EN).forEach(one -> agent.consents.refuse(one.id(), Optional.empty()));
        return answer;
    }

    /** One is offered, and one was carried out. */
    private static void upgrade(FakeAgent agent) {
        agent.upgrades.offers(FakeUpgrades.asking("Puts two faults right."));
        agent.upgrades.approval =
                new Approval(1, FakeAccounts.MARIA, Instant.EPOCH, Approval.When.IN_WINDOW, Optional.of(0L));
        agent.upgrades.waitsFor = List.of(new Hindrance(Hindrance.Reason.UNKNOWN, Optional.of("navios")));
        agent.upgrades.provenAt = Instant.EPOCH;
        agent.upgrades.idleUntil = Instant.EPOCH;
        agent.upgrades.failed = RefusedFor.SOURCE;
        agent.upgrades.platform = "0.9.0";
        if (agent.upgrades.records().isEmpty()) {
            agent.upgrades.changed(agent.upgrades.record(
                    UpgradeRecord.Outcome.WENT_BACK,
                    Optional.of("HEALTH_CHECK"),
                    Optional.ofNullable(agent.upgrades.approval)));
        }
    }

    /** The digest of what the registration would send. */
    static String preview(ConsoleOnTheBench console) throws IOException, InterruptedException {
        console.agent.outgoing.left(Stream.REGISTRATION, "{}");
        HttpResponse<String> preview = console.send("POST", "/api/v1/registration/preview", "{" + REGISTRATION + "}");
        return preview.statusCode() == 200
                ? ConsoleOnTheBench.json(preview).get("digest").getAsString()
                : "0".repeat(64);
    }

    private static String upgradeText(FakeAgent agent) {
        return agent.upgradeConsents.request(Language.EN).orElseThrow().textDigest();
    }

    private static Questions.Question question(FakeQuestions questions) {
        try {
            questions.closeAll();
            return questions.open();
        } catch (AnswerRefusedException e) {
            throw new AssertionError(e);
        }
    }
}
