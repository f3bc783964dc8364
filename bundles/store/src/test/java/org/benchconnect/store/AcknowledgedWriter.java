package org.benchconnect.store;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process that writes until it is killed, and prints the number of each row when that is acknowledged. */
final class AcknowledgedWriter {
    private AcknowledgedWriter() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)), true, StandardCharsets.US_ASCII);
        SqliteStore store = Given.sending(Path.of(arguments[0]));
        while (true) {
            store.write(Given::open).whenComplete((id, failure) -> out.println(failure == null ? "ok " + id : failure));
        }
    }
}
