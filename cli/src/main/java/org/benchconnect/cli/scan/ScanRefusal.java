package org.benchconnect.cli.scan;

import org.benchconnect.core.instrument.Refusal;

/** Why {@code scan} itself refuses a file. */
enum ScanRefusal implements Refusal {
    /** It is not there, no file, or may not be read. */
    NOT_READABLE,
    /** The adapter failed where it should have given a reason: a defect of the adapter. */
    ADAPTER_FAILED
}
