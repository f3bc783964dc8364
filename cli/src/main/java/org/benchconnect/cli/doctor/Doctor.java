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

    /** For one agent. */
    public Doctor(Place place, Limits limits, Clock clock) {
        this.place = place;
        this.limits = limits;
        this.clock = clock;
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
        findings.addAll(new OwnFiles(place, settings, rights).look());
        findings.addAll(InstrumentFolders.look(settings, rights));
        Optional<ServiceSide> side = ServiceSide.of(settings, place);
        if (side.isEmpty()) {
            findings.add(new Finding(Hop.SETTINGS, Finding.State.OK, Cause.OFFLINE, Map.of()));
            return;
        }
        findings.add(Finding.ok(Hop.SETTINGS, Map.of("what", side.get().server().toString())));
        String anchors = settings.text("tls", "trust-anchors");
        HardenedTlsClient tls = new HardenedTlsClient(
                place.home(), place.anchors(anchors), settings.text("tls", "revocation-lists"), clock);
        findings.addAll(OwnFiles.anchors(tls.status(), anchors));
        findings.addAll(new Road(side.get(), tls, limits, clock).walk());
    }
}
