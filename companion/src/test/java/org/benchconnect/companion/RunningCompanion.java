package org.benchconnect.companion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The companion as a process, with the JVM's options that are shipped, in an environment of the test's own. */
record RunningCompanion(Process process, Path output) implements AutoCloseable {
    static RunningCompanion start(Path folder, Map<String, String> session, String... arguments) throws IOException {
        Path output = Files.createTempFile(folder, "companion", ".out");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + Path.of("companion.options").toAbsolutePath());
        command.addAll(List.of("-Duser.home=" + folder, "-Dorg.benchconnect.language=en", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add("org.benchconnect.companion.Companion");
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "HOME", folder.toString()));
        builder.environment().put("XDG_DATA_DIRS", folder.toString());
        builder.environment().put("XDG_CONFIG_DIRS", folder.toString());
        builder.environment().putAll(session);
        return new RunningCompanion(builder.start(), output);
    }

    /** Its exit code, which must come. */
    int ended() throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("the companion did not end");
        }
        return process.exitValue();
    }

    String said() throws IOException {
        return Files.readString(output);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
