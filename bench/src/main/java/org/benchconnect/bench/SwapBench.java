package org.benchconnect.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.benchconnect.bench.SwapBundles.Changed;
import org.benchconnect.launcher.list.ListRefusedException;

/**
 * The upgrade of one module, seen by the same probe within each framework: for how long its service was not there, and how long it took from the command
 * (a line for the process's standard input) until everything served with the new version. Each round is a process of each, side by side, and one
 * upgrade in it follows one of the other. The first upgrade of a process stands in a table of its own.
 */
final class SwapBench {
    private static final Duration QUIET = Duration.ofMillis(400);
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);
    private static final Clock CLOCK = Clock.systemUTC();

    private final SwapBundles bundles;
    private final SwapByKaraf karaf;
    private final SwapByAgent agent;
    private final List<SwapContender> contenders;
    private final int upgrades;
    private final Map<Changed, Table> firsts = new EnumMap<>(Changed.class);
    private final Map<Changed, Table> laters = new EnumMap<>(Changed.class);
    private int number;
    private String withoutRefresh = "";

    /**
     * Prepares both.
     *
     * @param upgrades of each module in a process, after the first
     */
    SwapBench(Path installation, Path target, int upgrades) throws IOException, ListRefusedException {
        Path folder = Folders.empty(target.resolve("swap"));
        this.upgrades = upgrades;
        this.bundles = new SwapBundles(folder.resolve("bundles"));
        this.karaf = new SwapByKaraf(unpackedKaraf(target), folder);
        this.agent = new SwapByAgent(installation, folder);
        this.contenders = List.of(karaf, agent);
        for (Changed changed : Changed.values()) {
            firsts.put(changed, table(changed, "the first in its process"));
            laters.put(changed, table(changed, "the later ones"));
        }
    }

    private static Path unpackedKaraf(Path target) throws IOException {
        try (Stream<Path> unpacked = Files.list(target.resolve("karaf"))) {
            return unpacked.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private Table table(Changed changed, String when) {
        return changed == Changed.ALONE
                ? new Table(
                        "A module that nobody depends on: " + when,
                        karaf.name(),
                        "gap, ms",
                        "from the command to the new service, ms",
                        "other bundles that stopped")
                : new Table(
                        "An API's provider with " + SwapBundles.DEPENDENTS + " dependents: " + when,
                        karaf.name(),
                        "gap of the API's service, ms",
                        "longest gap of a dependent's, ms",
                        "from the command until all serve with it, ms",
                        "other bundles that stopped");
    }

    List<Table> measure(int rounds) throws IOException, InterruptedException {
        install();
        for (int round = 0; round < rounds; round++) {
            try (Started inKaraf = Started.start(karaf.contender());
                    Started inAgent = Started.start(agent.contender())) {
                inAgent.rest(StartBench.FIRST_REST);
                for (int i = 0; i <= upgrades; i++) {
                    for (Changed changed : Changed.values()) {
                        upgradeBoth(changed, i == 0 ? firsts : laters, inKaraf, inAgent);
                    }
                }
                if (round == rounds - 1) {
                    withoutRefresh = withoutRefresh(inKaraf);
                }
                inKaraf.end();
                inAgent.end();
            }
        }
        List<Table> tables = new ArrayList<>();
        for (Changed changed : Changed.values()) {
            tables.add(firsts.get(changed));
            tables.add(laters.get(changed));
        }
        return tables;
    }

    /** What the last process showed in the end: Karaf's command as it is used most, without {@code -r}. */
    String withoutRefresh() {
        return withoutRefresh;
    }

    private String withoutRefresh(Started inKaraf) throws IOException, InterruptedException {
        number++;
        int before = SwapEvents.read(karaf.events(), 0).all().size();
        String version = SwapBundles.version(number);
        Path jar = bundles.changed(Changed.PROVIDER, number);
        List<String> provider = List.of(Changed.PROVIDER.service());

        inKaraf.tell(karaf.withoutRefresh(Changed.PROVIDER, jar));
        inKaraf.await(
                "without -r", () -> SwapEvents.read(karaf.events(), before).serve(provider, version));
        inKaraf.rest(LONG_ENOUGH);

        SwapEvents seen = SwapEvents.read(karaf.events(), before);
        long serving = SwapBundles.dependents().stream()
                .filter(name -> seen.serve(List.of(name), version))
                .count();
        return "\nKaraf, bundle:update of the provider without -r: " + serving + " of " + SwapBundles.DEPENDENTS
                + " dependents serve with it " + LONG_ENOUGH.toSeconds() + " s later\n";
    }

    private void install() throws IOException, InterruptedException {
        Map<Changed, Path> first = new EnumMap<>(Changed.class);
        for (Changed changed : Changed.values()) {
            first.put(changed, bundles.changed(changed, number));
        }
        List<Path> lasting = bundles.lasting();
        agent.install(lasting, first);
        List<Path> all = new ArrayList<>(first.values());
        all.addAll(lasting);
        karaf.install(all);
    }

    private void upgradeBoth(Changed changed, Map<Changed, Table> tables, Started inKaraf, Started inAgent)
            throws IOException, InterruptedException {
        number++;
        Path jar = bundles.changed(changed, number);
        List<Started> processes = List.of(inKaraf, inAgent);
        for (int i = 0; i < contenders.size(); i++) {
            SwapContender contender = contenders.get(i);
            String line = contender.stage(changed, number, jar);
            Objects.requireNonNull(tables.get(changed))
                    .add(contender.name(), upgrade(contender.events(), processes.get(i), changed, line));
        }
        Files.delete(jar);
    }

    private double[] upgrade(Path events, Started process, Changed changed, String line)
            throws IOException, InterruptedException {
        int before = SwapEvents.read(events, 0).all().size();
        String version = SwapBundles.version(number);
        long command = nanosNow();
        process.tell(line);
        process.await(line, () -> SwapEvents.read(events, before).serve(changed.awaited(), version));
        process.rest(QUIET);
        SwapEvents seen = SwapEvents.read(events, before);
        if (!seen.serve(changed.awaited(), version)) {
            throw new IllegalStateException("it served, and then no more: " + seen);
        }
        double gap = seen.gapMillis(changed.service());
        double whole = seen.millisUntil(changed.awaited(), command);
        double stopped = seen.othersStopped(changed.symbolicName());
        if (changed == Changed.ALONE) {
            return new double[] {gap, whole, stopped};
        }
        double longest = SwapBundles.dependents().stream()
                .mapToDouble(seen::gapMillis)
                .max()
                .orElseThrow();
        return new double[] {gap, longest, whole, stopped};
    }

    /** As the probe takes it. */
    private static long nanosNow() {
        Instant now = CLOCK.instant();
        return now.getEpochSecond() * 1_000_000_000 + now.getNano();
    }
}
