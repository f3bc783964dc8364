package org.benchconnect.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The arguments of {@link Simulator#main}.
 *
 * @param folder into which it writes
 * @param maker which instrument it is
 * @param options how it runs
 */
record CommandLine(Path folder, Maker maker, Simulator.Options options) {
    static final String USAGE = "--folder DIR --period SECONDS --schedule demo|healthy|faults"
            + " [--instrument navios|dxflex|aquios] [--runs N] [--events N] [--pace MILLISECONDS]";

    private static final Set<String> NAMES =
            Set.of("--folder", "--period", "--schedule", "--instrument", "--runs", "--events", "--pace");

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException with what is wrong with them
     */
    static CommandLine parse(String[] arguments) {
        Map<String, String> values = new HashMap<>();
        for (int index = 0; index < arguments.length; index += 2) {
            if (!NAMES.contains(arguments[index]) || index + 1 >= arguments.length) {
                throw new IllegalArgumentException("an option that is not known, or has no value");
            }
            values.put(arguments[index], arguments[index + 1]);
        }
        Schedule schedule = Schedule.named(required(values, "--schedule"))
                .orElseThrow(() -> new IllegalArgumentException("--schedule is demo, healthy or faults"));
        double seconds = number(required(values, "--period"), "--period", 86_400);
        Simulator.Options usual = Simulator.Options.of(schedule, Duration.ofMillis((long) (seconds * 1000)));
        return new CommandLine(
                Path.of(required(values, "--folder")),
                Maker.named(values.getOrDefault("--instrument", "navios"))
                        .orElseThrow(() -> new IllegalArgumentException("--instrument is navios, dxflex or aquios")),
                new Simulator.Options(
                        schedule,
                        usual.period(),
                        (long) number(values.getOrDefault("--runs", "" + usual.runs()), "--runs", Long.MAX_VALUE),
                        (int) number(values.getOrDefault("--events", "" + usual.events()), "--events", Run.MAX_EVENTS),
                        Duration.ofMillis((long) number(
                                values.getOrDefault("--pace", "" + usual.pace().toMillis()), "--pace", 60_000))));
    }

    private static String required(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static double number(String text, String name, double most) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException(name + " is a number", none);
        }
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException(name + " is 0 to " + (long) most);
        }
        return value;
    }
}
