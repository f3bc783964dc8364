package org.benchconnect.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the probe in a framework saw, in the order of its times.
 *
 * @param all from the first that is looked at
 */
record SwapEvents(List<Event> all) {
    /** One line of the probe. */
    record Event(long nanos, String what, String name, String version) {
        static Event of(String line) {
            String[] words = line.split(" ", 4);
            return new Event(Long.parseLong(words[0]), words[1], words[2], words[3]);
        }
    }

    /** Whole lines only, those after the first so many. */
    static SwapEvents read(Path file, int after) throws IOException {
        if (!Files.exists(file)) {
            return new SwapEvents(List.of());
        }
        String text = Files.readString(file, StandardCharsets.UTF_8);
        return new SwapEvents(
                Stream.of(text.substring(0, text.lastIndexOf('\n') + 1).split("\n"))
                        .filter(line -> !line.isEmpty())
                        .skip(after)
                        .map(Event::of)
                        .sorted(Comparator.comparingLong(Event::nanos))
                        .toList());
    }

    /** Whether every service of the comparison is there, whatever its version. */
    static boolean ready(Path file) throws IOException {
        Map<String, Event> last = read(file, 0).last();
        return Stream.concat(Stream.of("alone", "provider"), SwapBundles.dependents().stream())
                .allMatch(
                        name -> last.containsKey(name) && last.get(name).what().equals("HERE"));
    }

    /** Whether each of these services was last seen here, with this version. */
    boolean serve(List<String> names, String version) {
        Map<String, Event> last = last();
        return names.stream()
                .map(last::get)
                .allMatch(event -> event != null
                        && event.what().equals("HERE")
                        && event.version().equals(version));
    }

    /** Of each service. */
    private Map<String, Event> last() {
        Map<String, Event> last = new HashMap<>();
        all.stream().filter(event -> !event.what().equals("STOPPED")).forEach(event -> last.put(event.name(), event));
        return last;
    }

    /** For how long a service that was here before was not, in all, in milliseconds. */
    double gapMillis(String name) {
        int here = 1;
        long since = 0;
        long gap = 0;
        for (Event event : all) {
            if (event.name().equals(name) && event.what().equals("GONE")) {
                here--;
                since = event.nanos();
            } else if (event.name().equals(name) && event.what().equals("HERE")) {
                gap += here == 0 ? event.nanos() - since : 0;
                here++;
            }
        }
        return gap / 1e6;
    }

    /** From the command until the last of these services came, in milliseconds. */
    double millisUntil(List<String> names, long command) {
        long last = all.stream()
                .filter(event -> event.what().equals("HERE") && names.contains(event.name()))
                .mapToLong(Event::nanos)
                .max()
                .orElseThrow();
        return (last - command) / 1e6;
    }

    /** How many other bundles stopped. */
    int othersStopped(String changed) {
        Set<String> names = new HashSet<>();
        all.stream()
                .filter(event -> event.what().equals("STOPPED"))
                .filter(event -> !event.name().equals(changed))
                .forEach(event -> names.add(event.name()));
        return names.size();
    }
}
