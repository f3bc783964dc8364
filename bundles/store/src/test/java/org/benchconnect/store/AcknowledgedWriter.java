package org.benchconnect.store;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.benchconnect.core.store.StoreException;

/**
 * A process that writes until it is killed, and prints of each row its number when it is acknowledged, or the store's health
 * when it failed. Arguments: the home folder, and whether the native library may be extracted.
 */
final class AcknowledgedWriter {
    private AcknowledgedWriter() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)), true, StandardCharsets.US_ASCII);
        SqliteStore store = new SqliteStore(
                Path.of(arguments[0]), Clock.systemUTC(), Given.QUICK, Boolean.parseBoolean(arguments[1]));
        store.bindStreams(stream -> true);
        while (true) {
            store.write(Given::open)
                    .whenComplete((id, failure) ->
                            out.println(failure instanceof StoreException failed ? failed.health() : "ok " + id));
        }
    }
}
