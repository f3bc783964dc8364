package org.benchconnect.adapter.dxflex;

import org.benchconnect.core.signal.FactName;

/** The names of the facts besides those that every cytometer has. Percents are rounded to two decimals, but judged as they are. */
enum DxflexFact implements FactName {
    /** {@code $ABRT}. */
    ABORTED_EVENTS,
    /** {@code $TOT}. */
    ACQUIRED_EVENTS,
    /** Of aborted and acquired events together. */
    ABORTED_PERCENT,
    /** {@code $LOST}. */
    LOST_EVENTS
}
