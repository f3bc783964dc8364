package org.benchconnect.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.benchconnect.launcher.module.GateRefusal;
import org.benchconnect.launcher.module.GateRefusal.Rule;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    private final Refusals refusals = new Refusals();
    private final List<String> heard = new ArrayList<>();

    @Test
    void theFirstListenerHearsWhatWasRefusedBefore() {
        refusals.tell(refusal("one"));

        refusals.listen(refusal -> heard.add(refusal.module()));
        refusals.tell(refusal("two"));

        assertEquals(List.of("one", "two"), heard);
    }

    @Test
    void theNewestHundredAreKept() {
        for (int i = 0; i < 250; i++) {
            refusals.tell(refusal(String.valueOf(i)));
        }

        refusals.listen(refusal -> heard.add(refusal.module()));

        assertEquals(100, heard.size());
        assertEquals("150", heard.get(0));
    }

    @Test
    void aListenerThatFailsCostsNobodyElseAnything() {
        refusals.listen(refusal -> {
            throw new IllegalStateException("no disk");
        });
        refusals.listen(refusal -> heard.add(refusal.module()));

        refusals.tell(refusal("one"));

        assertEquals(List.of("one"), heard);
    }

    private static GateRefusal refusal(String module) {
        return new GateRefusal(Rule.NOT_IN_GENERATION, module, "1.0.0", "no");
    }
}
