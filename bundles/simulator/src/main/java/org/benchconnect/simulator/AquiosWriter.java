package org.benchconnect.simulator;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * Writes a run as the LMD file that an AQUIOS would write: one FCS2.0 dataset whose TEXT follows HEADER at once, a serial number with a space behind it, the
 * operating system of its PC. Deterministic: equal runs make equal bytes.
 */
public final class AquiosWriter {
    private static final int TEXT_START = 58;

    private AquiosWriter() {}

    /** The whole file. */
    public static byte[] bytes(AquiosRun aquios) {
        Run run = aquios.asRun();
        byte[] data = Events.data(run, Integer.BYTES, 1 << 20);
        Keywords text = SingleDataset.text(run, 1 << 20)
                .put("$CYTSN", aquios.serial() + " ")
                .put("$SYS", aquios.system())
                .put("$TIMESTEP", BigDecimal.valueOf(aquios.timestep()).toPlainString())
                .put("$WELLID", "INVENTED-WELL A1")
                .put("@ABSCALFACTOR", "1.0");
        return SingleDataset.bytes("FCS2.0", TEXT_START, text, data, aquios.truncated());
    }

    /** A name as the instrument makes it, with what is invented of a patient. */
    public static String fileName(AquiosRun aquios) {
        return String.format(Locale.ROOT, "INVENTED-SAMPLE-1 Quux_%04d.LMD", aquios.seed() % 10_000);
    }
}
