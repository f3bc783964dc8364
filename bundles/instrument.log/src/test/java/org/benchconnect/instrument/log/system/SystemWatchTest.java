package org.benchconnect.instrument.log.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.link.Egress;
import org.benchconnect.core.link.EgressRefusedException;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.benchconnect.instrument.log.Neighbours;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemWatchTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @TempDir
    Path folder = Path.of("");

    private final Told told = new Told();

    /** Remembers what it was told; fails when told to. */
    private static final class Told implements Notifications, Neighbours {
        final List<String> said = new ArrayList<>();
        boolean failing;

        @Override
        public CompletableFuture<Void> report(String source, List<Signal> signals, Set<Condition> healthy) {
            if (failing) {
                return CompletableFuture.failedFuture(new IllegalStateException("told to fail"));
            }
            signals.forEach(signal -> said.add("+" + signal.code().name() + " " + signal.severity()));
            healthy.stream().map(condition -> "-" + condition.code()).sorted().forEach(said::add);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Void> record(String adapter, FileMark file, Observation observation) {
            throw new UnsupportedOperationException("no file is read");
        }

        @Override
        public CompletableFuture<Optional<Notification>> acknowledge(long id) {
            throw new UnsupportedOperationException("nobody does");
        }

        @Override
        public CompletableFuture<Boolean> seenByService(long id) {
            throw new UnsupportedOperationException("nobody does");
        }

        @Override
        public List<Notification> active() {
            return List.of();
        }

        @Override
        public List<Notification> history(int limit) {
            return List.of();
        }

        @Override
        public Shift sinceLastShift() {
            return new Shift(NOW, List.of());
        }

        @Override
        public @Nullable AgentStore store() {
            return null;
        }

        @Override
        public Notifications notifications() {
            return this;
        }
    }

    private static SystemSettings settings(String service, int port, String queue) {
        return new SystemSettings(
                service,
                "",
                port == 0 ? "" : "127.0.0.1",
                port,
                queue,
                "*.msg",
                Duration.ofMinutes(30),
                Duration.ofMinutes(120),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5));
    }

    private static final Egress ALL = new Egress() {
        @Override
        public void requireService(String host, int port) throws EgressRefusedException {
            throw new EgressRefusedException(host, port);
        }

        @Override
        public void requireLaboratory(String host, int port) {
            // on the administrator's list
        }
    };

    private SystemWatch watch(SystemSettings settings, @Nullable Egress egress) {
        return new SystemWatch(
                "cellmek",
                settings,
                new Services(folder.resolve("groups")),
                told,
                () -> egress,
                Clock.fixed(NOW, ZoneOffset.UTC),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void waiting(String name, Duration age) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "");
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
    }

    @Test
    void theAgeOfTheOldestFileTellsHowUrgentItIs() throws IOException {
        SystemWatch watch = watch(settings("", 0, folder.toString()), null);

        watch.step();
        waiting("old.msg", Duration.ofMinutes(31));
        waiting("other.txt", Duration.ofDays(3));
        watch.step();
        waiting("older.msg", Duration.ofMinutes(121));
        watch.step();
        Files.delete(folder.resolve("old.msg"));
        Files.delete(folder.resolve("older.msg"));
        watch.step();

        assertEquals(
                List.of(
                        "-QUEUE_STUCK",
                        "-QUEUE_UNREADABLE",
                        "+QUEUE_STUCK WARNING",
                        "+QUEUE_STUCK FAULT",
                        "-QUEUE_STUCK"),
                told.said);
    }

    @Test
    void whatWaitsIsWorkAndAFolderThatIsGoneIsUnknown() throws IOException {
        SystemWatch watch = watch(settings("", 0, folder.toString()), null);
        assertEquals(Activity.UNKNOWN, watch.activity());

        waiting("new.msg", Duration.ZERO);
        watch.step();
        assertEquals(Activity.ACQUIRING, watch.activity());

        SystemWatch gone = watch(settings("", 0, folder.resolve("gone").toString()), null);
        gone.step();
        assertEquals(Activity.UNKNOWN, gone.activity());
        assertEquals("+QUEUE_UNREADABLE WARNING", told.said.get(told.said.size() - 1));
    }

    @Test
    void aConnectionIsDownAfterThreeChecksAndUpAfterOne() throws IOException {
        SystemWatch watch;
        int port;
        // Bound, and nobody listens there: no other program gets it meanwhile.
        try (Socket bound = new Socket()) {
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            port = bound.getLocalPort();
            watch = watch(settings("", port, ""), ALL);

            watch.step();
            watch.step();
            assertEquals(List.of("-CONNECTION_NOT_PERMITTED"), told.said);
            watch.step();
        }
        try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            watch.step();
            assertTrue(server.accept().getInputStream().read() < 0, "not a byte was sent");
        }

        assertEquals(List.of("-CONNECTION_NOT_PERMITTED", "+CONNECTION_DOWN FAULT", "-CONNECTION_DOWN"), told.said);
    }

    @Test
    void withoutPermissionNothingConnects() throws IOException {
        Egress none = new Egress() {
            @Override
            public void requireService(String host, int port) {
                // the service side is none of the laboratory's
            }

            @Override
            public void requireLaboratory(String host, int port) throws EgressRefusedException {
                throw new EgressRefusedException(host, port);
            }
        };
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(200);
            watch(settings("", server.getLocalPort(), ""), none).step();
            watch(settings("", server.getLocalPort(), ""), null).step();

            org.junit.jupiter.api.Assertions.assertThrows(java.net.SocketTimeoutException.class, server::accept);
        }
        assertEquals(List.of("+CONNECTION_NOT_PERMITTED WARNING", "+CONNECTION_NOT_PERMITTED WARNING"), told.said);
    }

    @Test
    void aUnitRunsIfItsGroupHasProcesses() throws IOException {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                System.getProperty("os.name").startsWith("Linux"), "units are systemd's");
        Services services = new Services(folder.resolve("groups"));
        assertEquals(Running.UNKNOWN, services.service("cellmek"));

        Path unit = Files.createDirectories(folder.resolve("groups/cellmek.service"));
        Files.writeString(unit.resolve("cgroup.events"), "populated 1\nfrozen 0\n");

        assertEquals(Running.YES, services.service("cellmek"));
        assertEquals(Running.NO, services.service("other.service"));
        assertEquals(Running.UNKNOWN, services.service("../../etc"));
    }

    @Test
    void aServiceThatStopsIsToldAtTheSecondCheck() throws IOException {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                System.getProperty("os.name").startsWith("Linux"), "units are systemd's");
        Files.createDirectories(folder.resolve("groups"));
        SystemWatch watch = watch(settings("cellmek", 0, ""), null);

        watch.step();
        assertEquals(List.of("-SERVICE_UNKNOWN"), told.said);
        watch.step();

        assertEquals(List.of("-SERVICE_UNKNOWN", "+SERVICE_STOPPED FAULT"), told.said);
    }

    @Test
    void whatCouldNotBeToldIsToldAtTheNextCheck() {
        SystemWatch watch = watch(settings("", 0, folder.resolve("gone").toString()), null);
        told.failing = true;
        watch.step();
        told.failing = false;

        watch.step();

        assertEquals(List.of("+QUEUE_UNREADABLE WARNING"), told.said);
    }

    @Test
    void everyCodeHasItsTextsInEveryLanguage() throws IOException {
        for (Language language : Language.values()) {
            try (InputStream file =
                    Objects.requireNonNull(SystemCode.class.getResourceAsStream("/" + language.file()))) {
                Set<String> keys = Texts.read(language, file).byKey().keySet();
                for (SystemCode code : SystemCode.values()) {
                    for (String part : List.of("title", "detail", "remedy")) {
                        assertTrue(keys.contains("code." + code.name() + "." + part), code + " " + language);
                    }
                }
            }
        }
    }
}
