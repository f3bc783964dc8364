package org.benchconnect.upgrade.feature;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomTest {
    @TempDir
    Path home;

    @Test
    void aFullDiskIsNamedAsWhatIsWrong() {
        FeatureRefusedException refused =
                assertThrows(FeatureRefusedException.class, () -> Room.check(Room.RESERVE + 99, 100));

        assertEquals(RefusedFor.NO_ROOM, refused.reason());
    }

    @Test
    void theRealDiskIsAsked() {
        assertThrows(FeatureRefusedException.class, () -> Room.check(home, Long.MAX_VALUE));
    }

    @Test
    void whatFitsOrIsThereAlreadyIsTaken() {
        assertDoesNotThrow(() -> Room.check(Room.RESERVE + 100, 100));
        assertDoesNotThrow(() -> Room.check(0, 0));
    }
}
