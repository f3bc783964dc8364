package org.benchconnect.adapter.navios;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.benchconnect.adapter.navios.NaviosAdapter.Laser;
import org.benchconnect.adapter.navios.NaviosAdapter.Phase;
import org.benchconnect.adapter.navios.NaviosAdapter.Shutter;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.instrument.fcs.Keywords;
import org.benchconnect.instrument.fcs.judgement.Judgement;
import org.benchconnect.instrument.fcs.judgement.Percent;

/** One laser's shutter, and, if that is open, its power against its target and during the run. */
final class Lasers {
    private Lasers() {}

    static void judge(Laser laser, boolean newProtocol, Keywords run, NaviosLimits limits, Judgement judgement) {
        Optional<Shutter> shutter = run.token("@" + laser + "LASERSHUTTER", Shutter.class);
        if (shutter.isEmpty()) {
            return;
        }
        boolean open = shutter.get() == Shutter.OPEN;
        judgeShutter(laser, open, newProtocol, limits, judgement);
        if (open) {
            judgeReadability(laser, run, judgement);
            judgePower(laser, run, limits, judgement);
            judgeSag(laser, run, limits, judgement);
        }
    }

    /** A closed shutter is no fault: many protocols need one laser only. It is one when the laser was in use until now. */
    private static void judgeShutter(
            Laser laser, boolean open, boolean newProtocol, NaviosLimits limits, Judgement judgement) {
        double openRuns = newProtocol ? 0 : count(NaviosRow.OPEN_RUNS, laser, judgement);
        double closedRuns = open || newProtocol ? 0 : count(NaviosRow.CLOSED_RUNS, laser, judgement);
        openRuns = Math.min(openRuns + (open ? 1 : 0), limits.shutterOpenRuns());
        closedRuns = Math.min(closedRuns + (open ? 0 : 1), limits.shutterOpenRuns());
        boolean wasInUse = openRuns >= limits.shutterOpenRuns() && closedRuns < limits.shutterOpenRuns();
        Facts facts = of(laser).with(NaviosFact.OPEN_RUNS, openRuns).with(NaviosFact.CLOSED_RUNS, closedRuns);
        judgement.say(NaviosCode.LASER_SHUTTER_CLOSED, !open && wasInUse, Severity.WARNING, facts);
        count(NaviosRow.OPEN_RUNS, laser, open || wasInUse ? openRuns : 0, judgement);
        count(NaviosRow.CLOSED_RUNS, laser, closedRuns, judgement);
    }

    /** What the file says of the laser should be numbers, and its target more than nothing: otherwise nothing is judged. */
    private static void judgeReadability(Laser laser, Keywords run, Judgement judgement) {
        String target = targetKey(laser);
        boolean unreadable = run.has(target) && target(laser, run) <= 0;
        boolean readable = target(laser, run) > 0;
        for (Phase phase : Phase.values()) {
            String power = powerKey(laser, phase);
            unreadable |= run.has(power) && power(laser, phase, run).isEmpty();
            readable &= power(laser, phase, run).isPresent();
        }
        if (unreadable) {
            judgement.found(NaviosCode.LASER_NOT_READABLE, Severity.INFO, of(laser));
        } else if (readable) {
            judgement.well(NaviosCode.LASER_NOT_READABLE, of(laser));
        }
    }

    /** Against the target: of start and end the one that is further off. */
    private static void judgePower(Laser laser, Keywords run, NaviosLimits limits, Judgement judgement) {
        double target = target(laser, run);
        double worst = -1;
        Facts facts = of(laser);
        for (Phase phase : Phase.values()) {
            OptionalDouble power = power(laser, phase, run);
            double off = power.isPresent() ? Math.abs(power.getAsDouble() - target) : -1;
            if (target > 0 && off > worst) {
                worst = off;
                facts = facts.with(NaviosFact.PHASE, phase)
                        .with(NaviosFact.MEASURED_MILLIWATT, Percent.rounded(power.getAsDouble()))
                        .with(NaviosFact.TARGET_MILLIWATT, Percent.rounded(target))
                        .with(NaviosFact.DEVIATION_PERCENT, Percent.of(off, target));
            }
        }
        if (worst < 0) {
            return;
        }
        boolean fault = Percent.exceeds(worst, target, limits.laserFaultPercent());
        boolean warning = Percent.exceeds(worst, target, limits.laserWarningPercent());
        judgement.say(NaviosCode.LASER_OFF_TARGET, fault || warning, fault ? Severity.FAULT : Severity.WARNING, facts);
    }

    private static void judgeSag(Laser laser, Keywords run, NaviosLimits limits, Judgement judgement) {
        double start = power(laser, Phase.START, run).orElse(0);
        OptionalDouble end = power(laser, Phase.END, run);
        if (start <= 0 || end.isEmpty()) {
            return;
        }
        double lost = Math.max(0, start - end.getAsDouble());
        Facts facts = of(laser)
                .with(NaviosFact.START_MILLIWATT, Percent.rounded(start))
                .with(NaviosFact.END_MILLIWATT, Percent.rounded(end.getAsDouble()))
                .with(NaviosFact.SAG_PERCENT, Percent.of(lost, start));
        boolean sags = Percent.exceeds(lost, start, limits.laserSagPercent());
        judgement.say(NaviosCode.LASER_SAG, sags, Severity.WARNING, facts);
    }

    /** A laser's count in a row that has one for each laser. */
    private static double count(NaviosRow name, Laser laser, Judgement judgement) {
        return counts(name, judgement).get(laser.ordinal());
    }

    private static void count(NaviosRow name, Laser laser, double count, Judgement judgement) {
        List<Double> changed = new ArrayList<>(counts(name, judgement));
        changed.set(laser.ordinal(), count);
        judgement.remember(name, changed);
    }

    private static List<Double> counts(NaviosRow name, Judgement judgement) {
        int lasers = Laser.values().length;
        List<Double> row = judgement.row(name);
        return row.size() == lasers ? row : Collections.nCopies(lasers, 0.0);
    }

    private static Facts of(Laser laser) {
        return Facts.none().with(NaviosFact.LASER, laser);
    }

    private static String targetKey(Laser laser) {
        return "@" + laser + "TARGETPOWER";
    }

    private static String powerKey(Laser laser, Phase phase) {
        return "@" + laser + "LASERPOWER_" + phase;
    }

    /** In mW; 0 if the file does not say. */
    private static double target(Laser laser, Keywords run) {
        return run.number(targetKey(laser), "mW").orElse(0);
    }

    private static OptionalDouble power(Laser laser, Phase phase, Keywords run) {
        return run.number(powerKey(laser, phase), "mW");
    }
}
