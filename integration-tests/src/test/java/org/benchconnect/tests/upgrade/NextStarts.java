package org.benchconnect.tests.upgrade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long the starts after kills took, by where the kill was. */
final class NextStarts {
    private final Map<String, List<Duration>> byKill = new LinkedHashMap<>();

    void add(String kill, Duration took) {
        byKill.computeIfAbsent(kill, each -> new ArrayList<>()).add(took);
    }

    /** One line for each place, with the median and the longest in milliseconds. */
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder("the starts after kills, from the command until the local API answers");
        byKill.forEach((kill, starts) -> {
            List<Duration> sorted = new ArrayList<>(starts);
            Collections.sort(sorted);
            lines.append("\ntorture: %s: %d kills, p50 %d ms, most %d ms"
                    .formatted(
                            kill,
                            sorted.size(),
                            sorted.get(sorted.size() / 2).toMillis(),
                            sorted.get(sorted.size() - 1).toMillis()));
        });
        return lines.toString();
    }
}
