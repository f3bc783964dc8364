package org.benchconnect.simulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What would tell of a patient on a real instrument: invented, and marked so that tests can look for it in whatever
 * an agent stores, logs or sends. Each value but the file's GUID contains {@link #MARK}.
 */
public final class Invented {
    /** In every invented value. */
    public static final String MARK = "INVENTED";

    /** What the file's free-text protocol block says; a reader must not even look at it. */
    public static final String PROTOCOL = "INVENTED-PROTOCOL-NOTE patient Zebedee Quux";

    private static final DateTimeFormatter IN_A_NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd HHmmss", Locale.ROOT);

    private Invented() {}

    /** The keywords that carry patient data, of both datasets, with the values of this run. */
    public static Map<String, String> keywords(Run run) {
        Map<String, String> keywords = new LinkedHashMap<>();
        keywords.put("$EXP", "INVENTED-EXPERIMENTER Dr. Ottoline Vex");
        keywords.put("$PROJ", "INVENTED-PROJECT hairy cell follow-up");
        keywords.put("$INST", "INVENTED-INSTITUTE St. Nowhere");
        keywords.put("$INSTADDRESS", "INVENTED-ADDRESS 1 Imaginary Lane");
        keywords.put("@LOCATION", "INVENTED-LOCATION ward 13");
        keywords.put("$RUNNUMBER", String.format(Locale.ROOT, "INVENTED-RUN-%08d", run.seed()));
        keywords.put("@FILEGUID", guid(run));
        keywords.put("$OP", "INVENTED-OPERATOR zquux");
        keywords.put("$SMNO", String.format(Locale.ROOT, "INVENTED-SPECIMEN-%08d", run.seed()));
        keywords.put("$SRC", "INVENTED-PATIENT Zebedee Quux");
        keywords.put("$CELLS", "INVENTED-CELLS blasts");
        keywords.put("$COM", "INVENTED-COMMENT born 29-Feb-1900");
        keywords.put("@BARCODE", String.format(Locale.ROOT, "INVENTED-BARCODE-%06d", run.seed() % 1_000_000));
        keywords.put("@PANEL", "INVENTED-PANEL CLL");
        keywords.put("@SETTINGSFILE", "INVENTED-SETTINGS-FILE.PRO");
        keywords.put("@SAMPLEID1", "INVENTED-SAMPLE-1 Quux\\Zebedee");
        keywords.put("@SAMPLEID2", "INVENTED-SAMPLE-2");
        keywords.put("@SAMPLEID3", "INVENTED-SAMPLE-3");
        keywords.put("@SAMPLEID4", "INVENTED-SAMPLE-4");
        keywords.put("@TESTNAME", "INVENTED-TEST-NAME");
        keywords.put("@TESTFILE", "INVENTED-TEST-FILE");
        keywords.put("$LAST_MODIFIER", "INVENTED-MODIFIER");
        keywords.put("$FIL", fileName(run));
        return Collections.unmodifiableMap(keywords);
    }

    /** What {@code $PnS} says of a detector: the name of an antibody can reveal a diagnosis. */
    static String stain(int index) {
        return "INVENTED-STAIN-" + index;
    }

    /** Every invented value of this run, wherever in the file it stands, and the file's own name. */
    public static List<String> values(Run run) {
        List<String> values = new ArrayList<>(keywords(run).values());
        for (int index = 1; index <= run.detectors().size(); index++) {
            values.add(stain(index));
        }
        values.add(PROTOCOL);
        return List.copyOf(values);
    }

    /** A name as an instrument makes it: sample, date, number. The same for equal runs. */
    public static String fileName(Run run) {
        return String.format(
                Locale.ROOT,
                "INVENTED-SAMPLE-1 Quux %s %04d.LMD",
                IN_A_NAME.format(run.started()),
                run.seed() % 10_000);
    }

    /** 32 hexadecimal digits; the file's last 16 bytes are the same number. */
    static String guid(Run run) {
        UUID uuid = UUID.nameUUIDFromBytes((run.model() + '/' + run.serial() + '/' + run.started() + '/' + run.seed())
                .getBytes(StandardCharsets.UTF_8));
        return uuid.toString().replace("-", "").toUpperCase(Locale.ROOT);
    }

    static byte[] guidBytes(Run run) {
        String guid = guid(run);
        return ByteBuffer.allocate(16)
                .putLong(Long.parseUnsignedLong(guid.substring(0, 16), 16))
                .putLong(Long.parseUnsignedLong(guid.substring(16), 16))
                .array();
    }
}
