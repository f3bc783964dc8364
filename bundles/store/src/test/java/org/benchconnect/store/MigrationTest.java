package org.benchconnect.store;

import static org.benchconnect.store.Given.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.link.HeadReport;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.store.StoreHealth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {
    @TempDir
    Path home;

    /** A database as the release wrote it that knew version 1. */
    private void versionOne() throws Exception {
        Files.createDirectories(home.resolve("data"));
        try (Statements sql = Given.sql(home)) {
            Database.configure(sql, Limits.SHIPPED);
            Migrations.to(1, sql);
            sql.update("INSERT INTO meta VALUES ('agent', '6f1c7c1e-5a3b-4c6d-8e9f-000102030405')");
            sql.update("INSERT INTO meta VALUES ('boot-epoch', 41)");
            sql.update("INSERT INTO meta VALUES ('mark-key', zeroblob(32))");
            sql.update("INSERT INTO meta VALUES ('notice-id', 6)");
            sql.update("INSERT INTO position VALUES ('navios', zeroblob(16), 10, 20, 30)");
            sql.update("INSERT INTO adapter (name, first_look, memory) VALUES ('navios', 30, 'LASER=1.0')");
            sql.update(
                    "INSERT INTO outbox (boot_epoch, at, stream, report) VALUES (41, ?, 'NOTICES', ?)",
                    NOON.toEpochMilli(),
                    ReportCodec.encode(Given.report(6)));
        }
    }

    @Test
    void versionOneIsBroughtUpToDateWithAllItHolds() throws Exception {
        versionOne();

        SqliteStore store = Given.sending(home);

        assertEquals(StoreHealth.OK, store.health());
        assertEquals("6f1c7c1e-5a3b-4c6d-8e9f-000102030405", store.agent().toString());
        assertEquals(42, store.bootEpoch());
        assertEquals(Set.of(new FileMark("0".repeat(32), 10, 20)), store.read(tables -> tables.positions()
                .read("navios")));
        assertEquals(List.of(new OutboxEntry(41, 1, NOON, Given.report(6))), store.read(tables -> tables.outbox()
                .after(0, 10)));
        assertEquals(7, Given.number(store.write(Given::open)));
        store.close();
        try (Statements sql = Given.sql(home)) {
            assertEquals(Migrations.NEWEST, Migrations.version(sql));
            assertEquals(0, sql.number("SELECT count(*) FROM quarantine"));
        }
    }

    /** A database as the release wrote it that knew version 2: what waits in it had no priority. */
    private void versionTwo() throws Exception {
        versionOne();
        try (Statements sql = Given.sql(home)) {
            Migrations.to(2, sql);
            String fault = ReportCodec.encode(Given.report(6));
            Head head = new Head("0f".repeat(16), 65, "ab".repeat(32), NOON, "A".repeat(86) + "==");
            put(sql, "NOTICES", fault.replace("|FAULT|", "|WARNING|").replace("LASER_POWER", "FAULT"));
            put(sql, "AUDIT_HEADS", ReportCodec.encode(new HeadReport(head)));
            sql.update(
                    "INSERT INTO notice VALUES (6, 'navios', 'LASER_POWER', 'LASER=n6', 'INSTRUMENT', 'FAULT', '',"
                            + " 'OPEN', 1, ?1, ?1, NULL, NULL)",
                    NOON.toEpochMilli());
        }
    }

    private static void put(Statements sql, String stream, String report) {
        sql.update(
                "INSERT INTO outbox (boot_epoch, at, stream, report) VALUES (41, ?, ?, ?)",
                NOON.toEpochMilli(),
                stream,
                report);
    }

    private static List<Long> next(SqliteStore store) {
        return store.read(tables -> tables.outbox().next(Set.of(), 10)).stream()
                .map(OutboxEntry::sequence)
                .toList();
    }

    @Test
    void whatWaitedInVersionTwoGetsThePriorityItWouldGetNow() throws Exception {
        versionTwo();

        SqliteStore store = Given.sending(home);

        assertEquals(List.of(1L, 3L, 2L), next(store));
        assertEquals(List.of(6L), Given.active(store));
        assertTrue(store.read(tables -> tables.notices().active()).get(0).escalatedAt() == null);
        store.close();
        try (Statements sql = Given.sql(home)) {
            assertEquals(3, sql.number("SELECT rows FROM outbox_size"));
            assertEquals(
                    sql.number("SELECT sum(length(report)) FROM outbox"), sql.number("SELECT bytes FROM outbox_size"));
        }
    }

    @Test
    void aDamagedVersionTwoIsSalvagedWithItsPriorities() throws Exception {
        versionTwo();
        try (Statements sql = Given.sql(home)) {
            sql.update("DROP TABLE position");
        }

        SqliteStore store = Given.sending(home);

        assertEquals(StoreHealth.SALVAGED, store.health());
        assertEquals(List.of(1L, 3L, 2L), next(store));
        store.close();
    }

    @Test
    void aDatabaseBroughtUpToDateSurvivesTheLossOfItsFirstPage() throws Exception {
        versionTwo();
        Given.sending(home).close();
        try (FileChannel file = FileChannel.open(home.resolve("data/agent.db"), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.allocate(PageOne.SIZE), 0);
        }

        SqliteStore store = Given.sending(home);

        assertEquals(StoreHealth.SALVAGED, store.health());
        assertEquals(List.of(1L, 3L, 2L), next(store));
        assertEquals(List.of(6L), Given.active(store));
        assertEquals(7, Given.number(store.write(Given::open)));
        store.close();
    }

    @Test
    void everyVersionHasItsFile() throws Exception {
        for (int version = 1; version <= Migrations.NEWEST; version++) {
            assertTrue(Migrations.class.getResource("/schema/00" + version + ".sql") != null);
        }
        assertTrue(Migrations.class.getResource("/schema/00" + (Migrations.NEWEST + 1) + ".sql") == null);
    }
}
