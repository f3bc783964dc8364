package org.benchconnect.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.link.HeadReport;
import org.benchconnect.core.link.Report;
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.store.Outbox;
import org.benchconnect.core.store.Tables;
import org.benchconnect.crypto.device.DeviceIdentity;
import org.benchconnect.launcher.storage.Disk;
import org.benchconnect.ledger.testing.TestDevice;
import org.benchconnect.ledger.testing.TestLedger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.startlevel.FrameworkStartLevel;

class AuditLedgerTest {
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path home;

    @TempDir
    Path installation;

    private final TestDevice device = new TestDevice();
    private final AtomicInteger framework = new AtomicInteger(Bundle.ACTIVE);
    private final AtomicInteger level = new AtomicInteger(1);
    private final AtomicReference<@Nullable Ledger> registered = new AtomicReference<>();
    private final CompletableFuture<Report> sent = new CompletableFuture<>();

    @Test
    void beginAndEndOfTheAgentAreInTheLedgerAndASwapIsNot() throws Exception {
        new AuditLedger(context()).close();
        level.set(Platform.RUNNING);
        AuditLedger swapped = new AuditLedger(context());
        framework.set(Bundle.STOPPING);
        swapped.close();

        List<Event> events = reopened().all().stream().map(Entry::event).toList();

        assertEquals(
                List.of(EventKind.LEDGER_BEGUN, EventKind.AGENT_STARTED, EventKind.AGENT_ENDED),
                events.stream().map(Event::kind).toList());
        assertEquals("7", events.get(1).details().get(Detail.GENERATION));
        assertNull(registered.get());
    }

    @Test
    void headsAreSignedForTheirPurposeAndGoToTheOutbox() throws Exception {
        AuditLedger component = new AuditLedger(context());
        component.bindStore(store());
        assertEquals("LEDGER_NOT_SIGNED", component.status().subject().toString());

        component.bindIdentity(identity());

        Report report = sent.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        Ledger ledger = Optional.ofNullable(registered.get()).orElseThrow();
        Head head = ledger.head().orElseThrow();
        assertTrue(report instanceof HeadReport);
        assertEquals(head.ledger(), ((HeadReport) report).head().ledger());
        assertTrue(ledger.verify().holds());
        assertEquals("LEDGER", component.status().subject().toString());
        component.close();
    }

    @Test
    void aSignedLedgerIsOfferedOnlyWhenAKeyThatNobodyPutIntoTheHomeFolderSpeaksForIt() throws Exception {
        AuditLedger first = new AuditLedger(context());
        first.bindIdentity(identity());
        first.close();
        Files.createDirectories(home.resolve("identity"));
        Files.writeString(
                home.resolve("identity/device.pub"), new TestDevice().key().toText()); // the attacker's

        AuditLedger component = new AuditLedger(context());
        assertNull(registered.get());
        component.bindIdentity(identity());

        assertTrue(registered.get() != null);
        component.close();
    }

    @Test
    void aSignedLedgerIsOfferedAtOnceWhenTheKeyIsPinned() throws Exception {
        AuditLedger first = new AuditLedger(context());
        first.bindIdentity(identity());
        first.close();
        Files.writeString(installation.resolve("device.pub"), device.key().toText());

        AuditLedger component = new AuditLedger(context());

        assertTrue(registered.get() != null);
        component.close();
    }

    @Test
    void aFolderThatCannotBeOpenedIsReportedAndNoLedgerIsThere() throws Exception {
        Files.writeString(home.resolve("ledger"), "in its place");

        AuditLedger component = new AuditLedger(context());

        assertEquals("LEDGER_NOT_OPEN", component.status().subject().toString());
        assertNull(registered.get());
        component.close();
    }

    @Test
    void itIsWellOnceTheLedgerIsThereForEverybody() throws Exception {
        AuditLedger component = new AuditLedger(context());
        component.bindIdentity(identity());

        assertTrue(component.isWell());
        component.close();
    }

    @Test
    void itIsNotWellWhileTheFolderCannotBeOpened() throws Exception {
        Files.writeString(home.resolve("ledger"), "in its place");

        AuditLedger component = new AuditLedger(context());

        assertFalse(component.isWell());
        component.close();
    }

    private TestLedger reopened() throws Exception {
        return TestLedger.openWithoutKey(Disk.forOwner(), home, java.time.Instant.EPOCH);
    }

    private DeviceIdentity identity() {
        return fake(DeviceIdentity.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "publicKey" -> device.publicKey();
            case "sign" -> {
                assertEquals("ledger.head", arguments[0]);
                yield device.sign((byte[]) arguments[1]);
            }
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private AgentStore store() {
        Outbox outbox = fake(Outbox.class, (proxy, method, arguments) -> sent.complete((Report) arguments[0]));
        Tables tables = fake(Tables.class, (proxy, method, arguments) -> outbox);
        return fake(AgentStore.class, (proxy, method, arguments) -> {
            @SuppressWarnings("unchecked")
            Function<Tables, Object> change = (Function<Tables, Object>) arguments[0];
            return CompletableFuture.completedFuture(change.apply(tables));
        });
    }

    private BundleContext context() {
        FrameworkStartLevel levels = fake(FrameworkStartLevel.class, (proxy, method, arguments) -> level.get());
        Bundle system = fake(
                Bundle.class,
                (proxy, method, arguments) -> method.getName().equals("adapt") ? levels : framework.get());
        ServiceRegistration<?> registration = fake(ServiceRegistration.class, (proxy, method, arguments) -> {
            registered.set(null);
            return null;
        });
        return fake(BundleContext.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getProperty" -> property((String) arguments[0]);
            case "getBundle" -> system;
            case "registerService" -> {
                registered.set((Ledger) arguments[1]);
                yield registration;
            }
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private @Nullable String property(String name) {
        return switch (name) {
            case Platform.HOME -> home.toString();
            case Platform.INSTALLATION -> installation.toString();
            case Platform.GENERATION -> "7";
            default -> null;
        };
    }

    private static <T> T fake(Class<T> type, InvocationHandler behaviour) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, behaviour));
    }
}
