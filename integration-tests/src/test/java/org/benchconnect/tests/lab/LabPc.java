package org.benchconnect.tests.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.benchconnect.launcher.Agent;
import org.benchconnect.launcher.Installation;
import org.benchconnect.simulator.LmdWriter;
import org.benchconnect.simulator.Run;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.agent.AgentProcess;
import org.benchconnect.tests.agent.QuickInstallation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PC with an instrument, an installation of its own and an agent. It is {@linkplain #furnished furnished} by a first start of the real agent in a process
 * of its own, which finds {@linkplain PreparedIdentity keys} and reads the instrument's first file; the administrator of the operating system then pins the key. After that an agent
 * runs {@linkplain #start within this process}, once for each JVM (the database's native library can be loaded once), or in a
 * {@linkplain #startProcess process} of its own as often as wanted, never both.
 */
public final class LabPc implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LabPc.class);
    /** Long enough for any start on a slow machine. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration QUIET = Duration.ofHours(3);
    /** For the start of a module within this process; half of it for its end. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Path folder;
    private final LabVendor vendor;
    private final Map<String, Object> settings = new LinkedHashMap<>();
    private final LabApi api;
    private Agent agent;
    private int files;

    private LabPc(Path folder, LabVendor vendor) {
        this.folder = folder;
        this.vendor = vendor;
        this.api = new LabApi(home());
    }

    /**
     * A PC whose agent has run once.
     *
     * @param folder empty
     * @param model of its instrument, as the instrument's files say it ({@code Navios}, {@code Navios EX}); empty for none
     */
    public static LabPc furnished(Path folder, String model) throws Exception {
        LabPc pc = new LabPc(folder, LabVendor.in(folder.resolve("maker")));
        pc.install();
        pc.configure();
        if (!model.isEmpty()) {
            pc.instrumentWrites(model);
        }
        PreparedIdentity.into(pc.home());
        try (AgentProcess first = AgentProcess.start(pc.installation(), pc.home())) {
            Await.until("the keys are there", PATIENCE, () -> Files.exists(pc.devicePublicKey()));
            Await.until(
                    "the instrument is known",
                    PATIENCE,
                    () -> model.isEmpty()
                            || first.get("/api/v1/status?lang=en").toString().contains(model));
        }
        Files.copy(pc.devicePublicKey(), pc.installation().resolve("device.pub"));
        pc.instrumentIsQuiet();
        return pc;
    }

    /**
     * A PC whose agent never ran, with prepared keys that are pinned already and no instrument. Its installation has nobody who makes releases for it, so it has no
     * {@link #vendor} and takes no upgrade; what is in the build runs.
     */
    public static LabPc neverStarted(Path folder) throws Exception {
        LabPc pc = new LabPc(folder, null);
        QuickInstallation.into(pc.installation());
        pc.configure();
        PreparedIdentity.into(pc.home());
        Files.copy(pc.devicePublicKey(), pc.installation().resolve("device.pub"));
        return pc;
    }

    /** The build's {@linkplain QuickInstallation installation} with the vendor's folder. */
    private void install() throws IOException {
        QuickInstallation.into(installation());
        try (Stream<Path> all = Files.walk(vendor.vendorFolder())) {
            for (Path each : all.toList()) {
                Path copy = installation()
                        .resolve("vendor")
                        .resolve(vendor.vendorFolder().relativize(each).toString());
                Files.copy(each, copy);
            }
        }
    }

    private void configure() throws IOException {
        Files.createDirectories(transferFolder());
        Files.createDirectories(instrumentFolder());
        set("keys", Map.of("protector", "file"));
        set("adapter.navios", Map.of("folder", instrumentFolder().toString()));
        set(
                "instrument.folder",
                Map.of(
                        "poll-milliseconds", 100,
                        "stable-milliseconds", 100,
                        "run-gap-minutes", 1,
                        "idle-after-minutes", 2));
        set("file-transfer", Map.of("folder", transferFolder().toString()));
    }

    /** Writes a section of the settings; counts at once if an agent runs. */
    public void set(String section, Map<String, ?> values) throws IOException {
        settings.put(section, values);
        AgentProcess.configure(home(), settings);
    }

    /** The instrument writes a file that says its model. */
    public void instrumentWrites(String model) throws IOException {
        files++;
        Run run = Run.healthy().withEvents(500).withModel(model).withSeed(files);
        Path staged = Files.write(instrumentFolder().resolve(files + ".part"), LmdWriter.bytes(run));
        Files.move(staged, instrumentFolder().resolve("run-%05d.LMD".formatted(files)), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Its newest file becomes hours old: who begins to look now sees no run under way. */
    public void instrumentIsQuiet() throws IOException {
        Files.createDirectories(instrumentFolder());
        try (Stream<Path> all = Files.list(instrumentFolder())) {
            for (Path file : all.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(QUIET)));
            }
        }
    }

    /** Starts the agent within this process and waits until it answers. Where it would end its process because something takes too long, it goes on: this process has other tests. */
    public Agent start() throws Exception {
        System.setProperty("felix.extensions.disable", "true"); // as in jvm.options
        agent = Agent.prepare(
                new Installation(installation().toAbsolutePath()),
                home(),
                () -> LOG.warn("the agent within this process would start again"),
                LONGEST);
        agent.start();
        Await.until("the agent answers", PATIENCE, api::answers);
        untilItsKeysAreOpen();
        return agent;
    }

    /** Ends the agent within this process. */
    public void stop() {
        if (agent != null) {
            agent.close();
            agent = null;
        }
    }

    /** Starts it in a process of its own and waits until it answers. */
    public AgentProcess startProcess() throws Exception {
        AgentProcess started = AgentProcess.start(installation(), home());
        untilItsKeysAreOpen();
        return started;
    }

    /** The keys open beside everything else; before, nobody has an account and nothing is signed. */
    private void untilItsKeysAreOpen() throws Exception {
        Await.until("the accounts are read, with the keys", PATIENCE, () -> {
            LabApi.Answer people = api.get("/api/v1/accounts");
            return people.status() == 200
                    && (people.body().get("needsFirst").getAsBoolean()
                            || !people.body().getAsJsonArray("accounts").isEmpty());
        });
    }

    /** Starts it in a process of its own that is kept running, and waits until it answers. */
    public Supervised startSupervised() throws Exception {
        Supervised started = Supervised.start(this);
        untilItsKeysAreOpen();
        return started;
    }

    /** The same, and waits for nothing. */
    public Supervised launchSupervised() throws IOException {
        return Supervised.launch(this);
    }

    /** The agent within this process. */
    public Agent agent() {
        return agent;
    }

    /** Its local API, wherever it runs. */
    public LabApi api() {
        return api;
    }

    /** The people in front of it, who answer by its local API. */
    public LabPeople people() {
        return new LabPeople(this);
    }

    /** What services it has, for the tests of the agent within this process. */
    public LabServices services() {
        return new LabServices(agent.context());
    }

    /** Whether its local API answers. */
    public boolean isThere() {
        return api.answers();
    }

    /** Its upgrade utility, as people use it. */
    public LabUpgrade upgrade() {
        return new LabUpgrade(this);
    }

    /** What runs, for the tests of the agent within this process. */
    public LabComponents components() {
        return new LabComponents(agent.context());
    }

    /** Who makes releases for it. */
    public LabVendor vendor() {
        return vendor;
    }

    /** The installation folder, of this PC alone. */
    public Path installation() {
        return folder.resolve("installation");
    }

    /** The home folder. */
    public Path home() {
        return folder.resolve("home");
    }

    /** The folder of the file transfer's settings. */
    public Path transferFolder() {
        return folder.resolve("transfer");
    }

    /** Into which its instrument writes. */
    public Path instrumentFolder() {
        return folder.resolve("instrument");
    }

    private Path devicePublicKey() {
        return home().resolve("identity/device.pub");
    }

    @Override
    public void close() {
        stop();
        System.clearProperty("felix.extensions.disable");
        if (vendor != null) {
            vendor.close();
        }
    }
}
