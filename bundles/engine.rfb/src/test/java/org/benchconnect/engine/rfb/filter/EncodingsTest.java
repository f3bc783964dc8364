package org.benchconnect.engine.rfb.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class EncodingsTest {
    @Test
    void ofTwoWaysToTellTheSizeTheServerIsAskedForTheShortOne() {
        assertEquals(List.of(7, -223, -23), new Encodings(List.of(7, -308, -223, -23)).wanted());
    }

    @Test
    void aViewerThatReadsTheLongOneAloneGetsThat() {
        assertEquals(List.of(7, -308), new Encodings(List.of(7, -308)).wanted());
    }
}
