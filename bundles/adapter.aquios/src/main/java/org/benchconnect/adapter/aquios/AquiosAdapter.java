package org.benchconnect.adapter.aquios;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.OptionalDouble;
import org.benchconnect.core.instrument.InstrumentAdapter;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.SignalCode;
import org.benchconnect.instrument.fcs.FcsFile;
import org.benchconnect.instrument.fcs.FcsModel;
import org.benchconnect.instrument.fcs.Keywords;
import org.benchconnect.instrument.fcs.judgement.Detectors;
import org.benchconnect.instrument.fcs.judgement.Drift;
import org.benchconnect.instrument.fcs.judgement.EventCount;
import org.benchconnect.instrument.fcs.judgement.Judgement;
import org.benchconnect.instrument.fcs.judgement.Origin;
import org.benchconnect.instrument.fcs.judgement.Percent;
import org.benchconnect.instrument.fcs.judgement.RunRefusal;
import org.benchconnect.instrument.fcs.judgement.Software;
import org.benchconnect.instrument.fcs.judgement.Wholeness;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Beckman Coulter AQUIOS CL, by the list mode file (LMD) that it writes for each tube: which instrument, which Windows its PC runs, whether there are enough
 * events, whether detectors and the clock of the acquisition are those of the runs before. It writes neither lasers nor aborted events nor the build of its
 * software into its files.
 *
 * <p>Never touched: whatever tells of a specimen or a person, its well and panel included, the events, and the file's name. The reader does not hand them
 * out.
 */
@Component(
        configurationPid = "org.benchconnect.adapter.aquios",
        property = InstrumentAdapter.ID + "=" + AquiosAdapter.NAME)
@Designate(ocd = AquiosConfiguration.class)
public final class AquiosAdapter implements InstrumentAdapter {
    static final String NAME = "aquios";

    private static final double MICROSECONDS = 1e6;

    /** What is said besides what is said of every cytometer. */
    enum AquiosCode implements SignalCode {
        /** The step of the acquisition's clock is not that of the last runs; clears when it is, or when the last runs have the new one. */
        CLOCK_STEP_CHANGED;

        @Override
        public Kind kind() {
            return Kind.CONFIGURATION;
        }
    }

    enum AquiosFact implements FactName {
        MEASURED_MICROSECOND,
        USUAL_MICROSECOND,
        /** How far from what is usual, without a sign. */
        DEVIATION_PERCENT
    }

    enum AquiosRow implements FactName {
        /** {@code $TIMESTEP} of the last runs in seconds, oldest first. */
        CLOCK_STEPS
    }

    private final AquiosLimits limits;

    /** With the limits as shipped. */
    public AquiosAdapter() {
        limits = AquiosLimits.SHIPPED;
    }

    /** With the limits of this PC. */
    @Activate
    public AquiosAdapter(AquiosConfiguration configuration) {
        limits = AquiosLimits.of(configuration);
    }

    @Override
    public Observation observe(SeekableByteChannel file, Memory memory) throws IOException {
        return conclude(FcsFile.read(file), limits, memory);
    }

    /** From what the file says to what it means. */
    static Observation conclude(FcsFile file, AquiosLimits limits, Memory memory) {
        Reading reading = file.reading();
        if (file.datasets().isEmpty()) {
            return Observation.only(reading, memory);
        } else if (file.model() != FcsModel.AQUIOS_CL) {
            return Observation.only(Reading.refused(RunRefusal.NOT_THIS_INSTRUMENT), memory);
        }
        Judgement judgement = new Judgement(memory);
        if (Origin.isForeign(file.serial(), limits.expectedSerial(), judgement)) {
            return judgement.on(Origin.refused(reading));
        }
        Keywords run = file.datasets().get(0).text();
        Software.judgeSystem(
                run.version("$SYS"), limits.oldestWindows(), limits.drift().windowRuns(), judgement);
        Detectors.judge(run, limits.drift(), judgement);
        judgeClock(run, limits.drift(), judgement);
        EventCount.judge(run, limits.fewestEvents(), limits.repeatedRuns(), judgement);
        Wholeness.judge(reading, limits.repeatedRuns(), judgement);
        return judgement.on(reading);
    }

    /** What is usual is the median of the runs before, of two middle ones the smaller. */
    private static void judgeClock(Keywords run, Drift drift, Judgement judgement) {
        OptionalDouble step = run.number("$TIMESTEP");
        if (step.isEmpty() || step.getAsDouble() <= 0) {
            return;
        }
        List<Double> before =
                judgement.row(AquiosRow.CLOCK_STEPS).stream().sorted().toList();
        judgement.lately(AquiosRow.CLOCK_STEPS, step.getAsDouble(), drift.windowRuns());
        if (before.isEmpty() || before.size() < drift.minimumRuns()) {
            return;
        }
        double usual = before.get((before.size() - 1) / 2);
        Facts facts = Facts.none()
                .with(AquiosFact.MEASURED_MICROSECOND, Percent.rounded(step.getAsDouble() * MICROSECONDS))
                .with(AquiosFact.USUAL_MICROSECOND, Percent.rounded(usual * MICROSECONDS))
                .with(AquiosFact.DEVIATION_PERCENT, Percent.off(step.getAsDouble(), usual));
        boolean changed = Percent.isOff(step.getAsDouble(), usual, drift.percent());
        judgement.say(AquiosCode.CLOCK_STEP_CHANGED, changed, Severity.WARNING, facts);
    }
}
