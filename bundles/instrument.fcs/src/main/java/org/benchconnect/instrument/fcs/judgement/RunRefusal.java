package org.benchconnect.instrument.fcs.judgement;

import org.benchconnect.core.instrument.Refusal;

/** Why an adapter refuses a file that could be read. */
public enum RunRefusal implements Refusal {
    /** It is FCS, but of another model. */
    NOT_THIS_INSTRUMENT,
    /** It is of this model, but of another instrument than the settings name. */
    NOT_THIS_SERIAL
}
