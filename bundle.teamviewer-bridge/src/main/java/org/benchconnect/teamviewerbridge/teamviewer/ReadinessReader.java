package org.benchconnect.teamviewerbridge.teamviewer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.launcher.storage.Storage;
import org.benchconnect.teamviewerbridge.Client;
import org.benchconnect.teamviewerbridge.ClientLookup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what readiness is decided by, from the installation folder and from the client. Reads only; may take seconds. One thread. */
final class ReadinessReader {
    private static final Logger LOG = LoggerFactory.getLogger(ReadinessReader.class);

    private final ClientLookup lookup;
    private final Pc pc;
    private final Storage storage;
    private final Optional<Path> installation;
    private String said = "";

    ReadinessReader(ClientLookup lookup, Pc pc, Storage storage, Optional<Path> installation) {
        this.lookup = lookup;
        this.pc = pc;
        this.storage = storage;
        this.installation = installation;
    }

    /** How it is now. */
    Readiness read(boolean log) throws InterruptedException {
        Client client = lookup.look();
        return client.installed() ? new Readiness(client, findings(), log) : new Readiness(client, Proof.none(), log);
    }

    private Map<ProofRule, Finding> findings() throws InterruptedException {
        Optional<byte[]> golden;
        Optional<byte[]> proof;
        try {
            golden = file(GoldenFile.NAME, GoldenFile.LONGEST);
            proof = file(ProofFile.NAME, ProofFile.LONGEST);
            if (golden.isEmpty() || proof.isEmpty()) {
                say(GoldenFile.NAME + " or " + ProofFile.NAME + " is missing from the installation folder");
                return Proof.none();
            }
            Map<ProofRule, Finding> findings =
                    Proof.of(GoldenFile.read(golden.get()), ProofFile.read(proof.get()), pc.settings());
            say("");
            return findings;
        } catch (IOException | SettingsFileException e) {
            say("a file in the installation folder by which TeamViewer's settings are proven: " + e.getMessage());
            return Proof.none();
        }
    }

    private Optional<byte[]> file(String name, int most) throws IOException {
        return installation.isPresent() ? storage.read(installation.get().resolve(name), most) : Optional.empty();
    }

    /** Once for each change. */
    private void say(String what) {
        if (!what.equals(said) && !what.isEmpty()) {
            LOG.warn("{}", what);
        }
        said = what;
    }
}
