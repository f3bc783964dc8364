package org.benchconnect.teamviewerbridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.benchconnect.core.signal.SoftwareVersion;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LookupTest {
    @Nested
    class OnLinux {
        @Test
        void withoutThePackageThereIsNoClient(@TempDir Path folder) throws Exception {
            assertEquals(
                    Client.ABSENT, ClientLookup.linux(folder.resolve("missing")).look());
        }

        @Test
        void aRemovedPackageMayLeaveItsConfiguration(@TempDir Path folder) throws Exception {
            conf(folder, "[int32] ClientID = 123456789\n");

            assertEquals(Client.ABSENT, ClientLookup.linux(folder).look());
        }

        @Test
        void aConfigurationThatCannotBeReadLeavesVersionAndIdUnknown(@TempDir Path folder) throws Exception {
            Files.createDirectories(folder.resolve("tv_bin"));

            assertEquals(
                    new Client(true, null, null), ClientLookup.linux(folder).look());
        }

        @Test
        void anInstalledClientIsRead(@TempDir Path folder) throws Exception {
            Files.createDirectories(folder.resolve("tv_bin"));
            conf(folder, "[int32] ClientID = 123456789\n[strng] Version = \"15.57.5\"\n");

            assertEquals(
                    new Client(true, new SoftwareVersion(List.of(15, 57, 5)), 123456789L),
                    ClientLookup.linux(folder).look());
        }

        private void conf(Path folder, String text) throws IOException {
            Files.createDirectories(folder.resolve("config"));
            Files.writeString(folder.resolve("config/global.conf"), text);
        }
    }

    /** A shell script in the place of reg.exe, called as the real one is. */
    @Nested
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a shell script stands in for reg.exe")
    class OnWindows {
        private Path systemRoot(Path folder, String script) throws IOException {
            Path reg = Files.createDirectories(folder.resolve("System32")).resolve("reg.exe");
            Files.writeString(reg, "#!/bin/sh\n" + script);
            Files.setPosixFilePermissions(reg, PosixFilePermissions.fromString("rwx------"));
            return folder;
        }

        @Test
        void theKeyOf32BitsIsAskedFirstAndThenTheOther(@TempDir Path folder) throws Exception {
            Path root = systemRoot(
                    folder,
                    """
                    [ "$1 $2" = 'query HKLM\\SOFTWARE\\TeamViewer' ] || exit 1
                    printf '\\r\\nHKEY_LOCAL_MACHINE\\\\SOFTWARE\\\\TeamViewer\\r\\n'
                    printf '    Version    REG_SZ    15.57.5\\r\\n    ClientID    REG_DWORD    0x75bcd15\\r\\n'
                    """);

            assertEquals(
                    new Client(true, new SoftwareVersion(List.of(15, 57, 5)), 123456789L),
                    ClientLookup.windows(root).look());
        }

        @Test
        void aCommandThatIsNotThereIsNoClient(@TempDir Path folder) throws Exception {
            assertEquals(Client.ABSENT, ClientLookup.windows(folder).look());
        }

        @Test
        @Timeout(120)
        void aCommandThatHangsIsEnded(@TempDir Path folder) throws Exception {
            Path root = systemRoot(folder, "echo $$ > '" + folder.resolve("pid") + "'\nexec sleep 600\n");
            Command hanging =
                    new Command(List.of(root.resolve("System32/reg.exe").toString()), Duration.ofMillis(300), 1000);

            Path number = Files.createFile(folder.resolve("pid"));
            while (Files.size(number) == 0) { // again where it was ended before it began
                assertEquals(Optional.empty(), assertTimeoutPreemptively(Duration.ofSeconds(60), hanging::run));
            }

            long pid = Long.parseLong(Files.readString(number).strip());
            ProcessHandle.of(pid).ifPresent(left -> left.onExit().join());
        }

        @Test
        void anEndlessOutputIsCutOff(@TempDir Path folder) throws Exception {
            Path root = systemRoot(folder, "exec yes\n");
            Command endless =
                    new Command(List.of(root.resolve("System32/reg.exe").toString()), Duration.ofSeconds(5), 1000);

            assertEquals(Optional.empty(), assertTimeoutPreemptively(Duration.ofSeconds(60), endless::run));
        }
    }

    @Nested
    class Report {
        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
        private final Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return now.get();
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };

        @Test
        void theClientIsLookedForAtMostOnceAMinute() {
            AtomicInteger looks = new AtomicInteger();
            TeamViewerReport report = new TeamViewerReport(clock, () -> {
                looks.incrementAndGet();
                return new Client(true, new SoftwareVersion(List.of(15, 57, 5)), 123456789L);
            });

            assertEquals(
                    "INSTALLED=btrue;VERSION=v15.57.5;CLIENT_ID=n123456789",
                    looked(report).facts().encode());
            report.status();
            assertEquals(1, looks.get());
            now.set(now.get().plusSeconds(61));
            for (int i = 0; i < 40 && looks.get() < 2; i++) {
                report.status();
            }
            assertEquals(2, looks.get());
        }

        /** A status waits for a look that is slow no longer than a second. */
        private Status looked(TeamViewerReport report) {
            Status said = report.status();
            for (int i = 0; i < 40 && said.facts().encode().equals("INSTALLED=bfalse"); i++) {
                said = report.status();
            }
            return said;
        }

        @Test
        void aSlowLookHoldsUpNobody() {
            CountDownLatch never = new CountDownLatch(1);
            TeamViewerReport report = new TeamViewerReport(clock, () -> {
                never.await();
                return Client.ABSENT;
            });

            assertEquals(
                    "INSTALLED=bfalse",
                    assertTimeoutPreemptively(Duration.ofSeconds(60), report::status)
                            .facts()
                            .encode());
            never.countDown();
        }

        @ParameterizedTest
        @EnumSource
        void everyLanguageSaysIt(Language language) throws IOException {
            Texts texts = Texts.read(
                    language, Objects.requireNonNull(getClass().getClassLoader().getResourceAsStream(language.file())));
            TeamViewerReport report =
                    new TeamViewerReport(clock, () -> new Client(true, new SoftwareVersion(List.of(15)), 5L));

            Status status = looked(report);
            String said = texts.get("status." + status.subject(), status.facts());

            assertFalse(said.contains("–") || said.contains("{"), said);
            assertTrue(said.contains("TeamViewer"), said);
            assertTrue(texts.byKey().containsKey("status.TEAMVIEWER_MISSING"));
        }
    }

    @Test
    void whereTeamViewerHasNoPlaceThatWeKnowThereIsNoClient() throws Exception {
        assertEquals(Client.ABSENT, ClientLookup.here("Plan 9", Map.of()).look());
    }
}
