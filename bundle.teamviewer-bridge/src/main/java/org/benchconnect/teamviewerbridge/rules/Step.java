package org.benchconnect.teamviewerbridge.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * What follows from something that happened.
 *
 * @param course the next state
 * @param deeds what is to be done, in this order
 * @param taken whether it counted; if not, nothing of it did, and the state changed by time alone
 */
public record Step(Course course, List<Deed> deeds, boolean taken) {
    /** Copies the list. */
    public Step {
        deeds = List.copyOf(deeds);
    }

    static Step to(Course course, Deed... deeds) {
        return new Step(course, List.of(deeds), true);
    }

    static Step none(Course course) {
        return new Step(course, List.of(), false);
    }

    /** This after what was done before it. */
    Step after(Step before) {
        List<Deed> all = new ArrayList<>(before.deeds);
        all.addAll(deeds);
        return new Step(course, all, taken);
    }
}
