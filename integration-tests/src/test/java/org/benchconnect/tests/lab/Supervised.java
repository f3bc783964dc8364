package org.benchconnect.tests.lab;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.benchconnect.tests.Await;

/** The agent of a PC as {@code benchconnect run} keeps it running: started again where it asks for that, and after a crash on trial. */
public final class Supervised implements AutoCloseable {
    private static final Pattern MODULE = Pattern.compile(".*/modules/([0-9a-f]{64})\\.jar");
    private static final Duration END = Duration.ofMinutes(2);

    private final LabPc pc;
    private final Process command;

    private Supervised(LabPc pc, Process command) {
        this.pc = pc;
        this.command = command;
    }

    /** Starts it and waits until its local API answers. */
    static Supervised start(LabPc pc) throws Exception {
        Supervised supervised = launch(pc);
        supervised.untilItAnswers();
        return supervised;
    }

    /** Starts it and waits for nothing; where the agent listened before is forgotten. */
    static Supervised launch(LabPc pc) throws IOException {
        Files.deleteIfExists(pc.home().resolve("run/api"));
        Process command = new ProcessBuilder(
                        pc.installation().resolve("benchconnect").toString(),
                        "run",
                        "--home",
                        pc.home().toString())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(out(pc).toFile()))
                .redirectErrorStream(true)
                .start();
        return new Supervised(pc, command);
    }

    private static Path out(LabPc pc) {
        return pc.home().resolveSibling("out.txt");
    }

    /** Waits until its local API answers. */
    public void untilItAnswers() throws Exception {
        Await.until("the agent answers", LabPc.PATIENCE, () -> {
            if (!command.isAlive()) {
                throw new AssertionError("the supervisor ended with " + command.exitValue() + ": " + said());
            }
            return pc.api().answers();
        });
    }

    /** What supervisor and agent wrote. */
    public String said() throws IOException {
        return Files.exists(out(pc)) ? Files.readString(out(pc)) : "";
    }

    /** The process of the agent, another one after each start. */
    public Optional<ProcessHandle> agent() {
        return command.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .findFirst();
    }

    /** The SHA-256 of each module that the agent's process has open: what really runs, whoever says what. */
    public Set<String> openModules() throws IOException {
        Set<String> digests = new TreeSet<>();
        Optional<ProcessHandle> agent = agent();
        if (agent.isPresent()) {
            try (DirectoryStream<Path> open = Files.newDirectoryStream(
                    Path.of("/proc", String.valueOf(agent.get().pid()), "fd"))) {
                for (Path each : open) {
                    Matcher module = MODULE.matcher(target(each));
                    if (module.matches()) {
                        digests.add(module.group(1));
                    }
                }
            }
        }
        return digests;
    }

    private static String target(Path open) {
        try {
            return Files.readSymbolicLink(open).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    /** Whether the supervisor is there, with an agent or about to start one. */
    public boolean isAlive() {
        return command.isAlive();
    }

    /** The power fails: supervisor and agent end at once. Returns when nothing of them is left. */
    public void powerFails() throws Exception {
        List<ProcessHandle> children = command.descendants().toList();
        command.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle child : children) {
            child.onExit().get(END.toSeconds(), TimeUnit.SECONDS);
        }
        command.waitFor();
    }

    /** Ends it as the service control does, and waits. */
    @Override
    public void close() throws Exception {
        List<ProcessHandle> children = command.descendants().toList();
        command.destroy();
        if (!command.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
            children.forEach(ProcessHandle::destroyForcibly);
            command.destroyForcibly();
            throw new AssertionError("the supervisor did not end within " + END + " of SIGTERM");
        }
    }
}
