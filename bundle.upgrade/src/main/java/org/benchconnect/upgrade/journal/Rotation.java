package org.benchconnect.upgrade.journal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is kept of a journal that has grown too long: the newest lines, and of those before them what still says something of now: who allowed a change that is kept, and
 * the newest {@value #MOST_REFUSED} plans that are not offered again by themselves. Pure.
 */
final class Rotation {
    private static final int MOST_REFUSED = 200;

    private Rotation() {}

    /** @param most bytes of the newest lines */
    static List<Entry> kept(List<Entry> entries, int most) {
        int first = entries.size();
        for (int bytes = 0; first > 0; first--) {
            bytes += JournalLine.of(entries.get(first - 1)).length() + 1;
            if (bytes > most) {
                break;
            }
        }
        List<Entry> newest = entries.subList(first, entries.size());
        List<Entry> before = entries.subList(0, first);
        List<Entry> kept = new ArrayList<>(refusals(entries, before));
        kept.addAll(approvals(newest, before));
        kept.addAll(newest);
        return kept;
    }

    private static List<Entry> approvals(List<Entry> newest, List<Entry> before) {
        Set<String> plans = new HashSet<>();
        for (Entry entry : newest) {
            if (entry.step() instanceof Step.Switched switched) {
                switched.plan().ifPresent(plans::add);
            }
        }
        return before.stream()
                .filter(entry -> entry.step() instanceof Step.Consented consented && plans.contains(consented.plan()))
                .toList();
    }

    private static List<Entry> refusals(List<Entry> entries, List<Entry> before) {
        Set<String> plans = Records.notOffered(entries);
        List<Entry> refused = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Entry entry : before) {
            if (entry.step() instanceof Step.Refused no && plans.contains(no.plan()) && told.add(no.plan())) {
                refused.add(entry);
            } else if (entry.step() instanceof Step.Switched switched) {
                String plan = switched.plan().orElse("");
                if (plans.contains(plan) && told.add(plan)) {
                    refused.add(new Entry(entry.at(), new Step.Refused(plan, "WENT_BACK")));
                }
            }
        }
        return refused.subList(Math.max(0, refused.size() - MOST_REFUSED), refused.size());
    }
}
