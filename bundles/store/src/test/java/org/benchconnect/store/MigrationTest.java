package org.benchconnect.store;

import static org.benchconnect.store.Given.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.benchconnect.core.instrument.FileMark;
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

    @Test
    void everyVersionHasItsFile() throws Exception {
        for (int version = 1; version <= Migrations.NEWEST; version++) {
            assertTrue(Migrations.class.getResource("/schema/00" + version + ".sql") != null);
        }
        assertTrue(Migrations.class.getResource("/schema/00" + (Migrations.NEWEST + 1) + ".sql") == null);
    }
}
