package org.benchconnect.instrument.folder;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.benchconnect.core.instrument.InstrumentAdapter;
import org.benchconnect.core.instrument.InstrumentState;
import org.benchconnect.core.instrument.InstrumentWatch;
import org.benchconnect.core.instrument.Instruments;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.store.AgentStore;
import org.jspecify.annotations.Nullable;
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
 * Watches the folder of each registered {@link InstrumentAdapter} that names one, and tells what is known of the
 * instruments. Adapters, database and notification client may come and go: a watch waits, and goes on where it was. When an
 * adapter has been gone for a minute and no other came in its place, its watch ends.
 *
 * <p>The Activity (R-60, fail closed) is what {@link ActivityRule} concludes from the files' growth, joined with what every {@link InstrumentWatch} tells.
 */
@Component(service = Instruments.class, immediate = true, configurationPid = "org.benchconnect.instrument.folder")
@Designate(ocd = FolderConfiguration.class)
public final class FolderInstruments implements Instruments, Neighbours {
    private static final Logger LOG = LoggerFactory.getLogger(FolderInstruments.class);

    /** How long a watch waits for the next adapter of its id: longer than any swap. */
    static final Duration LINGER = Duration.ofMinutes(1);

    private static final Duration END = Duration.ofSeconds(2);
    private static final String ID_FORM = "[a-z][a-z0-9-]{0,39}";

    private final FolderSettings settings;
    private final Clock clock;
    private final Clock steady;
    /** Changed only under this object's lock. */
    private final Map<String, Watched> watches = new ConcurrentSkipListMap<>();

    private final OtherWatches others;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable AgentStore store;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Notifications notifications;

    private record Watched(String folder, String pattern, AdapterSlot slot, FolderWatch watch, WatchThread thread) {}

    /** For the service component runtime, which makes no object of a class that is not public; the package is not exported. */
    @Activate
    public FolderInstruments(FolderConfiguration configuration) {
        this(FolderSettings.of(configuration), Clock.systemUTC(), new SteadyClock());
    }

    FolderInstruments(FolderSettings settings, Clock clock, Clock steady) {
        this.settings = settings;
        this.clock = clock;
        this.steady = steady;
        this.others = new OtherWatches(steady, LINGER);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    synchronized void addAdapter(InstrumentAdapter adapter, Map<String, Object> properties) {
        String id = text(properties, InstrumentAdapter.ID);
        String folder = text(properties, InstrumentAdapter.FOLDER);
        if (!id.matches(ID_FORM)) {
            LOG.error("an adapter without a valid {} is not used: {}", InstrumentAdapter.ID, adapter.getClass());
            return;
        }
        if (folder.isEmpty()) {
            return;
        }
        String pattern = text(properties, InstrumentAdapter.PATTERN);
        Watched known = watches.get(id);
        if (known == null || !known.folder().equals(folder) || !known.pattern().equals(pattern)) {
            watches.put(id, watch(id, folder, pattern, adapter, known));
        } else {
            known.slot().put(adapter);
            known.thread().wake();
        }
    }

    synchronized void removeAdapter(InstrumentAdapter adapter) {
        watches.values().forEach(watched -> watched.slot().take(adapter, steady.instant()));
    }

    synchronized void updatedAdapter(InstrumentAdapter adapter, Map<String, Object> properties) {
        removeAdapter(adapter);
        addAdapter(adapter, properties);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addWatch(InstrumentWatch watch, Map<String, Object> properties) {
        others.add(watch, text(properties, InstrumentAdapter.ID));
    }

    void removeWatch(InstrumentWatch watch) {
        others.remove(watch);
    }

    private Watched watch(
            String id, String folder, String pattern, InstrumentAdapter adapter, @Nullable Watched before) {
        if (before != null) {
            before.thread().stop();
        }
        AdapterSlot slot = new AdapterSlot();
        slot.put(adapter);
        WatchThread thread = new WatchThread();
        FolderWatch watch = new FolderWatch(
                id, folder, resultFolder(id, folder, pattern), settings, slot, this, clock, steady, thread::wake);
        thread.start("folder-" + id, watch, before == null ? null : before.thread(), () -> isRetired(id, slot));
        return new Watched(folder, pattern, slot, watch, thread);
    }

    private static ResultFolder resultFolder(String id, String folder, String pattern) {
        try {
            Path path = path(folder);
            if (path.isAbsolute()) {
                return new NioFolder(path, pattern.isEmpty() ? "*" : pattern, System::nanoTime);
            }
            LOG.error("the folder of adapter {} is not an absolute path", id);
        } catch (IllegalArgumentException unusable) {
            LOG.error("the folder or the pattern of adapter {} cannot be used on this system", id);
        }
        return new NoFolder();
    }

    /** Where the locale cannot name the folder, as the C locale cannot with an umlaut, its name is taken to be UTF-8. */
    static Path path(String folder) {
        try {
            return Path.of(folder);
        } catch (InvalidPathException inThisLocale) {
            if (!folder.startsWith("/")) {
                throw inThisLocale;
            }
            String encoded = URLEncoder.encode(folder, StandardCharsets.UTF_8)
                    .replace("+", "%20")
                    .replace("%2F", "/");
            return Path.of(URI.create("file://" + encoded));
        }
    }

    private static String text(Map<String, Object> properties, String key) {
        return properties.get(key) instanceof String text ? text.strip() : "";
    }

    /** Asked by the watch's own thread; once it is yes, nothing leads to that watch any more. */
    private synchronized boolean isRetired(String id, AdapterSlot slot) {
        Instant emptySince = slot.emptySince();
        if (emptySince == null || steady.instant().isBefore(emptySince.plus(LINGER))) {
            return false;
        }
        watches.values().removeIf(watched -> watched.slot() == slot);
        LOG.info("the watch of adapter {} ended: the adapter is gone", id);
        return true;
    }

    @Deactivate
    void stop() throws InterruptedException {
        List<Watched> all;
        synchronized (this) {
            all = List.copyOf(watches.values());
            watches.clear();
        }
        all.forEach(watched -> watched.thread().stop());
        for (Watched watched : all) {
            if (!watched.thread().awaitEnd(END)) {
                LOG.warn("a watch did not end in time: its folder does not answer");
            }
        }
    }

    @Override
    public List<InstrumentState> now() {
        return others.joinedWith(watches.values().stream()
                .map(watched -> watched.watch().state())
                .toList());
    }

    @Override
    public @Nullable AgentStore store() {
        return store;
    }

    @Override
    public @Nullable Notifications notifications() {
        return notifications;
    }
}
