package org.benchconnect.launcher;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The options of {@code jvm.options}, and the assertion that this JVM runs with them. A service wrapper that was edited by
 * hand, or an option from the environment, must not quietly switch off what the gate relies on.
 *
 * @param options one each, as the JVM takes them
 */
record JvmOptions(List<String> options) {
    /** Reads the file, an option a line, {@code #} begins a comment; and the option that names the security settings. */
    static JvmOptions read(Installation installation) throws IOException {
        return new JvmOptions(Stream.concat(
                        Files.readAllLines(installation.jvmOptions()).stream()
                                .map(String::strip)
                                .filter(line -> !line.isEmpty() && !line.startsWith("#")),
                        Stream.of("-Djava.security.properties=" + installation.securityProperties()))
                .toList());
    }

    /** Refuses a JVM that lacks one of the options, or that was given any other: a later one could undo an earlier one. */
    void assertInForce() throws StartRefusedException {
        refuseUnless(ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    void refuseUnless(List<String> given) throws StartRefusedException {
        List<String> missing = new ArrayList<>(options);
        missing.removeAll(given);
        List<String> foreign = given.stream()
                .filter(option -> !options.contains(option))
                .filter(option -> !option.startsWith("-D" + Installation.PROPERTY + "="))
                .toList();
        if (!missing.isEmpty() || !foreign.isEmpty()) {
            throw new StartRefusedException("the Java options differ from jvm.options"
                    + (missing.isEmpty() ? "" : "; missing: " + String.join(" ", missing))
                    + (foreign.isEmpty() ? "" : "; not allowed: " + String.join(" ", foreign))
                    + ". Start the agent by `benchconnect run`, and clear JAVA_TOOL_OPTIONS and JDK_JAVA_OPTIONS.");
        }
    }
}
