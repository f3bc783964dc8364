package org.benchconnect.desk.journal;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** On one machine. */
class SqliteJournalTest extends JournalRules {
    @TempDir
    Path folder;

    @Override
    Database database() throws Exception {
        return Database.sqlite(folder.resolve("data/journal.db"));
    }
}
