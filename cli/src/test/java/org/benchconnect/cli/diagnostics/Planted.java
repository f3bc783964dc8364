package org.benchconnect.cli.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Two hundred strings that must never leave a PC, of every kind that is on one. None is a real one. */
final class Planted {
    private static final int EACH = 20;

    private Planted() {}

    static List<String> all() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            all.add(String.format(Locale.ROOT, "Zwiebelmann%02d^Ottilie", i));
            all.add(String.format(Locale.ROOT, "PID%02d-7731940", i));
            all.add(String.format(Locale.ROOT, "/var/lab/quarzkammer%02d/lauf.lmd", i));
            all.add(String.format(Locale.ROOT, "kronleuchter%02d@laurin", i));
            all.add(String.format(Locale.ROOT, "Gg7!pw-sturmhaube%02d", i));
            all.add(String.format(Locale.ROOT, "knotenpunkt%02d.spital.example", i));
            all.add(String.format(Locale.ROOT, "SNX%02dAV88310", i));
            // What looks like a word of ours.
            all.add(String.format(Locale.ROOT, "WACHOLDER_%02d_ANNA", i));
            all.add(String.format(Locale.ROOT, "org.benchconnect.mustermann.Tannenzapfen%02d", i));
            all.add(String.format(Locale.ROOT, "java.util.Fichtennadel%02d", i));
        }
        return List.copyOf(all);
    }
}
