package org.benchconnect.cli.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes wrong around a scan is said, without a word of a file's. */
class ScanDefectsTest extends ScannedFiles {
    @Test
    void outputThatCannotBeWrittenIsAFailure() {
        PrintStream full = new PrintStream(new OutputStream() {
            @Override
            public void write(int letter) throws IOException {
                throw new IOException("no space left");
            }
        });

        assertEquals(1, Scan.run(List.of(healthy), full, new PrintStream(err, true, StandardCharsets.UTF_8)));
        assertEquals("benchconnect: the output cannot be written\n", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void anAdapterThatFailsDoesNotStopTheScanAndItsMessageIsNotShown() {
        Adapters.Choice failing = new Adapters.Choice(
                List.of((file, memory) -> {
                    throw new IllegalStateException("Jane Doe");
                }),
                true);

        new JsonReport(new PrintStream(out, true, StandardCharsets.UTF_8))
                .line(1, new Reader(failing).read(Path.of(healthy)));

        assertEquals("{\"file\":1," + REFUSED + "\"ADAPTER_FAILED\",\"signals\":[]}\n", out());
    }

    @Test
    void aFileThatCannotBeReadIsRefusedWithoutTheSystemsMessage() {
        Adapters.Choice failing = new Adapters.Choice(
                List.of((file, memory) -> {
                    throw new IOException("Jane Doe");
                }),
                true);

        assertEquals(
                ScanRefusal.NOT_READABLE,
                new Reader(failing).read(Path.of(healthy)).reading().reason());
    }
}
