package org.benchconnect.cli.doctor;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.core.link.ClientCertificate;

/**
 * The sign-in as the running agent tells of its own last one, where the doctor cannot try it itself: the keys are with the agent. Of what the agent says only numbers and known
 * words count.
 */
final class AgentsSignIn {
    private static final String TLS = "TLS_";

    private final RunningAgent agent;
    private final Path home;

    AgentsSignIn(RunningAgent agent, Path home) {
        this.agent = agent;
        this.home = home;
    }

    /** At least one, all of {@link Hop#MQTT}. */
    List<Finding> ask() {
        try {
            return read(agent.status(home));
        } catch (IOException e) {
            return List.of(untried(Cause.SIGN_IN_NOT_TRIED));
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | NumberFormatException e) {
            // Another version's, or something else listens there.
            return List.of(untried(Cause.SIGN_IN_NOT_TRIED));
        }
    }

    private static Finding untried(Cause cause) {
        return new Finding(Hop.MQTT, Finding.State.NOT_TESTED, cause, Map.of());
    }

    private static List<Finding> read(JsonObject status) {
        JsonObject facts = AgentsFacts.ofLink(status);
        Map<String, String> said = new LinkedHashMap<>();
        AgentsFacts.instant(facts, "signInEpochSeconds").ifPresent(at -> said.put("when", at.toString()));
        certificateEnd(status)
                .ifPresent(at -> said.put(
                        "until", at.atOffset(ZoneOffset.UTC).toLocalDate().toString()));
        List<Finding> findings = new ArrayList<>();
        findings.add(answer(AgentsFacts.number(facts, "signInCode"), said));
        certificate(status).flatMap(state -> finding(state, said)).ifPresent(findings::add);
        return List.copyOf(findings);
    }

    private static Finding answer(Optional<Long> code, Map<String, String> said) {
        if (code.isEmpty() || !said.containsKey("when")) {
            return untried(Cause.SIGN_IN_NOT_YET);
        }
        if (code.get() == 0) {
            return new Finding(
                    Hop.MQTT,
                    Finding.State.OK,
                    said.containsKey("until") ? Cause.SIGN_IN_ACCEPTED_UNTIL : Cause.SIGN_IN_ACCEPTED,
                    said);
        }
        Map<String, String> local = new LinkedHashMap<>(said);
        local.put("code", code.get().toString());
        return new Finding(
                Hop.MQTT, Finding.State.FAILED, SignIn.cause(code.get().intValue()), local);
    }

    /** What is not in order with the certificate that the agent shows. */
    private static Optional<Finding> finding(ClientCertificate state, Map<String, String> said) {
        return switch (state) {
            case NONE, READY -> Optional.empty();
            case EXPIRING -> Optional.of(Finding.warning(Cause.CLIENT_CERTIFICATE_ENDS, said));
            case KEYS_NOT_THERE -> Optional.of(Finding.failed(Cause.CLIENT_CERTIFICATE_KEYS_MISSING, said));
            case NOT_ISSUED -> Optional.of(Finding.failed(Cause.CLIENT_CERTIFICATE_NOT_ISSUED, said));
            case UNREADABLE, KEY_UNREADABLE, KEY_NOT_PRIVATE, NOT_MATCHING ->
                Optional.of(Finding.failed(Cause.CLIENT_CERTIFICATE_UNUSABLE, said));
            case NOT_YET_VALID, EXPIRED -> Optional.of(Finding.failed(Cause.CLIENT_CERTIFICATE_NOT_VALID, said));
        };
    }

    private static Optional<ClientCertificate> certificate(JsonObject status) {
        return AgentsFacts.ofPart(status, TLS).flatMap(facts -> Optional.ofNullable(facts.get("clientCertificate"))
                .map(JsonElement::getAsString)
                .flatMap(AgentsSignIn::state));
    }

    private static Optional<ClientCertificate> state(String word) {
        for (ClientCertificate each : ClientCertificate.values()) {
            if (each.name().equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> certificateEnd(JsonObject status) {
        return AgentsFacts.ofPart(status, TLS).flatMap(facts -> AgentsFacts.instant(facts, "clientEndEpochSeconds"));
    }
}
