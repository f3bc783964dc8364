package org.benchconnect.simulator;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a run as the LMD file that a Navios or Gallios would write: an FCS2.0 dataset in 10 bits (HEADER, TEXT at 256,
 * blanks, DATA in 16-bit words), zeros, the acquisition protocol as free text, an FCS3.0 dataset in 32 bits whose TEXT
 * comes after its DATA, and Beckman's trailer. Deterministic: equal runs make equal bytes.
 */
public final class LmdWriter {
    private static final int TEXT_START = 256;
    /** Where the first dataset's DATA begins, whatever its TEXT needs: the rest is blanks. */
    private static final int DATA_START = 21_800;
    /** Zeros between the first dataset and the protocol. */
    private static final int GAP = 256;
    /** HEADER of the second dataset: 58 bytes, directly followed by DATA. */
    private static final int SHORT_HEADER = 58;

    private static final int TRAILER = 272;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd-MMM-yy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("dd-MMM-yyyy, HH:mm:ss", Locale.ENGLISH);

    private LmdWriter() {}

    /** The whole file. */
    public static byte[] bytes(Run run) {
        byte[] small = Events.data(run, Short.BYTES, 1024);
        byte[] protocol = Protocol.bytes(run);
        int protocolAt = DATA_START + small.length + GAP;
        int second = protocolAt + protocol.length;

        ByteArrayOutputStream file = new ByteArrayOutputStream();
        byte[] text = firstText(run, protocolAt, second).bytes();
        append(file, header("FCS2.0", TEXT_START, text.length, DATA_START, small.length, "        "));
        blanks(file, TEXT_START);
        append(file, text);
        blanks(file, DATA_START);
        append(file, small);
        append(file, new byte[GAP]);
        append(file, protocol);
        appendSecond(file, run);
        if (run.trailer()) {
            append(file, trailer(run, protocolAt));
        }
        return run.truncated()
                ? Arrays.copyOf(file.toByteArray(), second + SHORT_HEADER + small.length)
                : file.toByteArray();
    }

    private static void appendSecond(ByteArrayOutputStream file, Run run) {
        byte[] large = Events.data(run, Integer.BYTES, 1 << 20);
        byte[] text = secondText(run, large.length).bytes();
        append(
                file,
                header("FCS3.0", SHORT_HEADER + large.length, text.length, SHORT_HEADER, large.length, "       0"));
        append(file, large);
        append(file, text);
    }

    /** Offsets count from the dataset's first byte and name the last byte, not the one behind it; no DATA is 0 to 0. */
    private static byte[] header(String version, int text, int textLength, int data, int dataLength, String none) {
        return String.format(
                        Locale.ROOT,
                        "%s    %8d%8d%8d%8d%s%s",
                        version,
                        text,
                        text + textLength - 1,
                        dataLength == 0 ? 0 : data,
                        dataLength == 0 ? 0 : data + dataLength - 1,
                        none,
                        none)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static Keywords firstText(Run run, int protocolAt, int nextData) {
        Keywords text = new Keywords();
        for (int index = 1; index <= run.detectors().size(); index++) {
            describe(text, index, run.detectors().get(index - 1));
        }
        describeTime(text, run.detectors().size() + 1);
        text.put("$MODE", "L")
                .put("$TOT", run.events())
                .put("$PAR", run.detectors().size() + 1L)
                .put("$SYS", "BCI     ")
                .put("$BYTEORD", "1,2")
                .put("$NEXTDATA", nextData)
                .put("$DATATYPE", "I")
                .put("$CYT", run.model());
        keywords(run).forEach(text::put);
        LocalDateTime ended = run.started().plusSeconds((long) run.seconds());
        text.put("$BTIM", TIME.format(run.started()))
                .put("$ETIM", TIME.format(ended))
                .put("$DATE", DATE.format(run.started()))
                .put("@BASELINEOFFSET", "OFF")
                .put("@STOPREASON", run.stopReason());
        describeLasers(text, run.lasers());
        return text.put("@CYTOLINKMULTIPLECLIENT", "FALSE")
                .put("@DISCRIMINATOR", "FS,60")
                .put("@CAROUSEL", "1")
                .put("@TUBENO", run.seed() % 32 + 1)
                .put("@SETTINGSFILEDATETIME", DATE_TIME.format(run.settingsChanged()))
                .put("@ABSCALFACTOR", "NOT SET")
                .put("@CYTOMETERID", run.serial())
                .put("@ACQTIME", decimal(run.seconds()))
                .put("@ELAPSEDTIME", decimal(run.seconds()))
                .put("@BUILDNUMBER", run.build())
                .put("@Acquisition Protocol Offset", String.format(Locale.ROOT, "%010d", protocolAt));
    }

    private static Keywords secondText(Run run, int dataLength) {
        Keywords text = new Keywords()
                .put("$BEGINANALYSIS", 0)
                .put("$BEGINDATA", dataLength == 0 ? 0 : SHORT_HEADER)
                .put("$BEGINSTEXT", 0)
                .put("$BYTEORD", "1,2,3,4")
                .put("$DATATYPE", "I")
                .put("$ENDANALYSIS", 0)
                .put("$ENDDATA", dataLength == 0 ? 0 : SHORT_HEADER + dataLength - 1L)
                .put("$ENDSTEXT", 0)
                .put("$MODE", "L")
                .put("$NEXTDATA", 0)
                .put("$PAR", run.detectors().size() + 1L)
                .put("$TOT", run.events());
        for (int index = 1; index <= run.detectors().size() + 1; index++) {
            boolean time = index > run.detectors().size();
            text.put("$P" + index + "B", 32)
                    .put("$P" + index + "E", "0,0")
                    .put("$P" + index + "R", 1 << 20)
                    .put(
                            "$P" + index + "N",
                            time ? "TIME" : area(run.detectors().get(index - 1)));
        }
        text.put("@CRS20BITFORMAT", "TRUE").put("@CYTOMETERID", run.serial());
        describeLasers(text, run.lasers());
        keywords(run).forEach((keyword, value) -> {
            if (keyword.startsWith("@SAMPLE") || keyword.startsWith("@TEST") || keyword.equals("@BARCODE")) {
                text.put(keyword, value);
            }
        });
        return text;
    }

    private static Map<String, String> keywords(Run run) {
        Map<String, String> keywords = new LinkedHashMap<>(Invented.keywords(run));
        if (!run.barcodeRead()) {
            keywords.put("@BARCODE", "NoRead");
        }
        return keywords;
    }

    private static String area(Detector detector) {
        return detector.name().split(" ", 2)[0] + "-A";
    }

    private static void describe(Keywords text, int index, Detector detector) {
        text.put("$P" + index + "N", detector.name())
                .put("$P" + index + "S", Invented.stain(index))
                .put("$P" + index + "R", 1024)
                .put("$P" + index + "B", 16)
                .put("$P" + index + "V", detector.volts())
                .put("@P" + index + "GAIN", String.format(Locale.ROOT, "%.6f", detector.gain()))
                .put("$P" + index + "G", String.format(Locale.ROOT, "%.6f", detector.gain()))
                .put("$P" + index + "E", detector.logarithmic() ? " 4.0,0.1024" : "0,0");
    }

    private static void describeTime(Keywords text, int index) {
        text.put("$P" + index + "N", "TIME")
                .put("$P" + index + "S", "TIME")
                .put("$P" + index + "R", 1024)
                .put("$P" + index + "B", 16)
                .put("$P" + index + "V", 0)
                .put("$P" + index + "E", "0,0");
    }

    private static void describeLasers(Keywords text, List<Laser> lasers) {
        for (Laser laser : lasers) {
            String name = "@" + laser.colour();
            text.put(name + "LASERPOWER_START", decimal(laser.startMilliwatt()) + " mW")
                    .put(name + "LASERPOWER_END", decimal(laser.endMilliwatt()) + " mW")
                    .put(name + "LASERSHUTTER", laser.shutter().word())
                    .put(name + "TARGETPOWER", decimal(laser.targetMilliwatt()) + " mW");
        }
    }

    /** One digit behind the point, and none if it is zero: 24.9, 22. */
    private static String decimal(double value) {
        BigDecimal tenths =
                BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
        return tenths.toPlainString();
    }

    /** Its last 16 bytes are the number that {@code @FILEGUID} writes in hexadecimal digits. */
    private static byte[] trailer(Run run, int protocolAt) {
        byte[] start = ("!@EOFVERSION!1!REFERENCE!0!!@Acquisition Protocol Offset!" + protocolAt + "!")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] trailer = Arrays.copyOf(start, TRAILER);
        byte[] guid = Invented.guidBytes(run);
        System.arraycopy(guid, 0, trailer, TRAILER - guid.length, guid.length);
        return trailer;
    }

    private static void append(ByteArrayOutputStream file, byte[] bytes) {
        file.write(bytes, 0, bytes.length);
    }

    private static void blanks(ByteArrayOutputStream file, int until) {
        byte[] blanks = new byte[until - file.size()];
        Arrays.fill(blanks, (byte) ' ');
        append(file, blanks);
    }
}
