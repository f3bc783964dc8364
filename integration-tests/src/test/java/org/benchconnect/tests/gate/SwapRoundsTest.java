package org.benchconnect.tests.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.agent.AgentProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.AllServiceListener;
import org.osgi.framework.ServiceEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One module, and the one on which all others depend, are swapped and go back again and again in a process with the memory that an installation gives it.
 * {@code -Dbenchconnect.rounds=250} for the measured number.
 */
class SwapRoundsTest {
    private static final Logger LOG = LoggerFactory.getLogger(SwapRoundsTest.class);
    private static final int ROUNDS = Integer.getInteger("benchconnect.rounds", 5);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** The JVM's own come and go. */
    private static final int FEW = 3;

    @Test
    void swapsAndWaysBackFitIntoTheMemoryOfTheAgent(@TempDir Path folder) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Files.readAllLines(AgentProcess.INSTALLATION.resolve("jvm.options")).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(command::add);
        command.addAll(List.of(
                "-Dbenchconnect.installation=" + AgentProcess.INSTALLATION,
                "-Dbenchconnect.rounds=" + ROUNDS,
                "-cp",
                System.getProperty("java.class.path"),
                SwapRoundsTest.class.getName(),
                folder.resolve("lab").toString()));
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();

        assertTrue(process.waitFor(10 + ROUNDS, TimeUnit.MINUTES));

        assertEquals(0, process.exitValue(), () -> read(said));
        read(said).lines().filter(line -> line.contains("rounds of")).forEach(LOG::info);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** In the process of its own. */
    public static void main(String[] arguments) throws Exception {
        try (BaseLab lab = new BaseLab(Path.of(arguments[0]))) {
            lab.start();
            awaitWell(lab);
            rounds(lab, "org.benchconnect.adapter.navios");
            rounds(lab, "org.benchconnect.core");
        }
    }

    private static void rounds(BaseLab lab, String name) throws Exception {
        ModuleList.Module module = null;
        for (ModuleList.Module each : lab.release().features().get(0).modules()) {
            if (lab.symbolicName(each).equals(name)) {
                module = each;
            }
        }
        List<Long> gaps = Collections.synchronizedList(new ArrayList<>());
        long[] gone = {0};
        AllServiceListener listener = event -> {
            if (event.getType() == ServiceEvent.UNREGISTERING) {
                gone[0] = System.nanoTime();
            } else if (event.getType() == ServiceEvent.REGISTERED && gone[0] != 0) {
                gaps.add(System.nanoTime() - gone[0]);
                gone[0] = 0;
            }
        };
        lab.context().addServiceListener(listener, "(objectClass=org.benchconnect.core.instrument.InstrumentAdapter)");
        ModuleList changed = lab.withChanged(module, "round");
        List<Long> switches = new ArrayList<>();
        int threads = 0;
        for (int round = 0; round < ROUNDS; round++) {
            lab.stageOnTrial(changed);
            long begin = System.nanoTime();
            lab.modules().switchToCurrent();
            switches.add(System.nanoTime() - begin);
            awaitWell(lab);
            lab.modules().goBack();
            awaitWell(lab);
            threads = round == 0 ? ManagementFactory.getThreadMXBean().getThreadCount() : threads;
        }
        lab.context().removeServiceListener(listener);
        int first = threads;
        Await.until(
                "no more threads are left than after the first round, " + first, PATIENCE, () -> more(first) <= FEW);
        System.out.println(ROUNDS + " rounds of " + name + ": switch " + spread(switches) + ", gap of the adapter "
                + spread(gaps) + ", threads more " + more(first) + ", metaspace " + used("Metaspace") + " MB, old heap "
                + used("Tenured Gen") + " MB, restarts " + lab.restarts.get());
        if (lab.restarts.get() != 0) {
            throw new AssertionError("it ended");
        }
    }

    private static int more(int threads) {
        return ManagementFactory.getThreadMXBean().getThreadCount() - threads;
    }

    private static void awaitWell(BaseLab lab) throws Exception {
        Await.until(
                "every component is satisfied",
                PATIENCE,
                () -> lab.unsatisfied().isEmpty() && Files.exists(lab.home.resolve("run/api")));
    }

    private static long used(String pool) {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(each -> each.getName().equals(pool))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed() >> 20)
                .sum();
    }

    private static String spread(List<Long> nanos) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.isEmpty()
                ? "none"
                : "p50 " + sorted.get(sorted.size() / 2) / 1_000_000.0 + " ms, max "
                        + sorted.get(sorted.size() - 1) / 1_000_000.0 + " ms of " + sorted.size();
    }
}
