package org.benchconnect.teamviewerbridge.files;

/** A file is not transferred. Neither the message nor a cause has the file's name, which may be a patient's. */
public final class TransferRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    /** Why: also the reason in the ledger. */
    public enum Reason {
        /** The lease is for another direction or feature. */
        OTHER_LEASE,
        /** One transfer for each lease: this one has had its own. */
        LEASE_USED,
        /** No folder is set, or it is missing, no folder, or led to by a link. */
        NO_FOLDER,
        /** No name that is taken here. */
        NAME,
        /** A type that is not in the list. */
        TYPE,
        /** The content is not what the name says. */
        CONTENT,
        /** More bytes than this PC takes or gives. */
        TOO_LARGE,
        /** Not as many bytes as the lease says. */
        OTHER_SIZE,
        /** There is none of that name. */
        NOT_THERE,
        /** A folder, link, device, pipe, or a file that has a second name elsewhere. */
        NO_PLAIN_FILE,
        /** One that differs only in case is there. */
        NAME_TAKEN,
        /** It changed while it was sent. */
        CHANGED,
        /** The disk is full or broken. */
        DISK,
        /** The ledger takes no entries. */
        LEDGER,
        /** The lease ended before the last byte. */
        LEASE_ENDED,
        /** The session, or the end of the feature, broke it off before the last byte. */
        BROKEN_OFF
    }

    private final Reason reason;

    /** For a reason. */
    public TransferRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
