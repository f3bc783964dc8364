package org.benchconnect.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.benchconnect.bench.probe.Probe;

/** Who starts against whom. */
final class Contenders {
    static final String KARAF = "Karaf minimal, as shipped";
    private static final String KARAF_OUR_OPTIONS = "Karaf minimal, our JVM options";
    private static final String AGENT = "BenchConnect, all active";
    private static final String AGENT_ANSWERS = "BenchConnect, first status answered";
    private static final String BARE = "Felix, SCR, ConfigAdmin alone (the limit)";
    private static final String PROBE_VERSION = "1.0.0";

    private final Path installation;
    private final Path target;
    private final Path marker;
    private final Path home;
    private final AgentReady agent;

    Contenders(Path installation, Path target) {
        this.installation = installation;
        this.target = target;
        this.marker = target.resolve("start/ready");
        this.home = target.resolve("start/home");
        this.agent = new AgentReady(home);
    }

    List<Contender> all() throws IOException {
        Folders.empty(target.resolve("start"));
        Path karaf = preparedKaraf();
        return List.of(
                karaf(KARAF, karaf, Map.of()),
                karaf(KARAF_OUR_OPTIONS, karaf, Map.of("JAVA_OPTS", String.join(" ", memoryOptions()))),
                agent(AGENT, agent::allActive),
                agent(AGENT_ANSWERS, agent::answers),
                bareFelix());
    }

    /** The agent as its own command starts it. */
    private Contender agent(String name, Contender.Condition ready) {
        return new Contender(
                name,
                List.of(installation.resolve("benchconnect").toString(), "run", "--once", "--home", home.toString()),
                Map.of(),
                agent::reset,
                ready,
                target.resolve("start/agent.out"));
    }

    private Contender bareFelix() throws IOException {
        Path probe = target.resolve("start/probe.jar");
        ProbeBundle.write(probe);
        List<String> command = new ArrayList<>(List.of("java"));
        command.add("@" + installation.resolve("jvm.options"));
        command.add("-D" + Probe.MARKER + "=" + marker);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(BareFelix.class.getName());
        command.add(target.resolve("start/cache").toString());
        command.addAll(BareFelix.bundles(installation.resolve("release")));
        command.add(probe.toString());
        return new Contender(
                BARE, command, Map.of(), this::forget, () -> Files.exists(marker), target.resolve("start/felix.out"));
    }

    /** {@code daemon} is the server mode of its script that replaces itself by the JVM. */
    private Contender karaf(String name, Path karaf, Map<String, String> options) {
        Map<String, String> environment = new HashMap<>(options);
        environment.put("KARAF_OPTS", "-D" + Probe.MARKER + "=" + marker);
        environment.put("CHECK_ROOT_INSTANCE_RUNNING", "false");
        return new Contender(
                name,
                List.of(karaf.resolve("bin/karaf").toString(), "daemon"),
                environment,
                this::forget,
                () -> Files.exists(marker),
                target.resolve("start/karaf.out"));
    }

    private void forget() throws IOException {
        Files.deleteIfExists(marker);
    }

    /** With the probe among the bundles that start last, and nothing installed yet. */
    private Path preparedKaraf() throws IOException {
        Path karaf;
        try (Stream<Path> unpacked = Files.list(target.resolve("karaf"))) {
            karaf = unpacked.filter(Files::isDirectory).findFirst().orElseThrow();
        }
        Folders.delete(karaf.resolve("data"));
        ProbeBundle.write(
                karaf.resolve("system/org/benchconnect/probe/" + PROBE_VERSION + "/probe-" + PROBE_VERSION + ".jar"));
        Path startup = karaf.resolve("etc/startup.properties");
        String line = "mvn\\:org.benchconnect/probe/" + PROBE_VERSION + " = 90\n";
        if (!Files.readString(startup).contains(line)) {
            Files.writeString(startup, Files.readString(startup) + line);
        }
        if (!karaf.resolve("bin/karaf").toFile().setExecutable(true)) {
            throw new IOException("Karaf's script cannot be made executable");
        }
        return karaf;
    }

    /** Those of our options that say how the JVM uses memory; Karaf could not start with the others. */
    private List<String> memoryOptions() throws IOException {
        return Files.readAllLines(installation.resolve("jvm.options")).stream()
                .filter(option -> option.startsWith("-X"))
                .filter(option -> !option.contains("Attach"))
                .toList();
    }
}
