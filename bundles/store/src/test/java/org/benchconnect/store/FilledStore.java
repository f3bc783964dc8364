package org.benchconnect.store;

import static org.benchconnect.store.Given.NOON;
import static org.benchconnect.store.Given.active;
import static org.benchconnect.store.Given.done;
import static org.benchconnect.store.Given.number;
import static org.benchconnect.store.Given.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.benchconnect.core.instrument.FileMark;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.link.OutboxEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store with 300 notices and all that belongs to them, closed, and the means to damage its file. */
abstract class FilledStore {
    static final int PAGE = 4096;
    static final int NOTICES = 300;
    static final Memory MEMORY = Memory.decode("LASER=1.0,2.5");

    @TempDir
    Path home;

    SqliteStore store;
    UUID agent;
    FileMark mark;

    @BeforeEach
    void fill() throws Exception {
        store = Given.sending(home);
        agent = store.agent();
        mark = store.mark("a.lmd", 5, NOON);
        done(store.write(tables -> {
            tables.positions().markRead("navios", mark, NOON);
            tables.positions().remember("navios", MEMORY);
            tables.positions().firstLook("navios", NOON);
            return true;
        }));
        for (int i = 0; i < NOTICES; i++) {
            store.write(Given::open);
        }
        done(store.write(tables -> true));
        store.close();
    }

    @AfterEach
    void close() {
        store.close();
    }

    Path file() {
        return home.resolve("data/agent.db");
    }

    Path aside(int n) {
        return home.resolve("data/agent.db.damaged-" + n);
    }

    void overwrite(long offset, int length) throws IOException {
        byte[] garbage = new byte[length];
        new Random(offset).nextBytes(garbage);
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(garbage), offset);
        }
    }

    void spoilAllButTheFirstPage() {
        try {
            for (long page = 1; page < Files.size(file()) / PAGE; page++) {
                overwrite(page * PAGE, PAGE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void truncate(long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }

    void assertEverythingIsThere() {
        assertEquals(agent, store.agent());
        assertTrue(store.bootEpoch() > 1);
        assertEquals(NOTICES, active(store).size());
        assertEquals(NOTICES, waiting(store));
        assertEquals(Set.of(mark), store.read(tables -> tables.positions().read("navios")));
        assertEquals(MEMORY, store.read(tables -> tables.positions().memory("navios")));
        assertEquals(mark, store.mark("a.lmd", 5, NOON));
    }

    /** That the store goes on where it was: new numbers, new sequence. */
    void assertGoesOn() throws Exception {
        List<Long> before = active(store);
        long last = before.isEmpty() ? 0 : before.get(before.size() - 1);
        assertTrue(number(store.write(Given::open)) > last);
        List<OutboxEntry> entries = store.read(tables -> tables.outbox().after(0, 1000));
        assertEquals(
                entries.size(),
                entries.stream().map(OutboxEntry::sequence).distinct().count());
        assertEquals(store.bootEpoch(), entries.get(entries.size() - 1).bootEpoch());
    }
}
