package org.benchconnect.tests.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Logs and the archive of a link to the laboratory information system, with a planted patient wherever one could stand. */
final class Writings {
    /** The last line of a log. */
    static final String LAST = "Application Shutdown.";

    private Writings() {}

    /** Lines that rules fit, before, behind and around what is planted, and lines that none fits. */
    static String log(Planted patient) {
        String planted = patient.everything();
        List<String> lines = new ArrayList<>(List.of(
                "Application Startup. " + planted,
                planted + " Communication with the instrument was lost",
                "Communication with " + planted + " was lost",
                "System.IO.FileNotFoundException: " + patient.profile() + "\\run.LMD",
                "   at Reader.Open(" + planted + ")",
                planted));
        for (int repeated = 0; repeated < 4; repeated++) {
            lines.add("Index was outside the bounds: " + planted);
            lines.add("a".repeat(2000) + "! " + planted);
        }
        lines.add("x".repeat(70_000) + planted);
        lines.add(LAST + " " + planted);
        return String.join("\r\n", lines) + "\r\n";
    }

    /** A conversation of ASTM E1381 and E1394 in which every field of a patient is planted, and all that is counted occurs. */
    static String conversation(Planted patient) {
        String name = patient.name().replace(' ', '^');
        StringBuilder said = new StringBuilder("\u0005\n\u0006\n");
        said.append(frame(1, "H|\\^&|||AQ^" + patient.sample() + "|||||" + name + "||P|LIS2-A2"));
        said.append(frame(
                2,
                "P|1|" + patient.sample() + "|" + patient.born() + "|" + patient.name() + "|" + name + "||"
                        + patient.born() + "|M|||||" + patient.accented()));
        said.append(frame(3, "O|1|" + patient.sample() + "||^^^" + patient.code() + "|R|||||" + patient.name()));
        said.append(frame(4, "R|1|^^^WBC|" + patient.name() + "|||N||F||" + name + "||" + patient.born()));
        said.append(frame(5, "C|1|I|" + patient.name() + "|G"));
        said.append(frame(6, "C|2|I|" + patient.code() + "^^" + patient.code() + "|I"));
        said.append(frame(7, "C|3|I|CONTROL_FAILED^^" + patient.code() + "|" + patient.sample()));
        said.append(frame(0, "M|1|" + patient.everything()));
        said.append(frame(1, "Q|1|^" + patient.sample() + "||ALL"));
        String again = frame(2, "R|2|^^^" + patient.code() + "|5");
        said.append(again).append("\u0015\n").append(again).append("\u0015\n");
        said.append("\u0002" + "3P|1|" + patient.name() + "\r\u000300\r\n\u0015\n");
        said.append(patient.everything())
                .append(" <NAK> ")
                .append(patient.name())
                .append('\n');
        said.append(frame(4, "C|4|I|THE_LAST^^" + patient.code() + "|I"));
        return said.append("\u0004\n").toString();
    }

    /** E1381-95, 6.3: the checksum is the sum of the number to ETX, modulo 256. */
    static String frame(int number, String record) {
        String framed = number + record + "\r\u0003";
        int sum = framed.chars().sum() & 0xFF;
        return "\u0002" + framed + String.format(Locale.ROOT, "%02X", sum) + "\r\n\u0006\n";
    }
}
