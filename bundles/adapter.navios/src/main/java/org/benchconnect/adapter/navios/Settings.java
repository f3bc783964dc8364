package org.benchconnect.adapter.navios;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.instrument.fcs.Keywords;
import org.benchconnect.instrument.fcs.judgement.Judgement;

/**
 * Whether the file with the instrument's settings is one of those that were used lately, by when it was changed: its name can be a panel's and is never looked
 * at. Laboratories have a file for each protocol and change between them, so several are known. Of each only a digest is remembered.
 */
final class Settings {
    /** More than a laboratory has protocols; the oldest is forgotten. */
    private static final int MOST_KNOWN = 64;

    private Settings() {}

    static void judge(Keywords run, NaviosLimits limits, Judgement judgement) {
        Optional<LocalDateTime> changed = run.dateTime("@SETTINGSFILEDATETIME");
        if (changed.isEmpty()) {
            return;
        }
        double digest = digest(changed.get());
        List<Double> known = new ArrayList<>(judgement.row(NaviosRow.KNOWN_SETTINGS));
        boolean isNew = !known.isEmpty() && !known.contains(digest);
        double since = judgement.count(NaviosRow.NEW_SETTINGS_RUNS);
        double runs = isNew ? 1 : since > 0 ? since + 1 : 0;
        boolean usual = runs == 0 || !isNew && runs >= limits.driftWindowRuns();
        if (isNew) {
            Facts facts = Facts.none().with(NaviosFact.SETTINGS_RUNS, runs);
            judgement.found(NaviosCode.SETTINGS_CHANGED, Severity.INFO, facts);
        } else if (usual) {
            judgement.well(NaviosCode.SETTINGS_CHANGED, Facts.none());
        }
        judgement.count(NaviosRow.NEW_SETTINGS_RUNS, usual ? 0 : runs);
        known.remove(digest);
        known.add(digest);
        judgement.remember(
                NaviosRow.KNOWN_SETTINGS, known.subList(Math.max(0, known.size() - MOST_KNOWN), known.size()));
    }

    /** 48 bits that tell one time from another, and do not say when it was (the mixing of SplitMix64). */
    private static double digest(LocalDateTime changed) {
        long mixed = changed.toEpochSecond(ZoneOffset.UTC) * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return (mixed ^ mixed >>> 31) >>> 16;
    }
}
