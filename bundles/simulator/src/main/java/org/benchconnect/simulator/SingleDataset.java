package org.benchconnect.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

/** An FCS file of one dataset: HEADER, TEXT, DATA, each where HEADER says. */
final class SingleDataset {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd-MMM-yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

    private SingleDataset() {}

    /** The keywords that every instrument writes, of 32-bit events. */
    static Keywords text(Run run, int range) {
        Keywords text = new Keywords();
        int parameters = run.detectors().size() + 1;
        for (int index = 1; index <= parameters; index++) {
            boolean time = index == parameters;
            text.put(
                            "$P" + index + "N",
                            time ? "TIME" : run.detectors().get(index - 1).name())
                    .put("$P" + index + "B", 32)
                    .put("$P" + index + "R", range)
                    .put("$P" + index + "E", "0,0");
            if (!time) {
                Detector detector = run.detectors().get(index - 1);
                text.put("$P" + index + "S", Invented.stain(index))
                        .put("$P" + index + "V", detector.volts())
                        .put("$P" + index + "G", String.format(Locale.ROOT, "%.6f", detector.gain()));
            }
        }
        text.put("$MODE", "L")
                .put("$TOT", run.events())
                .put("$PAR", parameters)
                .put("$BYTEORD", "1,2,3,4")
                .put("$NEXTDATA", 0)
                .put("$DATATYPE", "I")
                .put("$CYT", run.model());
        Invented.keywords(run).forEach(text::put);
        LocalDateTime ended = run.started().plusSeconds((long) run.seconds());
        return text.put("$BTIM", TIME.format(run.started()))
                .put("$ETIM", TIME.format(ended))
                .put("$DATE", DATE.format(run.started()));
    }

    /**
     * The file.
     *
     * @param version such as {@code FCS3.0}
     * @param textStart where TEXT begins, at least 58
     * @param text the keywords
     * @param data the events
     * @param truncated whether it breaks off in the middle of its data
     */
    static byte[] bytes(String version, int textStart, Keywords text, byte[] data, boolean truncated) {
        byte[] words = text.bytes();
        int dataStart = textStart + words.length;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        String header = String.format(
                Locale.ROOT,
                "%s    %8d%8d%8d%8d%8d%8d",
                version,
                textStart,
                dataStart - 1,
                data.length == 0 ? 0 : dataStart,
                data.length == 0 ? 0 : dataStart + data.length - 1,
                0,
                0);
        file.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        while (file.size() < textStart) {
            file.write(' ');
        }
        file.writeBytes(words);
        file.writeBytes(data);
        return truncated ? Arrays.copyOf(file.toByteArray(), dataStart + data.length / 2) : file.toByteArray();
    }
}
