package org.benchconnect.simulator;

import java.util.Locale;

/**
 * Writes a run as the FCS file that CytExpert would export: one dataset, keywords as in public files of a CytoFLEX. Deterministic: equal runs make
 * equal bytes.
 */
public final class CytExpertWriter {
    private CytExpertWriter() {}

    /** The whole file. */
    public static byte[] bytes(FlexRun flex) {
        Run run = flex.asRun();
        byte[] data = Events.data(run, Integer.BYTES, 1 << 20);
        Keywords text = SingleDataset.text(run, 1 << 20)
                .put("$CYTSN", flex.serial())
                .put("$ABRT", flex.aborted())
                .put("$LOST", flex.lost())
                .put("$SYS", "Microsoft Windows 10 Enterprise 10.0.19044.0")
                .put("$TIMESTEP", "0.000001")
                .put("CYTEXPERTFIL", "True")
                .put("FILVER", flex.version());
        return SingleDataset.bytes("FCS3.0", 256, text, data, flex.truncated());
    }

    /** A name as CytExpert makes it, with what is invented of a patient. */
    public static String fileName(FlexRun flex) {
        return String.format(Locale.ROOT, "INVENTED-SAMPLE-1 Quux-%04d.fcs", flex.seed() % 10_000);
    }
}
