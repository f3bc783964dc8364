package org.benchconnect.teamviewerbridge.teamviewer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.session.Enforcement;
import org.benchconnect.core.session.RemoteDesktop;
import org.benchconnect.core.session.SessionView.Hindrance;
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.status.StatusSource;
import org.benchconnect.launcher.storage.Disk;
import org.benchconnect.launcher.storage.Storage;
import org.benchconnect.teamviewerbridge.ClientLookup;
import org.benchconnect.teamviewerbridge.engine.Engine;
import org.benchconnect.teamviewerbridge.engine.EngineException;
import org.benchconnect.teamviewerbridge.engine.Visit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remote sessions through TeamViewer. Looks at this PC every second, at the client's settings every minute.
 *
 * <p>Guaranteed: nobody can be asked for help through it unless every rule is proven; a connection is in the ledger; nothing is raised while one is seen or cannot be
 * ruled out, as of a look that is at most ten seconds old, and mostly one. Not guaranteed: what the client shows to whom, which is the client's; that a stop has ended a connection
 * when it returns: until that is seen, the desktop counts as reached.
 */
@Component(
        service = {Engine.class, RemoteDesktop.class, StatusSource.class},
        immediate = true,
        configurationPid = "org.benchconnect.remote-support-teamviewer")
@Designate(ocd = TeamViewerConfiguration.class)
public final class TeamViewerEngine implements Engine, RemoteDesktop, StatusSource {
    private static final Logger LOG = LoggerFactory.getLogger(TeamViewerEngine.class);
    private static final String FOLDER = "sessions";
    private static final long LOOK = 1; // seconds
    private static final long READ = 60; // seconds
    private static final long PATIENCE = 2; // seconds, for a stop at the end

    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(named("look"));
    private final ScheduledExecutorService reading = Executors.newSingleThreadScheduledExecutor(named("settings"));
    private final ScheduledExecutorService stopping = Executors.newSingleThreadScheduledExecutor(named("stop"));
    private final Operation operation;
    private final LogIntake log;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Ledger ledger;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Notifications notifications;

    /** For the component runtime, in a framework that our launcher started. */
    @Activate
    public TeamViewerEngine(BundleContext context, TeamViewerConfiguration set) {
        this(
                set,
                pc(System.getProperty("os.name"), System.getenv(), set.log_file()),
                ClientLookup.here(System.getProperty("os.name"), System.getenv()),
                Disk.forOwner(),
                Path.of(String.valueOf(context.getProperty(Platform.HOME))).resolve(FOLDER),
                Optional.ofNullable(context.getProperty(Platform.INSTALLATION)).map(Path::of));
    }

    TeamViewerEngine(
            TeamViewerConfiguration set,
            Pc pc,
            ClientLookup lookup,
            Storage storage,
            Path home,
            Optional<Path> installation) {
        Telling telling = new Telling(() -> ledger, () -> notifications);
        LogTimes times = LogTimes.valueOf(set.log_times().toUpperCase(Locale.ROOT));
        log = new LogIntake(new ConnectionLog(pc.log(), storage, home), times, telling, Clock.systemUTC());
        Steering steering =
                new Steering(set.service().equals("always"), set.unexpected().equals("stop"));
        operation = new Operation(pc, steering, telling, log, System::nanoTime, this::inTheBackground);
        ReadinessReader reader = new ReadinessReader(lookup, pc, storage, installation);
        looking.scheduleWithFixedDelay(safely(operation::tick), 0, LOOK, TimeUnit.SECONDS);
        reading.scheduleWithFixedDelay(
                safely(() -> operation.ready(reader.read(log.isReadable()))), 0, READ, TimeUnit.SECONDS);
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, "teamviewer-" + name);
            thread.setDaemon(true);
            return thread;
        };
    }

    private static Pc pc(String osName, Map<String, String> environment, String log) {
        String os = osName.toLowerCase(Locale.ROOT);
        Optional<Path> set = log.isBlank() ? Optional.empty() : Optional.of(Path.of(log));
        if (os.startsWith("windows")) {
            Path programs = Path.of(environment.getOrDefault("ProgramFiles", "C:\\Program Files"));
            Path older = Path.of(environment.getOrDefault("ProgramFiles(x86)", "C:\\Program Files (x86)"));
            Path client = Files.isDirectory(programs.resolve("TeamViewer"))
                    ? programs.resolve("TeamViewer")
                    : older.resolve("TeamViewer");
            return new WindowsPc(
                    Path.of(environment.getOrDefault("SystemRoot", "C:\\Windows")),
                    set.orElse(client.resolve(WindowsPc.LOG)));
        }
        Path root = Path.of("/");
        return os.startsWith("linux")
                ? new LinuxPc(root, set.orElse(root.resolve(LinuxPc.LOG)))
                : new OtherPc(set.orElse(root.resolve(LinuxPc.LOG)));
    }

    /** Work that may fail or be interrupted; the next time it is tried again. */
    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }

    private static Runnable safely(Work work) {
        return () -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.error("looking after TeamViewer failed; it is tried again", e);
            }
        };
    }

    private void inTheBackground(Runnable work) {
        try {
            stopping.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("this engine has ended", e);
        }
    }

    /** The component runtime calls it: a visit is cut, which may take the system a moment longer. */
    @Deactivate
    public void close() {
        operation.close();
        looking.shutdownNow();
        reading.shutdownNow();
        stopping.shutdown();
        try {
            stopping.awaitTermination(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String id() {
        return "teamviewer";
    }

    @Override
    public String feature() {
        return "org.benchconnect.remote-support";
    }

    /** The client asks the person for the screen and for input; the settings, which are proven, leave no files and no clipboard. */
    @Override
    public Map<Privilege, Enforcement> enforcement() {
        return Map.of(
                Privilege.VIEW_SCREEN, Enforcement.DELEGATED,
                Privilege.CONTROL_INPUT, Enforcement.DELEGATED,
                Privilege.SHARE_CLIPBOARD, Enforcement.UNSUPPORTED,
                Privilege.TRANSFER_FILES, Enforcement.UNSUPPORTED);
    }

    @Override
    public List<Hindrance> hindrances() {
        return operation.readiness().hindrances();
    }

    @Override
    public Running begin(Visit visit) throws EngineException {
        return operation.begin(visit);
    }

    @Override
    public Reach reach() {
        return operation.reach();
    }

    /** Freezes nothing: {@link #reach} says when somebody is connected, and then nothing is raised. */
    @Override
    public Hold hold() {
        return () -> {};
    }

    @Override
    public Status status() {
        return SettingsStatus.of(operation.readiness(), operation.seen(), log.fitting());
    }

    /** Where the client has no place that we know: there is none. */
    private record OtherPc(Path log) implements Pc {
        @Override
        public Set<Long> processes() {
            return Set.of();
        }

        @Override
        public Set<String> processNames() {
            return Set.of();
        }

        @Override
        public ServiceState service() {
            return ServiceState.STOPPED;
        }

        @Override
        public Map<String, Setting> settings() {
            return Map.of();
        }

        @Override
        public boolean start() {
            return false;
        }

        @Override
        public boolean stop() {
            return true;
        }
    }
}
