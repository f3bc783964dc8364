package org.benchconnect.cli.doctor;

import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.crypto.HardenedTlsClient;

/** Looks at everything between this PC and the service side, once, in under a minute. Changes nothing, and sends nothing but what signing in needs. */
public final class Doctor {
    private final Place place;
    private final Limits limits;
    private final Clock clock;
    private final RunningAgent agent;

    /**
     * For one agent.
     *
     * @param agent what it says, if it runs: asked only for what cannot be tried without it
     */
    public Doctor(Place place, Limits limits, Clock clock, RunningAgent agent) {
        this.place = place;
        this.limits = limits;
        this.clock = clock;
        this.agent = agent;
    }

    /** What was found. */
    public Diagnosis examine() {
        List<Finding> findings = new ArrayList<>();
        try {
            look(findings);
        } catch (BlockedException e) {
            findings.add(e.finding());
        }
        for (Hop hop : Hop.values()) {
            if (findings.stream().noneMatch(each -> each.hop() == hop)) {
                findings.add(Finding.notTested(hop));
            }
        }
        return new Diagnosis(findings);
    }

    private void look(List<Finding> findings) throws BlockedException {
        Map<String, String> local = Map.of("path", place.home().toString());
        if (!Files.isDirectory(place.home())) {
            throw new BlockedException(Cause.HOME_MISSING, local);
        }
        AgentRights rights = new AgentRights(place.home());
        if (!rights.mayRead(place.home())) {
            throw new BlockedException(Cause.HOME_UNREADABLE, local);
        }
        Settings settings = Settings.read(place.home());
        try (Secrets secrets = new Secrets(settings, new SecretFile(place.home(), rights))) {
            List<Finding> own = new OwnFiles(place, settings, rights, secrets).look();
            findings.addAll(own);
            findings.addAll(InstrumentFolders.look(settings, rights));
            Optional<ServiceSide> side = ServiceSide.of(settings, place, secrets);
            if (side.isEmpty()) {
                findings.add(new Finding(Hop.SETTINGS, Finding.State.OK, Cause.OFFLINE, Map.of()));
                return;
            }
            findings.add(
                    Finding.ok(Hop.SETTINGS, Map.of("what", side.get().server().toString())));
            // A password that may not be used: who named it would also be who is asked for, so nobody is.
            if (own.stream().noneMatch(each -> each.state() == Finding.State.FAILED)) {
                findings.addAll(road(settings, side.get()));
            }
        }
    }

    private List<Finding> road(Settings settings, ServiceSide side) throws BlockedException {
        String anchors = settings.text("tls", "trust-anchors");
        OwnFiles.noPipe(place, place.anchors(anchors));
        String lists = settings.text("tls", "revocation-lists");
        OwnFiles.noPipe(place, lists);
        HardenedTlsClient tls = new HardenedTlsClient(place.home(), place.anchors(anchors), lists, clock);
        List<Finding> findings = new ArrayList<>(OwnFiles.anchors(tls.status(), anchors));
        findings.addAll(new Road(
                        side,
                        tls,
                        limits,
                        clock,
                        new AgentsSignIn(agent, place.home()),
                        new AgentsClock(agent, place.home()))
                .walk());
        return findings;
    }
}
