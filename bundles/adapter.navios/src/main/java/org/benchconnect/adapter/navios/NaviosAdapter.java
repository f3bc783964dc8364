package org.benchconnect.adapter.navios;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.instrument.InstrumentAdapter;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.instrument.fcs.FcsFile;
import org.benchconnect.instrument.fcs.FcsModel;
import org.benchconnect.instrument.fcs.FcsRefusal;
import org.benchconnect.instrument.fcs.Keywords;
import org.benchconnect.instrument.fcs.Trailer;
import org.benchconnect.instrument.fcs.judgement.Detectors;
import org.benchconnect.instrument.fcs.judgement.EventCount;
import org.benchconnect.instrument.fcs.judgement.Judgement;
import org.benchconnect.instrument.fcs.judgement.Origin;
import org.benchconnect.instrument.fcs.judgement.Percent;
import org.benchconnect.instrument.fcs.judgement.Quality;
import org.benchconnect.instrument.fcs.judgement.RunRefusal;
import org.benchconnect.instrument.fcs.judgement.Software;
import org.benchconnect.instrument.fcs.judgement.Wholeness;
import org.benchconnect.instrument.fcs.qc.QcReport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Beckman Coulter Navios, Navios EX and Gallios, by the list mode file (LMD) that they write after each run: its keywords about
 * lasers, detectors, the run and the software, those of the first dataset, where all of them are. A Gallios writes the same
 * keywords as a Navios; of a Navios EX no file is public, and it is taken to write them too. Reports of quality control are read where they are exported as a
 * table of text, see {@link QcReport}.
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
        FcsFile run = FcsFile.read(file);
        if (run.reading().reason() == FcsRefusal.NOT_FCS) {
            QcReport report = QcReport.read(file);
            if (report.isReport()) {
                return Quality.conclude(report, limits.expectedSerial(), limits.quality(), memory);
            }
        }
        return conclude(run, limits, memory);
    }

    /** From what the file says to what it means. */
    static Observation conclude(FcsFile file, NaviosLimits limits, Memory memory) {
        Reading reading = file.reading();
        if (file.datasets().isEmpty()) {
            return Observation.only(reading, memory);
        } else if (!MODELS.contains(file.model())) {
            return Observation.only(Reading.refused(RunRefusal.NOT_THIS_INSTRUMENT), memory);
        }
        Judgement judgement = new Judgement(memory);
        if (Origin.isForeign(file.serial(), limits.expectedSerial(), judgement)) {
            return judgement.on(Origin.refused(reading));
        }
        Keywords run = file.datasets().get(0).text();
        boolean newProtocol = Detectors.judge(run, limits.drift(), judgement);
        for (Laser laser : Laser.values()) {
            Lasers.judge(laser, newProtocol, run, limits, judgement);
        }
        judgeStop(run, limits, judgement);
        judgeCodes(run, limits, judgement);
        Settings.judge(run, limits, judgement);
        EventCount.judge(run, limits.fewestEvents(), limits.repeatedRuns(), judgement);
        judgeEnd(file, reading, limits, judgement);
        Software.judgeBuild(run.version("@BUILDNUMBER"), limits.driftWindowRuns(), judgement);
        Quality.judgeAge(run, limits.quality(), judgement);
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
        List<Double> runs = judgement.lately(NaviosRow.STOPS, reason.ordinal(), limits.stopWindowRuns());

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

    /** Where no reader of codes is built in, the keyword is blank or not there. What was read is not known here, only whether. */
    private static void judgeCodes(Keywords run, NaviosLimits limits, Judgement judgement) {
        Optional<Boolean> read = run.codeRead("@BARCODE");
        if (read.isEmpty()) {
            return;
        }
        List<Double> runs = judgement.lately(NaviosRow.UNREAD_CODES, read.get() ? 0 : 1, limits.barcodeWindowRuns());
        long unread = runs.stream().filter(one -> one > 0).count();
        boolean often = unread >= limits.barcodeMinimumRuns()
                && Percent.exceeds(unread, runs.size(), limits.barcodeRatePercent());
        Facts facts = Facts.none()
                .with(NaviosFact.UNREAD_CODES, unread)
                .with(NaviosFact.CODED_RUNS, runs.size())
                .with(NaviosFact.UNREAD_PERCENT, Percent.of(unread, runs.size()));
        judgement.say(NaviosCode.BARCODES_NOT_READ, often, Severity.WARNING, facts);
    }

    /** Whether the file is whole, and if so, whether its trailer is there. */
    private static void judgeEnd(FcsFile file, Reading reading, NaviosLimits limits, Judgement judgement) {
        boolean whole = Wholeness.judge(reading, limits.repeatedRuns(), judgement);
        if (whole && file.trailer() != Trailer.NOT_EXPECTED) {
            boolean missing = file.trailer() != Trailer.PRESENT;
            judgement.say(NaviosCode.TRAILER_MISSING, missing, Severity.INFO, Facts.none());
        }
    }
}
