package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.junit.jupiter.api.Test;

class DeviationsTest {
    private enum Subject {
        SETTINGS,
        WINDOW,
        OTHER
    }

    private enum Name implements FactName {
        DEVIATIONS,
        HOURS_LEFT
    }

    @Test
    void ofAllPartsAreOneNumber() {
        Facts window = Facts.none().with(Name.HOURS_LEFT, 72).with(Name.DEVIATIONS, 1);
        List<Status> parts = List.of(
                new Status(Subject.SETTINGS, Facts.none().with(Name.DEVIATIONS, 2)),
                new Status(Subject.WINDOW, window),
                new Status(Subject.OTHER, Facts.none()));
        Snapshot now = new Snapshot(null, null, null, null, true, true, null, false, parts);

        assertEquals(
                3,
                StatusView.of(now, new Describer.Running(null, null), Texts.all(Language.EN, List.of()))
                        .deviations());
    }
}
