package org.benchconnect.instrument.fcs.judgement;

import java.util.Set;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.SignalCode;

/** What may be said of any cytometer's runs. Each constant tells when its notice clears; the texts are in this bundle. */
public enum RunCode implements SignalCode {
    /** Bytes are missing at the end of the file; clears at the next whole file. */
    FILE_TRUNCATED(Kind.INSTRUMENT),
    /** The file is not whole in another way: what it says of itself does not fit; clears at the next whole file. */
    FILE_DAMAGED(Kind.INSTRUMENT),
    /** A run with hardly any events; clears at the next run with enough. */
    FEW_EVENTS(Kind.PERFORMANCE),
    /** A detector's voltage is not that of the last runs; clears when it is, or when the last runs have the new one. */
    DETECTOR_VOLTAGE_CHANGED(Kind.CONFIGURATION, RunFact.CHANNEL),
    /** A detector's gain is not that of the last runs; clears when it is, or when the last runs have the new one. */
    DETECTOR_GAIN_CHANGED(Kind.CONFIGURATION, RunFact.CHANNEL),
    /** The instrument's software was changed; clears when as many runs as tell what is usual were written by the new build. */
    BUILD_CHANGED(Kind.SOFTWARE),
    /** The operating system of the instrument's PC was changed; clears as {@link #BUILD_CHANGED} does. */
    OPERATING_SYSTEM_CHANGED(Kind.SOFTWARE),
    /** The operating system of the instrument's PC is older than its manufacturer supports; clears when it is not any more. */
    OPERATING_SYSTEM_UNSUPPORTED(Kind.CONFIGURATION),
    /** A file of another instrument than the one that the settings name, which is not judged; clears at the next of that one. */
    SERIAL_MISMATCH(Kind.CONFIGURATION),
    /** A report of quality control says that it failed, or a detector is out of the limits; clears at the next that is well. */
    QC_FAILED(Kind.INSTRUMENT),
    /** Runs are acquired although the last report of quality control is too old; clears at the next report. */
    QC_OVERDUE(Kind.PERFORMANCE);

    private final Kind kind;
    private final Set<FactName> subject;

    RunCode(Kind kind, FactName... subject) {
        this.kind = kind;
        this.subject = Set.of(subject);
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public Set<FactName> subject() {
        return subject;
    }
}
