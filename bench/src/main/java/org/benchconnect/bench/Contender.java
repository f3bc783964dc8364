package org.benchconnect.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program whose start is measured.
 *
 * @param name in the table
 * @param command with its arguments; replaces itself by the JVM, so that the process is the JVM's
 * @param environment beside what this process has
 * @param before what is cleared away before each start
 * @param ready whether it is ready
 * @param output where its output goes
 */
record Contender(
        String name,
        List<String> command,
        Map<String, String> environment,
        Action before,
        Condition ready,
        Path output) {

    /** Something to do first. */
    interface Action {
        void run() throws IOException;
    }

    /** Asked until it says yes. */
    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }
}
