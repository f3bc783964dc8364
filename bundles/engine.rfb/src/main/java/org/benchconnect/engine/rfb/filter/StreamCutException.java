package org.benchconnect.engine.rfb.filter;

/** Nothing of the picture passes any more: a lease ended, input is frozen, or the session is over. Nothing of what was offered has passed. */
public final class StreamCutException extends Exception {
    private static final long serialVersionUID = 1;

    /** Without a reason: who cut knows it. */
    public StreamCutException() {
        super("the stream is cut");
    }
}
