package org.benchconnect.store;

import static org.benchconnect.store.Given.NOON;
import static org.benchconnect.store.Given.active;
import static org.benchconnect.store.Given.done;
import static org.benchconnect.store.Given.failure;
import static org.benchconnect.store.Given.number;
import static org.benchconnect.store.Given.waiting;
import static org.benchconnect.store.Given.yes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.benchconnect.core.store.StoreException;
import org.benchconnect.core.store.StoreHealth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the disk does: what was acknowledged stays, the store stays up, says what is wrong and recovers. */
class TroubledDiskTest {
    @TempDir
    Path home;

    @Nullable
    SqliteStore store;

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
    }

    SqliteStore open(Limits limits) {
        SqliteStore opened = Given.store(home, limits);
        opened.bindStreams(stream -> true);
        store = opened;
        return opened;
    }

    /** Writes until the disk is full; the ids that were acknowledged. */
    static List<Long> fill(SqliteStore store) throws Exception {
        List<Long> acknowledged = new ArrayList<>();
        while (acknowledged.size() < 100_000) {
            List<CompletableFuture<Long>> some = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                some.add(store.write(Given::open));
            }
            for (CompletableFuture<Long> each : some) {
                try {
                    acknowledged.add(done(each));
                } catch (ExecutionException e) {
                    assertEquals(StoreHealth.DISK_FULL, ((StoreException) e.getCause()).health());
                    return acknowledged;
                }
            }
        }
        throw new AssertionError("it was never full");
    }

    @Nested
    class WhenFull {
        @Test
        void acknowledgedRowsStayAndHealthTells() throws Exception {
            SqliteStore full = open(Given.QUICK.maxPages(60));

            List<Long> acknowledged = fill(full);

            assertEquals(StoreHealth.DISK_FULL, full.health());
            assertEquals(acknowledged, active(full));
            full.close();
            assertEquals(acknowledged, active(open(Given.QUICK)));
        }

        @Test
        void changeThatMakesRoomIsDoneAndHealthRecovers() throws Exception {
            SqliteStore full = open(Given.QUICK.maxPages(100));
            List<Long> acknowledged = fill(full);
            assertEquals(StoreHealth.DISK_FULL, full.health());

            assertTrue(yes(full.write(tables -> {
                acknowledged.forEach(id -> tables.outbox().sent(id, "{}", NOON));
                return true;
            })));

            assertEquals(StoreHealth.OK, full.health());
            assertEquals(0, waiting(full));
            assertTrue(number(full.write(Given::open)) > 0);
        }

        @Test
        void realFullDiskRecoversByItselfWhenThereIsSpace() throws Exception {
            assumeTrue(mount("-t", "tmpfs", "-o", "size=600k", "tmpfs", home.toString()), "needs root to mount");
            try {
                SqliteStore full = open(Given.QUICK);
                List<Long> acknowledged = fill(full);
                assertEquals(StoreHealth.DISK_FULL, full.health());
                assertEquals(acknowledged, active(full));

                assertTrue(mount("-o", "remount,size=4m", home.toString()));

                Given.await(() -> full.health() == StoreHealth.OK);
                long next = number(full.write(Given::open));
                assertEquals(acknowledged.size() + 1, active(full).size());
                full.close();
                SqliteStore again = open(Given.QUICK);
                assertTrue(active(again).containsAll(acknowledged));
                assertTrue(active(again).contains(next));
                again.close();
            } finally {
                assertTrue(run("umount", home.toString()));
            }
        }

        @Test
        void startOnAFullDiskRecoversWhenThereIsSpace() throws Exception {
            assumeTrue(mount("-t", "tmpfs", "-o", "size=600k", "tmpfs", home.toString()), "needs root to mount");
            try {
                SqliteStore first = open(Given.QUICK);
                done(first.write(Given::open));
                first.close();
                takeAllSpace(home.resolve("ballast"));

                SqliteStore full = open(Given.QUICK);

                assertEquals(StoreHealth.DISK_FULL, full.health());
                assertEquals(
                        StoreHealth.DISK_FULL, failure(full.write(Given::open)).health());
                Files.delete(home.resolve("ballast"));
                Given.await(() -> full.health() == StoreHealth.OK);
                assertEquals(List.of(1L), active(full));
                assertEquals(2, full.bootEpoch());
            } finally {
                close();
                assertTrue(run("umount", home.toString()));
            }
        }

        private static void takeAllSpace(Path ballast) throws IOException {
            try (var out = Files.newOutputStream(ballast)) {
                while (true) {
                    out.write(new byte[1024]);
                }
            } catch (IOException full) {
                assertTrue(Files.exists(ballast));
            }
        }

        private static boolean mount(String... arguments) throws Exception {
            List<String> command = new ArrayList<>(List.of("mount"));
            command.addAll(List.of(arguments));
            return Files.isExecutable(Path.of("/bin/mount")) && run(command.toArray(String[]::new));
        }

        private static boolean run(String... command) throws Exception {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
            return process.exitValue() == 0;
        }
    }

    @Nested
    class WhenTheFileCannotBeUsed {
        @Test
        void storeIsThereAndSaysSoAndRecoversWhenItCan() throws Exception {
            Files.writeString(home.resolve("data"), "not a folder");
            SqliteStore broken = open(Given.QUICK);

            assertEquals(StoreHealth.UNAVAILABLE, broken.health());
            assertEquals(
                    StoreHealth.UNAVAILABLE, failure(broken.write(Given::open)).health());
            assertThrows(StoreException.class, () -> waiting(broken));
            assertThrows(StoreException.class, broken::agent);

            Files.delete(home.resolve("data"));

            Given.await(() -> broken.health() == StoreHealth.OK);
            assertEquals(1, number(broken.write(Given::open)));
        }

        @Test
        void folderInPlaceOfTheFileIsNotTouched() throws Exception {
            Files.createDirectories(home.resolve("data/agent.db/inside"));

            SqliteStore broken = open(Given.QUICK);

            assertEquals(StoreHealth.UNAVAILABLE, broken.health());
            assertTrue(Files.exists(home.resolve("data/agent.db/inside")));
        }

        @Test
        void folderThatCannotBeWrittenIsUnavailable() throws Exception {
            open(Given.QUICK).close();
            Path data = home.resolve("data");
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("r-x------"));
            try {
                assumeTrue(!Files.isWritable(data), "root may write everywhere");
                SqliteStore broken = open(Given.QUICK);
                assertEquals(StoreHealth.UNAVAILABLE, broken.health());
            } finally {
                Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
            }
        }

        @Test
        void fileThatMayOnlyBeReadIsUsedAgainWhenItMayBeWritten() throws Exception {
            open(Given.QUICK).close();
            Path file = home.resolve("data/agent.db");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
            assumeTrue(!Files.isWritable(file), "root may write everywhere");
            SqliteStore broken = open(Given.QUICK);
            assertEquals(StoreHealth.UNAVAILABLE, broken.health());

            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

            Given.await(() -> broken.health() == StoreHealth.OK);
            assertEquals(1, number(broken.write(Given::open)));
        }

        @Test
        void newerSchemaIsRefusedAndItsFileNotTouched() throws Exception {
            open(Given.QUICK).close();
            try (Statements sql = Given.sql(home)) {
                sql.update("PRAGMA user_version = " + (Migrations.NEWEST + 1));
            }
            byte[] before = Files.readAllBytes(home.resolve("data/agent.db"));

            SqliteStore refusing = open(Given.QUICK);

            assertEquals(StoreHealth.UNAVAILABLE, refusing.health());
            StoreException failure = failure(refusing.write(Given::open));
            assertEquals(Migrations.NEWEST + 1, ((NewerSchemaException) failure.getCause()).found());
            refusing.close();
            assertArrayEquals(before, Files.readAllBytes(home.resolve("data/agent.db")));
            assertFalse(Files.exists(home.resolve("data/agent.db.damaged-1")));
        }

        @Test
        void withoutPreinstalledLibraryTheStoreRefuses() throws Exception {
            assumeTrue(System.getProperty(NativeLibrary.PATH) == null, "this JVM has one pre-installed");
            SqliteStore refusing = new SqliteStore(home, Clock.systemUTC(), Given.QUICK, false);
            store = refusing;

            StoreException failure = failure(refusing.write(Given::open));

            assertEquals(
                    NativeLibrary.MissingException.class, failure.getCause().getClass());
            assertEquals(StoreHealth.UNAVAILABLE, refusing.health());
            assertFalse(Files.exists(home.resolve("data")));
        }
    }
}
