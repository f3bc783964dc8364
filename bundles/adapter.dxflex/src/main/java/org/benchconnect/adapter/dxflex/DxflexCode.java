package org.benchconnect.adapter.dxflex;

import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.SignalCode;

/** What {@link DxflexAdapter} says besides what is said of every cytometer. Each constant tells when its notice clears. */
enum DxflexCode implements SignalCode {
    /** Many events of a run were aborted, because they came too close together; clears at a run with fewer. */
    ABORTED_EVENTS(Kind.PERFORMANCE),
    /** The PC could not keep up and events were lost; clears at a run without. */
    LOST_EVENTS(Kind.PERFORMANCE);

    private final Kind kind;

    DxflexCode(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
