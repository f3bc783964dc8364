package org.benchconnect.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.link.HeadReport;
import org.benchconnect.core.status.HealthCheck;
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.status.StatusSource;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.storage.Disk;
import org.benchconnect.ledger.format.Heads;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Provides {@link Ledger} in the folder {@code ledger} of the home folder as soon as it is open; a disk that does not let it is tried again. Signs as soon
 * as the device's keys are there, and gives heads to the outbox, which takes them if their stream is on.
 */
@Component(
        service = {StatusSource.class, HealthCheck.class},
        immediate = true)
public final class AuditLedger implements StatusSource, HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(AuditLedger.class);

    private final BundleContext context;
    private final Path home;
    private final InstantSource clock = Clock.systemUTC();
    private final Later later = new LedgerThread();
    private volatile @Nullable AgentStore store;
    /** Guarded by this, as all below. */
    private @Nullable Signer signer;

    private @Nullable DeviceIdentity identity;
    /** Read without it too. */
    private volatile @Nullable FileLedger ledger;

    private @Nullable ServiceRegistration<Ledger> registration;
    /** Whether it is registered; read without the lock. */
    private volatile boolean offered;

    private boolean closed;

    /** In the home folder that the launcher names. */
    @Activate
    public AuditLedger(BundleContext context) {
        this.context = context;
        String named = context.getProperty(Platform.HOME);
        if (named == null) {
            throw new IllegalStateException("the launcher did not say where home is: " + Platform.HOME);
        }
        this.home = Path.of(named);
        open();
    }

    private synchronized void open() {
        if (closed) {
            return;
        }
        try {
            FileLedger opened = new FileLedger(
                    Disk.forOwner(), Reads.fromDisk(), home.resolve("ledger"), knownKey(), clock, later, this::witness);
            if (startsWithTheAgent()) { // not when this bundle alone is swapped
                opened.note(started());
            }
            opened.signer(signer);
            ledger = opened;
            offer(opened);
        } catch (IOException e) {
            LOG.error("The ledger cannot be opened. Nothing that needs a consent runs until it can: {}", e.toString());
            later.in(DiskTrouble.AGAIN_AFTER, this::open);
        }
    }

    /** Offers it as soon as nobody can draw rights from entries that somebody else added. */
    private synchronized void offer(FileLedger opened) {
        if (registration == null && !closed && opened.isProven()) {
            registration = context.registerService(Ledger.class, opened, null);
            offered = true;
        }
    }

    private boolean startsWithTheAgent() {
        return framework().adapt(FrameworkStartLevel.class).getStartLevel() < Platform.RUNNING;
    }

    private Bundle framework() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
    }

    private Event started() {
        String generation = context.getProperty(Platform.GENERATION);
        Event event = Event.of(EventKind.AGENT_STARTED);
        return generation != null && Detail.GENERATION.takes(generation)
                ? event.with(Detail.GENERATION, generation)
                : event;
    }

    /**
     * The key that an administrator pinned, before the device's identity is opened. Not that in the home folder: whoever adds entries there can put his own
     * key beside them. If that one is another, the identity is waited for.
     */
    private Optional<DeviceKey> knownKey() throws IOException {
        String installation = context.getProperty(Platform.INSTALLATION);
        Optional<DeviceKey> own = key(home.resolve("identity"));
        return installation == null
                ? Optional.empty()
                : key(Path.of(installation))
                        .filter(pinned -> own.isEmpty() || own.get().equals(pinned));
    }

    private static Optional<DeviceKey> key(Path folder) throws IOException {
        Path file = folder.resolve(DeviceKey.FILE);
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(DeviceKey.read(file));
        } catch (ListRefusedException e) {
            LOG.warn("The device's public key cannot be read; the ledger is checked when the keys are open", e);
            return Optional.empty();
        }
    }

    private void witness(Head head) {
        AgentStore now = store;
        if (now != null) {
            now.write(tables -> tables.outbox().append(new HeadReport(head), clock.instant()))
                    .exceptionally(failure -> {
                        LOG.warn("A head of the ledger could not be put into the outbox: {}", failure.toString());
                        return false;
                    });
        }
    }

    /** From now on the device signs heads. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public synchronized void bindIdentity(DeviceIdentity service) {
        identity = service;
        signer = new Signer() {
            @Override
            public byte[] publicKey() {
                return service.publicKey();
            }

            @Override
            public byte[] sign(byte[] message) {
                return service.sign(Heads.PURPOSE, message);
            }
        };
        FileLedger now = ledger;
        if (now != null) {
            now.signer(signer);
            offer(now);
        }
    }

    /** No head is signed, unless another service came before this one went. */
    public synchronized void unbindIdentity(DeviceIdentity service) {
        if (service.equals(identity)) {
            identity = null;
            signer = null;
            if (ledger != null) {
                ledger.signer(null);
            }
        }
    }

    /** From now on heads go to this store's outbox. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindStore(AgentStore service) {
        store = service;
    }

    /** They go nowhere, unless another service came before this one went. */
    public void unbindStore(AgentStore service) {
        if (service.equals(store)) {
            store = null;
        }
    }

    /** Says so in the ledger if the agent ends, writes what waits, and signs a last head. */
    @Deactivate
    public synchronized void close() {
        closed = true;
        if (registration != null) {
            registration.unregister();
        }
        if (ledger == null) {
            later.end();
            return;
        }
        if (framework().getState() == Bundle.STOPPING) {
            ledger.note(Event.of(EventKind.AGENT_ENDED));
        }
        ledger.close();
    }

    @Override
    public Status status() {
        FileLedger now = ledger;
        return now == null ? LedgerStatus.notOpen() : LedgerStatus.of(now);
    }

    /** It is open, proven, and there for everybody. A full disk is nobody's fault here. */
    @Override
    public boolean isWell() {
        return offered;
    }
}
