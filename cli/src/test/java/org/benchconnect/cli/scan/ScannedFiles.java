package org.benchconnect.cli.scan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.benchconnect.simulator.LmdWriter;
import org.benchconnect.simulator.Run;
import org.benchconnect.simulator.Trouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Files of several kinds with a patient's name in theirs, and what a scan of them prints. */
abstract class ScannedFiles {
    static final Run HEALTHY = Run.healthy().withEvents(200);
    static final String REFUSED =
            "\"format\":\"\",\"datasets\":0,\"instrument\":null,\"outcome\":\"REFUSED\",\"reason\":";

    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    String healthy = "";
    String weak = "";
    String incubator = "";
    String text = "";

    @BeforeEach
    void files() throws IOException {
        healthy = write("Doe Jane healthy.LMD", LmdWriter.bytes(HEALTHY));
        weak = write("Doe Jane weak.LMD", LmdWriter.bytes(Trouble.RED_LASER_WEAK.in(HEALTHY)));
        incubator = write("Doe Jane.txt", "incubator=EX1001\ncelsius=41.5\n".getBytes(StandardCharsets.US_ASCII));
        text = write("notes.lmd", "Jane Doe was here, and wrote no list mode".getBytes(StandardCharsets.US_ASCII));
    }

    String write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    int scan(String... arguments) {
        return Scan.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
