package org.benchconnect.core.ledger;

/** What can be wrong with a ledger. */
public enum Flaw {
    /** It does not begin as a ledger does. */
    HEADER,
    /** It ends within a record: a loss of power, or somebody cut it. */
    TAIL,
    /** Bytes are not those that were written: a record's checksum, which follows from all before it, is another. */
    CHECKSUM,
    /** A record is not written in the one form there is. */
    FORM,
    /** A record is not the one that must stand there. */
    ORDER,
    /** An entry says a time before that of its predecessor. */
    TIME,
    /** A head speaks of another ledger. */
    OTHER_LEDGER,
    /** A head does not fit the entries before it: one of them was changed, or the head belongs to a fork. */
    ROOT,
    /** The device did not sign this head. */
    SIGNATURE,
    /** The newest entries are whole but under no head yet: nothing proves them. */
    NOT_SIGNED,
    /** The witness speaks of more entries than there are: the end was cut off. */
    TRUNCATED,
    /** The witness does not fit the entries of which it speaks: this is a fork of the ledger, or it was rewritten. */
    FORKED,
    /** What was given as the witness was not signed by the device. */
    WITNESS
}
