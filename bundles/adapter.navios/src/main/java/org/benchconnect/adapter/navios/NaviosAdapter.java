package org.benchconnect.adapter.navios;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.benchconnect.core.instrument.InstrumentAdapter;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.instrument.Refusal;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.SoftwareVersion;
import org.benchconnect.instrument.fcs.FcsFile;
import org.benchconnect.instrument.fcs.FcsModel;
import org.benchconnect.instrument.fcs.FcsRefusal;
import org.benchconnect.instrument.fcs.Keywords;
import org.benchconnect.instrument.fcs.Trailer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Beckman Coulter Navios, Navios EX and Gallios, by the list mode file (LMD) that they write after each run: its keywords about
 * lasers, detectors, the run and the software, those of the first dataset, where all of them are. A Gallios writes the same
 * keywords as a Navios; of a Navios EX no file is public, and it is taken to write them too.
 *
 * <p>Never touched: whatever tells of a specimen or a person, the events, the acquisition protocol within the file, and the
 * file's name. The reader does not hand them out.
 *
 * <p>What is usual is remembered as rows of numbers, see {@link NaviosRow}. One protocol is followed at a time: when more than
 * half of the detectors are set anew at once, another protocol was loaded, and what is usual is learned again. On an instrument
 * that changes protocols from tube to tube, detectors and shutters therefore say nothing.
 */
@Component(
        configurationPid = "org.benchconnect.adapter.navios",
        property = InstrumentAdapter.ID + "=" + NaviosAdapter.NAME)
@Designate(ocd = NaviosConfiguration.class)
public final class NaviosAdapter implements InstrumentAdapter {
    static final String NAME = "navios";

    private static final Set<FcsModel> MODELS = EnumSet.of(FcsModel.NAVIOS, FcsModel.NAVIOS_EX, FcsModel.GALLIOS);

    enum NaviosRefusal implements Refusal {
        /** It is FCS, but of another model. */
        NOT_THIS_INSTRUMENT,
        /** It is of this model, but of another instrument than the settings name. */
        NOT_THIS_SERIAL
    }

    enum Laser {
        RED,
        BLUE,
        VIOLET
    }

    enum Phase {
        START,
        END
    }

    enum Shutter {
        OPEN,
        CLOSED
    }

    /** Why a run ended. */
    enum StopReason {
        PROTOCOL,
        MANUAL,
        OTHER_REASON
    }

    /** What {@code @STOPREASON} says; the words PROTOCOL and MANUAL were seen, others are not described anywhere. */
    private enum StopWord {
        PROTOCOL(StopReason.PROTOCOL),
        MANUAL(StopReason.MANUAL),
        MANUAL_STOP(StopReason.MANUAL);

        private final StopReason reason;

        StopWord(StopReason reason) {
            this.reason = reason;
        }
    }

    private final NaviosLimits limits;

    /** With the limits as shipped. */
    public NaviosAdapter() {
        limits = NaviosLimits.SHIPPED;
    }

    /** With the limits of this PC. */
    @Activate
    public NaviosAdapter(NaviosConfiguration configuration) {
        limits = NaviosLimits.of(configuration);
    }

    @Override
    public Observation observe(SeekableByteChannel file, Memory memory) throws IOException {
        return conclude(FcsFile.read(file), limits, memory);
    }

    /** From what the file says to what it means. */
    static Observation conclude(FcsFile file, NaviosLimits limits, Memory memory) {
        Reading reading = file.reading();
        if (file.datasets().isEmpty()) {
            return Observation.only(reading, memory);
        } else if (!MODELS.contains(file.model())) {
            return Observation.only(Reading.refused(NaviosRefusal.NOT_THIS_INSTRUMENT), memory);
        }
        Judgement judgement = new Judgement(memory);
        if (Origin.isForeign(file, limits, judgement)) {
            return judgement.on(Origin.refused(reading));
        }
        Keywords run = file.datasets().get(0).text();
        boolean newProtocol = Detectors.judge(run, limits, judgement);
        for (Laser laser : Laser.values()) {
            Lasers.judge(laser, newProtocol, run, limits, judgement);
        }
        judgeStop(run, limits, judgement);
        judgeEvents(run, limits, judgement);
        judgeEnd(file, reading, limits, judgement);
        judgeBuild(run, limits, judgement);
        return judgement.on(reading);
    }

    /** The row of stops holds what each run ended by, as the constant's position: 0 as the protocol says. */
    private static void judgeStop(Keywords run, NaviosLimits limits, Judgement judgement) {
        if (!run.has("@STOPREASON") || run.isBlank("@STOPREASON")) {
            return;
        }
        StopReason reason = run.token("@STOPREASON", StopWord.class)
                .map(word -> word.reason)
                .orElse(StopReason.OTHER_REASON);
        List<Double> window = new ArrayList<>(judgement.row(NaviosRow.STOPS));
        window.add((double) reason.ordinal());
        List<Double> runs = window.subList(Math.max(0, window.size() - limits.stopWindowRuns()), window.size());
        judgement.remember(NaviosRow.STOPS, runs);

        List<Double> stopped = runs.stream().filter(stop -> stop > 0).toList();
        boolean often = stopped.size() >= limits.stopMinimumRuns()
                && Percent.exceeds(stopped.size(), runs.size(), limits.stopRatePercent());
        if (reason == StopReason.PROTOCOL && !often) {
            judgement.well(NaviosCode.RUN_STOPPED, Facts.none());
            return;
        }
        int last = stopped.get(stopped.size() - 1).intValue();
        Facts facts = Facts.none()
                .with(NaviosFact.STOP_REASON, StopReason.values()[last])
                .with(NaviosFact.STOPPED_RUNS, stopped.size())
                .with(NaviosFact.RUNS, runs.size())
                .with(NaviosFact.STOPPED_PERCENT, Percent.of(stopped.size(), runs.size()));
        judgement.found(NaviosCode.RUN_STOPPED, often ? Severity.WARNING : Severity.INFO, facts);
    }

    private static void judgeEvents(Keywords run, NaviosLimits limits, Judgement judgement) {
        OptionalDouble events = run.number("$TOT");
        if (events.isEmpty()) {
            return;
        }
        boolean few = events.getAsDouble() < limits.fewestEvents();
        double inARow = judgement.inARow(NaviosRow.FEW_EVENTS_RUNS, few);
        Facts facts = Facts.none()
                .with(NaviosFact.EVENTS, events.getAsDouble())
                .with(NaviosFact.FEWEST_EVENTS, limits.fewestEvents())
                .with(NaviosFact.RUNS_IN_A_ROW, inARow);
        judgement.say(NaviosCode.FEW_EVENTS, few, repeated(inARow, limits), facts);
    }

    /** Whether the file is whole, and if so, whether its trailer is there. What is wrong in either way counts for both. */
    private static void judgeEnd(FcsFile file, Reading reading, NaviosLimits limits, Judgement judgement) {
        boolean whole = reading.outcome() == Reading.Outcome.READ;
        double inARow = judgement.inARow(NaviosRow.TRUNCATED_FILES, !whole);
        if (!whole) {
            boolean truncated = reading.reason() instanceof FcsRefusal reason
                    && (reason.isTruncation() || reason == FcsRefusal.NEXT_DATASET_MISSING);
            judgement.found(
                    truncated ? NaviosCode.FILE_TRUNCATED : NaviosCode.FILE_DAMAGED,
                    repeated(inARow, limits),
                    Facts.none().with(NaviosFact.FILES_IN_A_ROW, inARow));
            return;
        }
        judgement.well(NaviosCode.FILE_TRUNCATED, Facts.none());
        judgement.well(NaviosCode.FILE_DAMAGED, Facts.none());
        if (file.trailer() != Trailer.NOT_EXPECTED) {
            boolean missing = file.trailer() != Trailer.PRESENT;
            judgement.say(NaviosCode.TRAILER_MISSING, missing, Severity.INFO, Facts.none());
        }
    }

    /** A change is said once; it is over when the new build has written as many runs as tell what is usual. */
    private static void judgeBuild(Keywords run, NaviosLimits limits, Judgement judgement) {
        Optional<SoftwareVersion> now = run.version("@BUILDNUMBER");
        if (now.isEmpty()) {
            return;
        }
        List<Integer> remembered =
                judgement.row(NaviosRow.BUILD).stream().map(Double::intValue).toList();
        boolean changed = !remembered.isEmpty() && !remembered.equals(now.get().numbers());
        if (changed) {
            Facts facts = Facts.none()
                    .with(NaviosFact.BUILD_BEFORE, new SoftwareVersion(remembered))
                    .with(NaviosFact.BUILD_NOW, now.get());
            judgement.found(NaviosCode.BUILD_CHANGED, Severity.INFO, facts);
        }
        double since = judgement.count(NaviosRow.NEW_BUILD_RUNS);
        double runs = changed ? 1 : since > 0 ? since + 1 : 0;
        boolean usual = runs == 0 || (!changed && runs >= limits.driftWindowRuns());
        if (usual) {
            judgement.well(NaviosCode.BUILD_CHANGED, Facts.none());
        }
        judgement.count(NaviosRow.NEW_BUILD_RUNS, usual ? 0 : runs);
        judgement.remember(
                NaviosRow.BUILD,
                now.get().numbers().stream().map(Integer::doubleValue).toList());
    }

    private static Severity repeated(double inARow, NaviosLimits limits) {
        return inARow >= limits.repeatedRuns() ? Severity.FAULT : Severity.WARNING;
    }
}
