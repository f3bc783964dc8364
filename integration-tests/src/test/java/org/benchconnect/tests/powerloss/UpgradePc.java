package org.benchconnect.tests.powerloss;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.benchconnect.consent.account.AccountsOf;
import org.benchconnect.consent.grant.ConsentsOf;
import org.benchconnect.core.account.Accounts;
import org.benchconnect.core.feature.FeatureConfigurations;
import org.benchconnect.core.feature.Generations;
import org.benchconnect.core.ledger.LedgerState;
import org.benchconnect.launcher.storage.DurableFiles;
import org.benchconnect.launcher.storage.testing.FaultyStorage;
import org.benchconnect.ledger.testing.TestDevice;
import org.benchconnect.ledger.testing.TestLedger;
import org.benchconnect.upgrade.generation.GenerationSteps;
import org.benchconnect.upgrade.generation.StepsOf;
import org.benchconnect.upgrade.journal.Journal;
import org.benchconnect.upgrade.journal.JournalFile;

/** A PC whose agent has just started, with the real steps, journal, ledger, accounts and consents over a file system that can fail. */
final class UpgradePc {
    static final Path HOME = Path.of("/home-of-the-agent").toAbsolutePath();
    static final String SUPPORT = "org.benchconnect.remote-support";

    private static final Path INSTALLATION = Releases.installation();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-03-01T08:00:00Z"), ZoneOffset.UTC);
    private static final TestDevice LEDGER_KEY = new TestDevice();
    private static final String EDITED = "{\n  // edited by people\n  \"host\": {\"idle-after-minutes\": 7}\n}\n";
    private static final Path SETTINGS = HOME.resolve("config/agent.json");

    final LyingStorage storage;
    final LauncherTwin launcher;
    final Journal journal;
    final GenerationSteps steps;
    final Generations generations;
    final Accounts accounts;
    final ConsentsOf consents;
    final TestLedger ledger;

    UpgradePc(FaultyStorage disk) throws IOException {
        this(new LyingStorage(disk)); // which tells the truth until told to lie
    }

    /** The agent starts again on the same disk. */
    UpgradePc(LyingStorage storage) throws IOException {
        this.storage = storage;
        this.launcher = new LauncherTwin(storage, HOME, INSTALLATION);
        this.journal = new JournalFile(storage, HOME, CLOCK);
        this.steps = StepsOf.started(launcher, launcher, Releases.DEVICE, journal, storage, INSTALLATION, HOME);
        this.generations = StepsOf.generations(launcher, launcher, steps, INSTALLATION);
        this.ledger = TestLedger.open(storage, HOME, LEDGER_KEY, CLOCK.instant());
        this.accounts = AccountsOf.started(
                storage, HOME, INSTALLATION, CLOCK, () -> 0, Releases.DEVICE, ledger, new AlwaysAsked());
        this.consents = new ConsentsOf(
                storage,
                HOME,
                INSTALLATION,
                CLOCK,
                new ConsentsOf.Neighbourhood(ledger, accounts, new AlwaysAsked(), Releases.DEVICE, launcher));
        consents.look();
    }

    /** A PC whose laboratory has an administrator, and has allowed remote support. */
    static FaultyStorage furnished() throws Exception {
        FaultyStorage storage = new FaultyStorage(HOME, INSTALLATION);
        DurableFiles files = new DurableFiles(storage);
        copyInstallation(files);
        for (String folder : List.of("modules", "config", "generations/1")) {
            files.makeFolder(HOME.resolve(folder));
        }
        for (Map.Entry<String, byte[]> module : Releases.modules().entrySet()) {
            files.write(HOME.resolve("modules/" + module.getKey() + ".jar"), module.getValue());
        }
        files.write(SETTINGS, EDITED);
        files.write(
                HOME.resolve("generations/1/SHA256SUMS"),
                org.benchconnect.launcher.list.ModuleList.read(INSTALLATION.resolve("release/SHA256SUMS"))
                        .byContent()
                        .toText());
        files.write(HOME.resolve("generations/current"), "1\n");
        UpgradePc pc = new UpgradePc(storage);
        pc.accounts.first(AlwaysAsked.QUESTION, Releases.CODE.toCharArray(), "Ada Verdi", People.PIN.toCharArray());
        pc.consents.give(AlwaysAsked.QUESTION, SUPPORT, pc.accounts.all().get(0).id(), People.PIN, true);
        pc.consents.close();
        return storage;
    }

    private static void copyInstallation(DurableFiles files) throws IOException {
        try (Stream<Path> all = Files.walk(INSTALLATION)) {
            for (Path file : all.sorted().toList()) {
                if (Files.isDirectory(file)) {
                    files.makeFolder(file);
                } else {
                    files.write(file, Files.readAllBytes(file));
                }
            }
        }
    }

    /**
     * What counts on this PC.
     *
     * @param lines what runs: each feature with its version and modules
     * @param brought the settings of the features
     * @param granted what runs with privileges
     * @param edited the settings file
     * @param ledger how the ledger is
     */
    record View(
            List<String> lines,
            Map<String, FeatureConfigurations.Brought> brought,
            Map<String, String> granted,
            String edited,
            LedgerState ledger) {}

    View view() throws IOException {
        return new View(
                launcher.lines(),
                StepsOf.configurations(storage, INSTALLATION, HOME).now(),
                launcher.granted(),
                new String(storage.read(SETTINGS, 10_000).orElse(new byte[0]), StandardCharsets.UTF_8),
                ledger.state());
    }

    /** What counts once the agent has started with what a disk has; the disk is changed by that as by the agent. */
    static View view(FaultyStorage storage) throws IOException {
        UpgradePc pc = new UpgradePc(storage);
        pc.consents.close();
        return pc.view();
    }
}
