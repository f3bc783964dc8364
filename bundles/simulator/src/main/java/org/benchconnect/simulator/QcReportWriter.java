package org.benchconnect.simulator;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes a report of quality control as a table of text. Deterministic: equal reports make equal bytes. */
public final class QcReportWriter {
    /**
     * One line of the table.
     *
     * @param name the detector's
     * @param gain its gain
     * @param changePercent how far it changed since the report before
     * @param rcvPercent the width of the beads' peak
     */
    public record Line(String name, int gain, double changePercent, double rcvPercent) {}

    /** A healthy instrument's detectors. */
    public static final List<Line> HEALTHY = List.of(
            new Line("FSC", 445, 1.2, 2.3),
            new Line("SSC", 364, -2.4, 3.1),
            new Line("FITC", 339, 0, 1.9),
            new Line("PE", 371, -0.5, 2.2));

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

    private QcReportWriter() {}

    /** The whole file, in the pattern of a public report. */
    public static byte[] bytes(String serial, LocalDate day, List<Line> lines) {
        StringBuilder text = new StringBuilder();
        text.append("DailyQCReport_")
                .append(serial)
                .append('_')
                .append(DAY.format(day))
                .append("_093000\r\n\r\n\r\n");
        text.append("Configuration Name,INVENTED-CONFIGURATION\r\nSerial Number,")
                .append(serial)
                .append("\r\n");
        text.append("Bead Lot ID,2006\r\nOperator,INVENTED-OPERATOR zquux\r\n\r\n\r\n");
        text.append("Laser,Detector,Gain, Delta Gain,% Gain Change,Median, % rCV,Sensitivity\r\n");
        text.append("Detector Settings\r\n");
        for (Line line : lines) {
            text.append(String.format(
                    Locale.ROOT,
                    "Blue,%s,%d,0,%.3f,1000.5,%.3f,1500.2\r\n",
                    line.name(),
                    line.gain(),
                    line.changePercent(),
                    line.rcvPercent()));
        }
        text.append(
                "\r\n\r\nLaser Settings\r\nLaser, Laser Delay, Area Scaling Factor, Laser Power\r\nBlue,0,1.1,0\r\n");
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
