package org.benchconnect.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * From the command to everything active, and resident memory ten seconds later. Each has been started before, so that what
 * happens once (Karaf's installation of its features, our staging of the base release) does not count, and the files are in
 * the page cache.
 */
final class StartBench {
    private static final Duration REST = Duration.ofSeconds(10);
    /** For what is done once: keys, features. */
    static final Duration FIRST_REST = Duration.ofSeconds(15);

    private final Contenders contenders;

    StartBench(Path installation, Path target) {
        this.contenders = new Contenders(installation, target);
    }

    Table measure(int rounds) throws IOException, InterruptedException {
        Table table = new Table(
                "Start, and resident memory 10 s later", Contenders.KARAF, "seconds to ready", "MiB resident");
        List<Contender> all = contenders.all();
        for (Contender contender : all) {
            try (Started first = Started.start(contender)) {
                first.rest(FIRST_REST);
            }
        }
        for (int round = 0; round < rounds; round++) {
            for (Contender contender : all) {
                try (Started started = Started.start(contender)) {
                    table.add(
                            contender.name(),
                            started.readyAfter(),
                            started.rest(REST).residentMebibytes());
                }
            }
        }
        for (Contender contender : all) {
            Files.deleteIfExists(contender.output());
        }
        return table;
    }
}
