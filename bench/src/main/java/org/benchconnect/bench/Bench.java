package org.benchconnect.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.benchconnect.launcher.list.ListRefusedException;

/** {@code Bench [start|reading|notices|staging|ledger|swap|log|desktop]... [--rounds N]}: measures and prints tables. */
public final class Bench {
    private static final int ROUNDS = 7;

    private Bench() {}

    /** See the class; {@code bench/run} calls it. */
    public static void main(String[] arguments)
            throws IOException, InterruptedException, ListRefusedException, GeneralSecurityException {
        PrintStream out = System.out; // the result is what this program is for
        List<String> names = new ArrayList<>(List.of(arguments));
        int rounds = ROUNDS;
        int option = names.indexOf("--rounds");
        if (option >= 0) {
            rounds = Integer.parseInt(names.remove(option + 1));
            names.remove(option);
        }
        Path target = Path.of(System.getProperty("org.benchconnect.bench.target"));
        Path installation = Path.of(System.getProperty("org.benchconnect.bench.installation"));
        out.println(Machine.describe(target));
        for (String name : names) {
            List<Table> tables =
                    switch (name) {
                        case "start" -> List.of(new StartBench(installation, target).measure(rounds));
                        case "reading" ->
                            List.of(new ReadingBench(target.resolve("reading"), 300, 28_000).measure(rounds));
                        case "notices" ->
                            List.of(new NoticesBench(target.resolve("notices"), 20_000, 2_000).measure(rounds));
                        case "ledger" -> List.of(new LedgerBench(target.resolve("ledger"), 3_000).measure(rounds));
                        case "log" -> new LogBench(target.resolve("log"), 500).measure(rounds);
                        case "staging" -> List.of(staging(target.resolve("staging"), rounds, out));
                        case "swap" -> swap(new SwapBench(installation, target, 10), rounds, out);
                        case "desktop" -> new DesktopBench(target.resolve("desktop"), out).measure(rounds);
                        default -> throw new IllegalArgumentException(name);
                    };
            tables.forEach(out::println);
        }
    }

    private static Table staging(Path folder, int rounds, PrintStream out) throws IOException, InterruptedException {
        StagingBench staging = new StagingBench(folder, 20, 3_000_000, 2);
        Table seconds = staging.measure(rounds);
        out.println(staging.memory());
        return seconds;
    }

    private static List<Table> swap(SwapBench swap, int rounds, PrintStream out)
            throws IOException, InterruptedException {
        List<Table> tables = swap.measure(rounds);
        out.println(swap.withoutRefresh());
        return tables;
    }
}
