package org.benchconnect.tests.privacy;

import java.util.List;

/**
 * What the tests plant where an instrument, a program or a person would write of a patient: in names of files and folders, lines of logs, records of a link, cells of
 * reports. Each word is unlike any other of this software.
 *
 * @param which 0, or another patient, whose words have the same form and length
 */
record Planted(int which) {
    private static final String NAME = "Zebedee Quuxworthy";
    private static final String SAMPLE = "QX-7719-HAIRYCELL";
    private static final String USER = "zquuxworthy";
    private static final String BORN = "19000229-Quux";
    private static final String ACCENTED = "Ottolíne Véxington";
    private static final String CODE = "QUUXWORTHY_BLASTS";

    String name() {
        return OtherPatient.of(NAME, which);
    }

    String sample() {
        return OtherPatient.of(SAMPLE, which);
    }

    /** A path of a user profile; on this system a name of a file like any other. */
    String profile() {
        return "C:\\Users\\" + user();
    }

    private String user() {
        return OtherPatient.of(USER, which);
    }

    String born() {
        return OtherPatient.of(BORN, which);
    }

    String accented() {
        return OtherPatient.of(ACCENTED, which);
    }

    /** What looks like a code, and is none of the table. */
    String code() {
        return OtherPatient.of(CODE, which);
    }

    /** All of them, as they are searched for. */
    List<String> words() {
        return List.of(name(), sample(), user(), born(), accented(), code());
    }

    /** All of them in one line. */
    String everything() {
        return String.join(
                "|", name(), sample(), profile() + "\\Desktop\\" + sample() + ".LMD", born(), accented(), code());
    }
}
