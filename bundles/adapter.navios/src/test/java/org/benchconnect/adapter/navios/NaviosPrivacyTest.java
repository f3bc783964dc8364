package org.benchconnect.adapter.navios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.simulator.LmdWriter;
import org.benchconnect.simulator.Trouble;
import org.junit.jupiter.api.Test;

/** Whatever happens to a file, the adapter gives an outcome, and nothing of a specimen is in it. */
class NaviosPrivacyTest {
    private static final byte[] RUN = LmdWriter.bytes(Trouble.RED_LASER_WEAK.in(Bench.HEALTHY.withEvents(20)));
    /** Where the keywords of a file of this length end. */
    private static final int TEXT = 4000;

    private static String leaving(byte[] file) {
        Observation seen = new Bench().read(file);
        StringBuilder all = new StringBuilder(seen.reading().toString());
        seen.signals().forEach(signal -> all.append(signal.condition())
                .append(signal.facts().encode()));
        seen.healthy().stream().map(String::valueOf).sorted().forEach(all::append);
        return all.append(seen.memory().encode()).toString();
    }

    @Test
    void filesThatDifferInWhatIsDeniedAloneSayTheSame() {
        byte[] other = new String(RUN, StandardCharsets.ISO_8859_1)
                .replace("INVENTED", "SOMEBODY")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertFalse(Arrays.equals(RUN, other));
        assertEquals(leaving(RUN), leaving(other));
    }

    @Test
    void aFileWithAnyByteChangedIsAnOutcomeWithNothingOfASpecimen() {
        Random random = new Random(20_260_302);
        for (int time = 0; time < 1000; time++) {
            byte[] changed = RUN.clone();
            for (int change = 0; change <= time % 5; change++) {
                changed[random.nextInt(TEXT)] = (byte) random.nextInt(256);
            }

            String said = leaving(changed);

            assertTrue(List.of("INVENTED", "Quux", "Zebedee", "zquux").stream().noneMatch(said::contains));
        }
    }
}
