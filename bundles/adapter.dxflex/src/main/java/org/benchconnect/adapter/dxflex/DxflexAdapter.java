package org.benchconnect.adapter.dxflex;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.EnumSet;
import java.util.OptionalDouble;
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
 * Beckman Coulter DxFLEX and CytoFLEX, by the FCS files that their software CytExpert exports after each run: how many events were
 * aborted and lost, whether there are enough, which instrument and which build wrote them. Files of a CytoFLEX are public; of a DxFLEX none is, and it is
 * taken to write the same keywords. Reports of quality control are read where they are exported as a table of text; the columns that are looked for are
 * those of a public report of another manufacturer, see {@link QcReport}.
 *
 * <p>Never touched: whatever tells of a specimen or a person, the events, and the file's name. The readers do not hand them out.
 */
@Component(
        configurationPid = "org.benchconnect.adapter.dxflex",
        property = InstrumentAdapter.ID + "=" + DxflexAdapter.NAME)
@Designate(ocd = DxflexConfiguration.class)
public final class DxflexAdapter implements InstrumentAdapter {
    static final String NAME = "dxflex";

    private static final Set<FcsModel> MODELS = EnumSet.of(FcsModel.DXFLEX, FcsModel.CYTOFLEX);

    private final DxflexLimits limits;

    /** With the limits as shipped. */
    public DxflexAdapter() {
        limits = DxflexLimits.SHIPPED;
    }

    /** With the limits of this PC. */
    @Activate
    public DxflexAdapter(DxflexConfiguration configuration) {
        limits = DxflexLimits.of(configuration);
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

    /** From what a run's file says to what it means. */
    static Observation conclude(FcsFile file, DxflexLimits limits, Memory memory) {
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
        judgeAborts(run, limits, judgement);
        judgeLosses(run, limits, judgement);
        EventCount.judge(run, limits.fewestEvents(), limits.repeatedRuns(), judgement);
        Wholeness.judge(reading, limits.repeatedRuns(), judgement);
        Software.judgeBuild(run.version("@BUILDNUMBER").or(() -> run.version("FILVER")), limits.usualRuns(), judgement);
        Quality.judgeAge(run, limits.quality(), judgement);
        return judgement.on(reading);
    }

    /** The electronics abort events that come too close together: clumps, air, or too high a flow rate. */
    private static void judgeAborts(Keywords run, DxflexLimits limits, Judgement judgement) {
        OptionalDouble acquired = run.number("$TOT");
        OptionalDouble aborted = run.number("$ABRT");
        if (acquired.isEmpty() || aborted.isEmpty()) {
            return;
        }
        double all = acquired.getAsDouble() + aborted.getAsDouble();
        if (all <= 0) {
            return;
        }
        boolean fault = Percent.exceeds(aborted.getAsDouble(), all, limits.abortFaultPercent());
        boolean warning = Percent.exceeds(aborted.getAsDouble(), all, limits.abortWarningPercent());
        Facts facts = Facts.none()
                .with(DxflexFact.ABORTED_EVENTS, aborted.getAsDouble())
                .with(DxflexFact.ACQUIRED_EVENTS, acquired.getAsDouble())
                .with(DxflexFact.ABORTED_PERCENT, Percent.of(aborted.getAsDouble(), all));
        judgement.say(DxflexCode.ABORTED_EVENTS, fault || warning, fault ? Severity.FAULT : Severity.WARNING, facts);
    }

    private static void judgeLosses(Keywords run, DxflexLimits limits, Judgement judgement) {
        OptionalDouble lost = run.number("$LOST");
        if (lost.isPresent()) {
            Facts facts = Facts.none().with(DxflexFact.LOST_EVENTS, lost.getAsDouble());
            judgement.say(DxflexCode.LOST_EVENTS, lost.getAsDouble() > limits.lostEvents(), Severity.WARNING, facts);
        }
    }
}
